import type { Ranked } from '@cobid/domain/matching/index/topList.ts';
import { byScore } from '@cobid/domain/matching/index/topList.ts';
import { matchWithoutChanges } from '@cobid/domain/matching/matchCoop.ts';
import type { CoopMatch } from '@cobid/domain/matching/matchCoop.ts';
import { mustHear } from '@cobid/domain/matching/mustHear.ts';
import type { Weights } from '@cobid/domain/matching/weights.ts';
import { coopsByIds } from '@cobid/platform/mongo/models/organisation.ts';
import type { NamedTender } from '@cobid/platform/mongo/withClientNames.ts';

/** Co-ops whose matches are in memory at once. */
const BATCH = 500;

/**
 * Of the co-ops that the index proposes those that have to hear of the tender, by their profiles as they are stored:
 * batch after batch, best fit first.
 */
export async function* matchStored(
  tender: NamedTender,
  proposed: readonly Ranked[],
  { weights, now }: { weights: Weights; now: Date },
): AsyncGenerator<(CoopMatch & { coopId: string })[]> {
  for (let after = 0; after < proposed.length; after += BATCH) {
    const coops = await coopsByIds(proposed.slice(after, after + BATCH).map(({ coopId }) => coopId));
    yield coops
      .map((coop) => ({ coopId: coop.id, ...matchWithoutChanges(coop, tender, now, weights) }))
      .filter((match) => mustHear(match, tender.content))
      .toSorted(byScore);
  }
}
