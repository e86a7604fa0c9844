import type { SuggestionsView } from '@cobid/domain/opportunity/schema.ts';

/** The server tells no more than so many groups. */
const MOST_TOLD = 20;

/** How sure it is that these are the smallest groups, in plain words. */
export function proofText({ proof, lowerBound, suggestions, isComplete }: SuggestionsView): string {
  const size = suggestions[0]?.size ?? 0;
  if (proof === 'impossible') return 'No group of co-ops can do all the musts in the days that they have.';
  if (size === 0) return 'The tender names no musts, so nobody has to be found for one.';
  if (proof === 'best_found') {
    return `The smallest group found in the time there was has ${size} co-ops; it takes at least ${lowerBound}.`;
  }
  if (size === 1) return 'You can do this alone. Partners are welcome, but not needed.';
  const seen = isComplete ? howMany(suggestions.length) : 'there may be better ones of this size';
  return `Proved: with you among them it takes ${size} co-ops, never fewer, and ${seen}.`;
}

function howMany(count: number): string {
  if (count === 1) return 'there is one such group';
  return count < MOST_TOLD ? `there are ${count} such groups` : `these are the best ${count}`;
}
