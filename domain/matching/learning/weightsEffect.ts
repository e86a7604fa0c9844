import type { Weights } from '../weights.ts';
import type { Lesson } from './lesson.ts';
import { fitUnder } from './termShares.ts';

/** What other weights would have changed in the first places of one past tender. */
export interface TenderEffect {
  tenderId: string;
  /** Co-ops that come into the first places, and those that fall out of them; the best first. */
  entered: string[];
  left: string[];
  /** How many stay among them at another place. */
  moved: number;
  /** The largest change of a fit among the first places, in points of the whole (0 to 1). */
  largest: number;
}

const FIRST_PLACES = 10;

/** Plays past tenders under two weights by fit alone, and tells where the first ten would have been others. */
export function weightsEffect(lessons: readonly Lesson[], from: Weights, to: Weights): TenderEffect[] {
  return lessons.map(({ tenderId, coops }) => {
    const before = firstUnder(coops, from);
    const after = firstUnder(coops, to);
    const entered = after.filter((coopId) => !before.includes(coopId));
    const stayed = after.filter((coopId) => before.includes(coopId));
    return {
      tenderId,
      entered,
      left: before.filter((coopId) => !after.includes(coopId)),
      moved: stayed.filter((coopId) => before.indexOf(coopId) !== after.indexOf(coopId)).length,
      largest: Math.max(
        0,
        ...coops
          .filter(({ coopId }) => before.includes(coopId) || after.includes(coopId))
          .map(({ shares }) => Math.abs(fitUnder(to, shares) - fitUnder(from, shares))),
      ),
    };
  });
}

/** Fits that differ by less are the same. */
const STEPS = 1e9;

function firstUnder(coops: Lesson['coops'], weights: Weights): string[] {
  return coops
    .map(({ coopId, shares }) => ({ coopId, fit: Math.round(fitUnder(weights, shares) * STEPS) }))
    .toSorted((a, b) => b.fit - a.fit || (a.coopId < b.coopId ? -1 : 1))
    .slice(0, FIRST_PLACES)
    .map(({ coopId }) => coopId);
}
