import type { CoopProfile, HeldSkill } from '../coop/schema.ts';
import type { RequirementFit } from '../opportunity/schema.ts';
import type { Requirement } from '../tender/schema.ts';
import { answersTo } from '../vocabulary/vocabulary.ts';
import { holdsLive } from './certificates.ts';

/** From this strength on a co-op can be relied on for a requirement (domain rules, section 4). */
export const COVERING_STRENGTH = 0.5;

/** More verified references than this count no further. */
export const REFERENCES_FOR_FULL_EVIDENCE = 2;
const HALF_LIFE_MONTHS = 36;
const LEAST_RECENCY = 0.5;

/** Months from the year 0 to a month such as 2026-12, so that two of them can be subtracted. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** Recency of practice: 1 this month, halving every three years, never under a half; unknown counts as old. */
export function recency(monthsAgo: number | null): number {
  if (monthsAgo === null) return LEAST_RECENCY;
  return Math.max(LEAST_RECENCY, 0.5 ** (Math.max(0, monthsAgo) / HALF_LIFE_MONTHS));
}

/** How far a level reaches the one that is asked for. */
export function levelShare(held: number, wanted: number): number {
  return Math.min(1, held / wanted);
}

/** What verified references make of a claim. */
export function evidenceShare(verifiedReferences: number): number {
  return 0.6 + 0.4 * Math.min(1, verifiedReferences / REFERENCES_FOR_FULL_EVIDENCE);
}

type Factors = Pick<RequirementFit, 'strength' | 'heldSkill' | 'sem' | 'lvl' | 'ev' | 'rec'>;

const nothingHeld: Factors = { strength: 0, heldSkill: null, sem: 0, lvl: 0, ev: 0, rec: 0 };

function factors(held: HeldSkill, sem: number, wanted: Requirement, now: Date): Factors {
  const lvl = levelShare(held.level, wanted.level);
  const ev = evidenceShare(held.verifiedReferences);
  const rec = recency(
    held.lastUsed === null ? null : monthNumber(now.toISOString()) - monthNumber(held.lastUsed),
  );
  return { strength: sem * lvl * ev * rec, heldSkill: held.skill, sem, lvl, ev, rec };
}

function stronger(a: Factors, b: Factors): Factors {
  if (a.strength !== b.strength) return a.strength > b.strength ? a : b;
  return (a.heldSkill ?? '~') <= (b.heldSkill ?? '~') ? a : b;
}

/** How well a co-op can do one requirement by the best of its skills: s = sem · lvl · ev · rec (domain rules, section 4). */
export function requirementFit(profile: CoopProfile, wanted: Requirement, now: Date): RequirementFit {
  const answers = answersTo(wanted.skill);
  let best = nothingHeld;
  for (const held of profile.skills) {
    const relation = answers.get(held.skill);
    if (relation !== undefined) best = stronger(best, factors(held, relation.value, wanted, now));
  }
  const hasCertificate = wanted.certificate === null || holdsLive(profile, wanted.certificate, now);
  const hasLanguage = wanted.language === null || profile.languages.includes(wanted.language);
  return {
    requirementId: wanted.id,
    ...best,
    isCovered: best.strength >= COVERING_STRENGTH && hasCertificate && hasLanguage,
  };
}
