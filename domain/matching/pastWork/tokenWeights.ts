import type { Lists } from './lists.ts';

/** Chance that two works share a winner, where nothing is known of a token. */
const USUAL = 0.0008;
const PRIOR_SHARED = 0.25;
const PRIOR_PAIRS = 5;

/**
 * How much each token tells: idf^½ · (p / .0008)^power, where p is how often two works that share the token were won by
 * the same co-op, smoothed. A word that everybody's titles have, or that tells nothing of who does the work, weighs
 * little, however rare it is.
 *
 * @param worksOf by token, the works that have it
 * @param winnersOf by work, its winners
 */
export function tokenWeights(worksOf: Lists, winnersOf: Lists, coops: number, power: number): Float32Array {
  const works = winnersOf.starts.length - 1;
  const shares = new Float64Array(coops);
  return Float32Array.from({ length: worksOf.starts.length - 1 }, (_, token) => {
    const [start, end] = [worksOf.starts[token] ?? 0, worksOf.starts[token + 1] ?? 0];
    const found = end - start;
    if (found === 0) return 0;
    const idf = Math.log((1 + works) / (1 + found)) + 1;
    const pairs = sharedPairs(worksOf.entries.subarray(start, end), winnersOf, shares);
    const shared = (pairs + PRIOR_SHARED) / ((found * (found - 1)) / 2 + PRIOR_PAIRS);
    return Math.sqrt(idf) * (shared / USUAL) ** power;
  });
}

/** Sum over pairs of works of Σ over shared winners of 1 / (panel size · panel size). Leaves `shares` zero. */
function sharedPairs(works: Uint32Array, winnersOf: Lists, shares: Float64Array): number {
  let own = 0;
  for (const work of works) {
    const [start, end] = [winnersOf.starts[work] ?? 0, winnersOf.starts[work + 1] ?? 0];
    const share = 1 / Math.max(1, end - start);
    for (let at = start; at < end; at += 1) {
      const coop = winnersOf.entries[at] ?? 0;
      shares[coop] = (shares[coop] ?? 0) + share;
      own += share * share;
    }
  }
  let all = 0;
  for (const work of works) {
    for (let at = winnersOf.starts[work] ?? 0; at < (winnersOf.starts[work + 1] ?? 0); at += 1) {
      const coop = winnersOf.entries[at] ?? 0;
      const share = shares[coop] ?? 0;
      all += share * share;
      shares[coop] = 0;
    }
  }
  return (all - own) / 2;
}
