import type { CoopProfile, HeldSkill } from '../coop/schema.ts';
import type { RequirementFit } from '../opportunity/schema.ts';
import type { Requirement } from '../tender/schema.ts';
import { relatedness } from '../vocabulary/vocabulary.ts';
import { holdsLive } from './certificates.ts';

/** From this strength on a co-op can be relied on for a requirement (domain rules, section 4). */
export const COVERING_STRENGTH = 0.5;

const REFERENCES_FOR_FULL_EVIDENCE = 2;
const HALF_LIFE_MONTHS = 36;
const LEAST_RECENCY = 0.5;

function monthsBetween(month: string, now: Date): number {
  const used = new Date(`${month}-01T00:00:00Z`);
  const months = (now.getUTCFullYear() - used.getUTCFullYear()) * 12 + now.getUTCMonth() - used.getUTCMonth();
  return Math.max(0, months);
}

/** Recency of practice: 1 this month, halving every three years, never under a half; unknown counts as old. */
function recency(lastUsed: string | null, now: Date): number {
  if (lastUsed === null) return LEAST_RECENCY;
  return Math.max(LEAST_RECENCY, 0.5 ** (monthsBetween(lastUsed, now) / HALF_LIFE_MONTHS));
}

type Factors = Pick<RequirementFit, 'strength' | 'heldSkill' | 'sem' | 'lvl' | 'ev' | 'rec'>;

const nothingHeld: Factors = { strength: 0, heldSkill: null, sem: 0, lvl: 0, ev: 0, rec: 0 };

function factors(held: HeldSkill, wanted: Requirement, now: Date): Factors {
  const relation = relatedness(held.skill, wanted.skill);
  if (relation === undefined) return nothingHeld;
  const sem = relation.value;
  const lvl = Math.min(1, held.level / wanted.level);
  const ev = 0.6 + 0.4 * Math.min(1, held.verifiedReferences / REFERENCES_FOR_FULL_EVIDENCE);
  const rec = recency(held.lastUsed, now);
  return { strength: sem * lvl * ev * rec, heldSkill: held.skill, sem, lvl, ev, rec };
}

function stronger(a: Factors, b: Factors): Factors {
  if (a.strength !== b.strength) return a.strength > b.strength ? a : b;
  return (a.heldSkill ?? '~') <= (b.heldSkill ?? '~') ? a : b;
}

/** How well a co-op can do one requirement by the best of its skills: s = sem · lvl · ev · rec (domain rules, section 4). */
export function requirementFit(profile: CoopProfile, wanted: Requirement, now: Date): RequirementFit {
  const best = profile.skills.map((held) => factors(held, wanted, now)).reduce(stronger, nothingHeld);
  const hasCertificate = wanted.certificate === null || holdsLive(profile, wanted.certificate, now);
  const hasLanguage = wanted.language === null || profile.languages.includes(wanted.language);
  return {
    requirementId: wanted.id,
    ...best,
    isCovered: best.strength >= COVERING_STRENGTH && hasCertificate && hasLanguage,
  };
}
