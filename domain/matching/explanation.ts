import type { CoopProfile } from '../coop/schema.ts';
import type { MatchChange } from '../opportunity/schema.ts';
import type { Requirement } from '../tender/schema.ts';
import { certificates } from '../vocabulary/certificates.ts';
import { termLabel } from '../vocabulary/terms.ts';
import { skillLabel } from '../vocabulary/vocabulary.ts';
import { holdsLive } from './certificates.ts';
import { fit } from './fit.ts';
import type { Fit } from './fit.ts';
import { workMonths } from './freeDays.ts';
import type { MatchableCoop, MatchableTender } from './matchable.ts';
import type { Weights } from './weights.ts';

const MOST_CHANGES = 3;
/** A rise below half a point of a hundred is not worth anybody's time. */
const LEAST_RISE = 0.005;

/** A change that a co-op could make to its profile, and the profile after it. */
interface Candidate {
  kind: MatchChange['kind'];
  requirementId: string | null;
  /** "With a live ISO 27001 certificate", to be followed by what it brings. */
  opening: string;
  profile: CoopProfile;
}

/** A change that has been tried, with the profile after it, so that anybody can apply it again. */
export interface TriedChange extends MatchChange {
  profileAfter: CoopProfile;
}

/**
 * What would change the match: each change is applied and the fit run again, so that its sentence is true; those
 * that cover most musts come first, then those that raise the score most.
 */
export function triedChanges(
  coop: MatchableCoop,
  tender: MatchableTender,
  weights: Weights,
  now: Date,
  before: Fit,
): TriedChange[] {
  const isMust = new Set(
    tender.content.requirements.filter((wanted) => wanted.priority === 'must').map((wanted) => wanted.id),
  );
  return candidates(coop.profile, tender, before, now)
    .map((candidate) => {
      const after = fit({ ...coop, profile: candidate.profile }, tender, weights, now);
      const covered = before.missing.filter((id) => !after.missing.includes(id));
      return {
        candidate,
        after,
        covered,
        musts: covered.filter((id) => isMust.has(id)).length,
        rise: after.score - before.score,
      };
    })
    .filter((tried) => tried.covered.length > 0 || tried.rise >= LEAST_RISE)
    .toSorted((a, b) => b.musts - a.musts || b.rise - a.rise)
    .slice(0, MOST_CHANGES)
    .map(({ candidate, after, covered }) => ({
      kind: candidate.kind,
      requirementId: candidate.requirementId,
      sentence: sentence(candidate, tender, before, after, covered),
      scoreAfter: after.score,
      profileAfter: candidate.profile,
    }));
}

/** The same changes as they are stored and shown. */
export function changes(...args: Parameters<typeof triedChanges>): MatchChange[] {
  return triedChanges(...args).map(({ profileAfter: _, ...change }) => change);
}

function sentence(
  candidate: Candidate,
  tender: MatchableTender,
  before: Fit,
  after: Fit,
  covered: readonly string[],
): string {
  const names = tender.content.requirements
    .filter((wanted) => covered.includes(wanted.id))
    .map((wanted) => skillLabel(wanted.skill));
  const percent = (score: number) => Math.round(score * 100);
  const gains = [
    ...(names.length > 0 ? [`you would cover ${names.join(' and ')}`] : []),
    ...(percent(after.score) > percent(before.score)
      ? [`your fit would rise from ${percent(before.score)} % to ${percent(after.score)} %`]
      : []),
  ];
  return `${candidate.opening} ${gains.length > 0 ? gains.join(' and ') : 'your fit would rise a little'}.`;
}

function candidates(profile: CoopProfile, tender: MatchableTender, before: Fit, now: Date): Candidate[] {
  return [
    ...tender.content.requirements.flatMap((wanted) => [
      ...skillCandidates(profile, wanted, now),
      ...certificateCandidates(profile, wanted, now),
    ]),
    ...daysCandidates(profile, tender, before, now),
  ];
}

function skillCandidates(profile: CoopProfile, wanted: Requirement, now: Date): Candidate[] {
  const label = skillLabel(wanted.skill);
  const month = now.toISOString().slice(0, 7);
  const held = profile.skills.find((candidate) => candidate.skill === wanted.skill);
  if (held === undefined) {
    const learned = {
      skill: wanted.skill,
      level: wanted.level,
      people: 1,
      lastUsed: month,
      evidence: '',
      verifiedReferences: 0,
    };
    return [
      {
        kind: 'skill',
        requirementId: wanted.id,
        opening: `With ${label} at level ${wanted.level}, used this month,`,
        profile: { ...profile, skills: [...profile.skills, learned] },
      },
    ];
  }
  const withHeld = (change: Partial<typeof held>): CoopProfile => ({
    ...profile,
    skills: profile.skills.map((each) => (each === held ? { ...held, ...change } : each)),
  });
  const level: Candidate = {
    kind: 'level',
    requirementId: wanted.id,
    opening: `With ${label} at level ${wanted.level}`,
    profile: withHeld({ level: wanted.level }),
  };
  const recency: Candidate = {
    kind: 'recency',
    requirementId: wanted.id,
    opening:
      held.lastUsed === null
        ? `If you used ${label} this month, and said so,`
        : `By using ${label} again this month`,
    profile: withHeld({ lastUsed: month }),
  };
  return [
    ...(held.level < wanted.level ? [level] : []),
    ...(held.lastUsed === null || held.lastUsed < month ? [recency] : []),
  ];
}

function certificateCandidates(profile: CoopProfile, wanted: Requirement, now: Date): Candidate[] {
  const { certificate } = wanted;
  if (certificate === null || holdsLive(profile, certificate, now)) return [];
  return [
    {
      kind: 'certificate',
      requirementId: wanted.id,
      opening: `With a live certificate, ${termLabel(certificates, certificate)},`,
      profile: { ...profile, certificates: [...profile.certificates, { certificate, expires: null }] },
    },
  ];
}

/** The days that are missing for the parts that the co-op covers: the nearest aim, not the whole tender. */
function daysCandidates(profile: CoopProfile, tender: MatchableTender, before: Fit, now: Date): Candidate[] {
  const months = workMonths(tender.content, now);
  const own = tender.content.requirements
    .filter((wanted) => !before.missing.includes(wanted.id))
    .reduce((sum, wanted) => sum + wanted.days, 0);
  const missing = own - before.freeDays;
  if (months === undefined || missing <= 0) return [];
  const listed = profile.freeDays.some((entry) => entry.month === months.first);
  const freeDays = listed
    ? profile.freeDays.map((entry) =>
        entry.month === months.first ? { ...entry, days: entry.days + missing } : entry,
      )
    : [...profile.freeDays, { month: months.first, days: missing }];
  const span =
    months.first === months.last ? `in ${months.first}` : `between ${months.first} and ${months.last}`;
  return [
    {
      kind: 'days',
      requirementId: null,
      opening: `With ${missing} more free days ${span} you could do all ${own} days of the parts you cover, and`,
      profile: { ...profile, freeDays },
    },
  ];
}
