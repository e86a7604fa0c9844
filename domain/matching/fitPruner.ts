import type { CoverCoop } from './coverProblem.ts';
import type { Cut } from './cut.ts';
import type { FitPool } from './fitPool.ts';

/** Takes out of the pool who is in no set of a branch that has a total fit of `least`; nobody may be left. */
export type FitPruner = (chosen: readonly number[], left: number, least: number, pool: FitPool) => void;

const EPSILON = 1e-9;
/** Tries to find better weights for one branch; the next branch goes on from there. */
const ROUNDS = 6;
/** Shorter branches are gone through faster than they are weighed. */
const LEAST_LEFT = 2;
/** Weights overshoot a little, since a bound has to come below the aim and not only near to it. */
const EAGERNESS = 1.2;

/**
 * Sharpens the bound on the total fit for each branch anew (Lagrange multipliers of the cuts, by subgradients): what
 * the `left` best of the pool can add, when each also counts for what it gives to the cuts that
 * the chosen ones leave short. Any weights are right; these are made for the branch.
 */
export function fitPrunerFor(
  coops: readonly CoverCoop[],
  cuts: readonly Cut[],
  firstWeights: readonly number[],
): FitPruner {
  let weights = Float64Array.from(firstWeights);
  let open = new Float64Array(weights.length);
  let lacks = new Float64Array(weights.length);
  /** By cut and co-op: what it gives as a share of the cut's demand. */
  const shares: Float64Array[] = [];
  const values = new Float64Array(coops.length);
  const fits = Float64Array.from(coops, ({ fit }) => fit);
  let pool: FitPool = { indexes: new Int32Array(0), size: 0 };
  const best = new Int32Array(64);

  /** Takes in the cuts that were found since the last branch; none of them weighs anything yet. */
  function takeInCuts(): void {
    for (const { contribution, demand } of cuts.slice(shares.length)) {
      shares.push(Float64Array.from(contribution, (units) => units / demand));
    }
    if (cuts.length <= weights.length) return;
    const more = new Float64Array(2 * cuts.length);
    more.set(weights);
    weights = more;
    open = new Float64Array(more.length);
    lacks = new Float64Array(more.length);
  }

  function weigh(): void {
    const { indexes, size } = pool;
    for (let each = 0; each < size; each += 1) values[each] = fits[indexes[each] ?? 0] ?? 0;
    for (let at = 0; at < shares.length; at += 1) {
      const share = shares[at];
      const weight = weights[at] ?? 0;
      if (share === undefined || weight === 0) continue;
      for (let each = 0; each < size; each += 1) {
        values[each] = (values[each] ?? 0) + weight * (share[indexes[each] ?? 0] ?? 0);
      }
    }
  }

  /** Puts the positions of the `left` largest values into `best`; returns their sum. */
  function pickBest(left: number): number {
    let found = 0;
    for (let each = 0; each < pool.size; each += 1) {
      const value = values[each] ?? 0;
      if (found === left && value <= (values[best[left - 1] ?? 0] ?? 0)) continue;
      let at = found < left ? found : left - 1;
      while (at > 0 && (values[best[at - 1] ?? 0] ?? 0) < value) {
        best[at] = best[at - 1] ?? 0;
        at -= 1;
      }
      best[at] = each;
      if (found < left) found += 1;
    }
    let sum = 0;
    for (let at = 0; at < found; at += 1) sum += values[best[at] ?? 0] ?? 0;
    return found < left ? -Infinity : sum;
  }

  /** Finds which share of each cut's demand the chosen ones leave open; negative where they have more. */
  function findOpen(chosen: readonly number[]): void {
    for (let at = 0; at < shares.length; at += 1) {
      let rest = 1;
      for (const index of chosen) rest -= shares[at]?.[index] ?? 0;
      open[at] = rest;
    }
  }

  /** What the best ones leave open of each cut; returns the sum of squares of those that a step would change. */
  function findLacks(left: number): number {
    const { indexes } = pool;
    let square = 0;
    for (let at = 0; at < shares.length; at += 1) {
      const share = shares[at];
      let lack = open[at] ?? 0;
      for (let each = 0; each < left; each += 1) lack -= share?.[indexes[best[each] ?? 0] ?? 0] ?? 0;
      lacks[at] = lack;
      if (lack > 0 || (weights[at] ?? 0) > 0) square += lack * lack;
    }
    return square;
  }

  /** Keeps those whose value is at least this. */
  function shrinkPool(least: number): void {
    let kept = 0;
    for (let each = 0; each < pool.size; each += 1) {
      if ((values[each] ?? 0) < least - EPSILON) continue;
      pool.indexes[kept] = pool.indexes[each] ?? 0;
      kept += 1;
    }
    pool.size = kept;
  }

  return (chosen, left, least, given) => {
    if (left < LEAST_LEFT || left > best.length) return;
    takeInCuts();
    pool = given;
    let chosenFit = 0;
    for (const index of chosen) chosenFit += fits[index] ?? 0;
    findOpen(chosen);
    for (let round = 0; round < ROUNDS && pool.size >= left; round += 1) {
      weigh();
      let reach = chosenFit + pickBest(left);
      for (let at = 0; at < shares.length; at += 1) reach -= (weights[at] ?? 0) * (open[at] ?? 0);
      const square = findLacks(left);
      // With the best others, each member has to make up for what is between the reach and the aim.
      shrinkPool((values[best[left - 1] ?? 0] ?? 0) - (reach - least));
      if (reach < least - EPSILON) pool.size = 0;
      if (square < EPSILON) return;
      const step = (EAGERNESS * (reach - least) + EPSILON) / square;
      for (let at = 0; at < shares.length; at += 1) {
        weights[at] = Math.max(0, (weights[at] ?? 0) + step * (lacks[at] ?? 0));
      }
    }
  };
}
