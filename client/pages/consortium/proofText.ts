import type { SuggestionsView } from '@cobid/domain/opportunity/schema.ts';

/** How sure it is that these are the smallest groups, in plain words. */
export function proofText({ proof, lowerBound, suggestions, isComplete }: SuggestionsView): string {
  const size = suggestions[0]?.size ?? 0;
  if (proof === 'impossible') return 'No group of co-ops can do all the musts in the days that they have.';
  if (size === 0) return 'The tender names no musts, so nobody has to be found for one.';
  if (proof === 'best_found') {
    return `The smallest group found in the time there was has ${size} co-ops; it takes at least ${lowerBound}.`;
  }
  if (size === 1) return 'You can do this alone. Partners are welcome, but not needed.';
  const others = suggestions.length === 1 ? 'it is the only one' : `these are the best ${suggestions.length}`;
  const seen = isComplete ? others : 'there may be better ones of this size';
  return `Proved: with you among them it takes ${size} co-ops, never fewer, and ${seen}.`;
}
