import type { Keeper } from './smallestCovers.ts';

/** What decides between consortia of one size. */
export interface Rank {
  fit: number;
  coordination: number;
  exposure: number;
  /** The members' ids in order, so that no two consortia are equal. */
  ids: string;
}

const EPSILON = 1e-9;

function difference(a: number, b: number): number {
  return Math.abs(a - b) <= EPSILON ? 0 : a - b;
}

/** Order of consortia of one size (domain rules, section 4): highest fit, least coordination, least exposed, id. */
export function byRank(a: Rank, b: Rank): number {
  return (
    difference(b.fit, a.fit) ||
    difference(a.coordination, b.coordination) ||
    difference(a.exposure, b.exposure) ||
    (a.ids < b.ids ? -1 : 1)
  );
}

/** Keeps the best sets up to a limit, in order. */
export function keepBest(limit: number, rankOf: (set: readonly number[]) => Rank): Keeper {
  const kept: { rank: Rank; set: readonly number[] }[] = [];
  return {
    offer(set) {
      const rank = rankOf(set);
      if (kept.some((other) => other.rank.ids === rank.ids)) return;
      const at = kept.findIndex((other) => byRank(rank, other.rank) < 0);
      kept.splice(at === -1 ? kept.length : at, 0, { rank, set });
      if (kept.length > limit) kept.pop();
    },
    leastFit: () => (kept.length < limit ? -Infinity : (kept.at(-1)?.rank.fit ?? Infinity)),
    sets: () => kept.map(({ set }) => [...set]),
  };
}
