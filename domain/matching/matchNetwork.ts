import { completersIn } from './completers.ts';
import type { Completer } from './completers.ts';
import { byScore } from './index/topList.ts';
import { matchWithoutChanges } from './matchCoop.ts';
import type { CoopMatch } from './matchCoop.ts';
import { mustHear } from './mustHear.ts';
import type { MatchableCoop, MatchableTender } from './matchable.ts';
import type { Weights } from './weights.ts';

/** A stored match: what matching says of one co-op, and who could do what it can't. */
export type NetworkMatch = CoopMatch & { coopId: string; completers: Completer[] };

/**
 * Matches one tender to a network without an index: those who have to hear of it, best fit first. What would change a
 * match is left open: the page that shows it works that out from the profile as it is then.
 */
export function matchNetwork(
  coops: readonly MatchableCoop[],
  tender: MatchableTender,
  now: Date,
  weights?: Weights,
): NetworkMatch[] {
  const matches = coops
    .map((coop) => ({ coopId: coop.id, ...matchWithoutChanges(coop, tender, now, weights) }))
    .filter((match) => mustHear(match, tender.content))
    .toSorted(byScore);
  const completersOf = completersIn(tender.content.requirements, matches);
  return matches.map((match) => ({ ...match, completers: completersOf(match) }));
}
