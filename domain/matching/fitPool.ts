import type { ReachBound } from './reachBound.ts';

/** Indexes of the co-ops that still come into question: the first `size` of them. */
export interface FitPool {
  indexes: Int32Array;
  size: number;
}

const EPSILON = 1e-9;

/** Fills the pool with who can be in a set that matters: with the best others, it has to reach the least total fit. */
export function fillPool(
  pool: FitPool,
  { values, demand, order }: ReachBound,
  branch: { chosen: readonly number[]; isOut: Uint8Array; left: number; least: number },
): void {
  const { chosen, isOut, left, least } = branch;
  let enough = least + demand - EPSILON;
  for (const index of chosen) enough -= values[index] ?? 0;
  pool.size = 0;
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] ?? 0;
    if (isOut[index] === 1) continue;
    const value = values[index] ?? 0;
    if (pool.size < left - 1) enough -= value;
    else if (value < enough) return;
    pool.indexes[pool.size] = index;
    pool.size += 1;
  }
}
