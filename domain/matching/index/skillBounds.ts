import type { Weights } from '../weights.ts';
import { classOf, monthOf } from './heldMark.ts';
import type { Postings } from './postings.ts';
import type { Scratch } from './scratch.ts';
import type { TenderQuery } from './tenderQuery.ts';

/** Bounds are counted in whole parts of what a fit can be at most, so many of them that sums fit into 16 bits. */
const MOST_UNITS = 60_000;

/** How many of these parts make 1 of a score. */
export function unitsPerFit(weights: Weights): number {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return MOST_UNITS / (sum || 1);
}

/**
 * Reads the lists of all skills that answer a tender's requirements, and writes for each of the first `slots` slots at
 * least what its skills add to the fit, less than one unit too much for each requirement. Without a branch: who holds
 * what differs too much for a processor to guess.
 */
export function boundSkills(
  { needs, recency }: Pick<TenderQuery, 'needs' | 'recency'>,
  bySkill: readonly (Postings | undefined)[],
  { skillBound, best }: Pick<Scratch, 'skillBound' | 'best'>,
  { slots, units }: { slots: number; units: number },
): void {
  skillBound.fill(0, 0, slots);
  for (const { most, byClass, answers } of needs) {
    best.fill(0, 0, slots);
    for (const { skill, sem } of answers) {
      const postings = bySkill[skill];
      if (postings !== undefined) read(postings, byClass, most * sem * units);
    }
  }

  function read({ slots: holders, marks, length }: Postings, byClass: Float64Array, scale: number): void {
    for (let at = 0; at < length; at += 1) {
      const slot = holders[at] ?? 0;
      const held = marks[at] ?? 0;
      const worth = (scale * (byClass[classOf(held)] ?? 0) * (recency[monthOf(held)] ?? 0) + 1) | 0;
      const known = best[slot] ?? 0;
      const more = worth - known;
      const gain = more & ~(more >> 31);
      best[slot] = known + gain;
      skillBound[slot] = (skillBound[slot] ?? 0) + gain;
    }
  }
}
