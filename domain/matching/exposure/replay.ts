import { attention } from './attention.ts';
import { gini } from './gini.ts';
import { ndcg } from './ndcg.ts';
import { servedShare } from './served.ts';
import type { Served } from './served.ts';

/** Places of a list that its quality is measured on. */
const JUDGED_PLACES = 10;

/** A co-op in the list of one tender. */
export interface Listed {
  coopId: string;
  score: number;
}

/** Puts the co-ops of one tender in order, given what each has had so far. */
export type ListOrder = (
  listed: readonly Listed[],
  servedBy: ReadonlyMap<string, Served>,
) => readonly Listed[];

/** What an order does over many tenders. */
export interface Replay {
  /** Mean quality of the first ten places, 1 when the best fits always come first. */
  ndcg: number;
  /** How unequally attention was shared out, 0 to 1. */
  giniShown: number;
  /** The same beside fit: 0 when all had the same attention for each unit of fit. */
  giniServed: number;
  /** Share of the co-ops that fitted something and got no attention at all. */
  neverShown: number;
  servedBy: Map<string, Served>;
}

/**
 * Plays tenders one after the other under an order. `places` is how many of each list get attention; those after them
 * get none, all of them when it is not given.
 */
export function replay(
  tenders: readonly (readonly Listed[])[],
  order: ListOrder,
  places: number = Infinity,
): Replay {
  const servedBy = new Map<string, Served>();
  let quality = 0;
  for (const listed of tenders) {
    const ordered = order(listed, servedBy);
    quality += ndcg(
      ordered.map(({ score }) => score),
      JUDGED_PLACES,
    );
    ordered.forEach(({ coopId, score }, at) => {
      const before = servedBy.get(coopId) ?? { shown: 0, fit: 0 };
      const shown = at < places ? attention(at + 1) : 0;
      servedBy.set(coopId, { shown: before.shown + shown, fit: before.fit + score });
    });
  }
  const all = [...servedBy.values()];
  return {
    ndcg: tenders.length === 0 ? 1 : quality / tenders.length,
    giniShown: gini(all.map(({ shown }) => shown)),
    giniServed: gini(all.map(servedShare)),
    neverShown: all.length === 0 ? 0 : all.filter(({ shown }) => shown === 0).length / all.length,
    servedBy,
  };
}
