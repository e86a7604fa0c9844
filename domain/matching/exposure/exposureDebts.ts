import { neverServed, servedShare } from './served.ts';
import type { Served } from './served.ts';

/** The debt of the least and the most served when λ is 1, as a share of the whole fit. */
const MOST_LIFT = 1 / 6;
/** Those who rarely fit are lifted, or lowered, up to so many times as much. */
const MOST_FOR_THE_RARE = 2;

/**
 * What a list owes to each of its co-ops, in points of fit, by their ids: positive for those who were shown less for
 * their fit than the others of the list, negative for those who were shown more, 0 in the middle.
 *
 * It goes by place in the line of who was served least, not by how far apart they are, so that no history, however
 * long or odd, can lift anybody by more than `MOST_LIFT` times `MOST_FOR_THE_RARE`. A co-op that rarely fits counts
 * for more, since it has fewer occasions on which the balance can be made good. Why this and not the plain difference:
 * docs/decisions, on the order of mails.
 */
export function exposureDebts(
  coopIds: readonly string[],
  servedBy: ReadonlyMap<string, Served>,
): Map<string, number> {
  const line = coopIds
    .map((coopId) => {
      const served = servedBy.get(coopId) ?? neverServed;
      return { coopId, fit: served.fit, share: servedShare(served) };
    })
    .toSorted((a, b) => a.share - b.share);
  const usualFit = line.reduce((sum, { fit }) => sum + fit, 0) / line.length;
  const debts = new Map<string, number>();
  for (let first = 0; first < line.length;) {
    let end = first + 1;
    while (end < line.length && line[end]?.share === line[first]?.share) end += 1;
    // Those who were served alike share one place, so that nothing but that decides.
    const place = (line.length - first - end) / line.length;
    for (const { coopId, fit } of line.slice(first, end)) {
      debts.set(coopId, MOST_LIFT * place * rarity(fit, usualFit));
    }
    first = end;
  }
  return debts;
}

function rarity(fit: number, usualFit: number): number {
  return fit * MOST_FOR_THE_RARE > usualFit ? usualFit / fit : MOST_FOR_THE_RARE;
}
