import type { Giver } from './maxFlow.ts';

/** The bare question behind a consortium: needs with the units (half days) they want, and who could give them. */
export interface CoverProblem {
  /** At most 30 needs, since sets of needs are bit masks. */
  demands: readonly number[];
  coops: readonly CoverCoop[];
  /** Indexes of the co-ops that have to be in. */
  include: readonly number[];
}

/** A co-op in the bare question, in the order of ids; the fit counts in the order of alternatives. */
export type CoverCoop = Giver & { fit: number };

/** Units that a set of needs wants. */
export function demandOf(demands: readonly number[], needs: number): number {
  let sum = 0;
  for (let rest = needs; rest !== 0; rest &= rest - 1) sum += demands[lowestBit(rest)] ?? 0;
  return sum;
}

/** Position of the lowest bit that is set. */
export function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
