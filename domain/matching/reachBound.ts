/**
 * A weighted sum of cuts, and of fits where these matter: each co-op has one value, and whatever set of co-ops is
 * added, what it can bring is at most the sum of the largest values. One such sum can exclude what no single cut does.
 */
export interface ReachBound {
  values: Float64Array;
  /** What the values have to make up for before anything counts. */
  demand: number;
  /** Co-ops by value, the largest first, ties by index. */
  order: Int32Array;
}

export function makeReachBound(values: Float64Array, demand: number): ReachBound {
  const order = Int32Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  return { values, demand, order };
}

/** Most that the chosen ones and the `left` best of the others reach beyond the demand; below 0 it is not met. */
export function reachOf(
  { values, demand, order }: ReachBound,
  chosen: readonly number[],
  isOut: Uint8Array,
  left: number,
): number {
  let sum = -demand;
  for (const index of chosen) sum += values[index] ?? 0;
  let seen = 0;
  for (let at = 0; at < order.length && seen < left; at += 1) {
    const index = order[at] ?? 0;
    if (isOut[index] === 1) continue;
    sum += values[index] ?? 0;
    seen += 1;
  }
  return sum;
}
