import { demandOf } from './coverProblem.ts';
import type { CoverProblem } from './coverProblem.ts';

/**
 * A set of needs and what it asks of any consortium: its members' contributions to these needs have to sum to what the
 * needs want. A consortium can do the work exactly when it meets the cut of each set of needs (Hall's condition).
 */
export interface Cut {
  needs: number;
  demand: number;
  /** Most that each co-op can give to these needs: its free units, or all that those it can do want. */
  contribution: Int32Array;
  /** Co-ops that contribute, the most first, ties by index. */
  providers: Int32Array;
}

export function makeCut(problem: CoverProblem, needs: number): Cut {
  const contribution = Int32Array.from(problem.coops, (coop) =>
    Math.min(coop.units, demandOf(problem.demands, coop.can & needs)),
  );
  const providers = Int32Array.from(
    [...contribution.keys()].filter((index) => (contribution[index] ?? 0) > 0),
  ).sort((a, b) => (contribution[b] ?? 0) - (contribution[a] ?? 0) || a - b);
  return { needs, demand: demandOf(problem.demands, needs), contribution, providers };
}
