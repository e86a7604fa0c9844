import { exposureDebts } from './exposureDebts.ts';
import { neverServed, servedShare } from './served.ts';
import type { Served } from './served.ts';

/** Differences below this are none. */
const STEPS = 1e9;

/**
 * The order in which co-ops are told of something: by fit + λ · debt, so that of two that fit alike the one that was
 * shown less comes first, and with a larger λ also one that fits a little less (domain rules, section 4). At the same
 * sum the least served comes first, then the one that was shown least, then the lower id.
 *
 * All items come back, whatever λ is: the order never withholds (domain rules, section 3).
 */
export function orderByExposure<Item extends { coopId: string; score: number }>(
  items: readonly Item[],
  servedBy: ReadonlyMap<string, Served>,
  lambda: number,
): Item[] {
  const debts = exposureDebts(
    items.map(({ coopId }) => coopId),
    servedBy,
  );
  return items
    .map((item) => {
      const served = servedBy.get(item.coopId) ?? neverServed;
      return {
        item,
        sum: Math.round((item.score + lambda * (debts.get(item.coopId) ?? 0)) * STEPS),
        share: servedShare(served),
        shown: served.shown,
      };
    })
    .toSorted(
      (a, b) =>
        b.sum - a.sum ||
        a.share - b.share ||
        a.shown - b.shown ||
        (a.item.coopId < b.item.coopId ? -1 : a.item.coopId > b.item.coopId ? 1 : 0),
    )
    .map(({ item }) => item);
}
