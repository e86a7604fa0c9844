import type { Budget } from './budget.ts';
import type { CoverProblem } from './coverProblem.ts';
import { makeCut } from './cut.ts';
import type { Cut } from './cut.ts';
import { maxFlow } from './maxFlow.ts';

/** The smallest sets of co-ops (as sorted indexes) that can do all the work. */
export interface Covers {
  sets: number[][];
  /** No smaller set exists; equal to the sets' size when it is proved. */
  lowerBound: number;
  isProved: boolean;
  /** Whether `keep` has seen every smallest set that it could have wanted. */
  isComplete: boolean;
}

/** Keeps the best sets that a search finds, and says which total fit a further one needs to matter. */
export interface Keeper {
  offer(set: readonly number[]): void;
  leastFit(): number;
  sets(): number[][];
}

/** Outcome of a branch: `none` is proved, `some` was found, `unknown` was cut short by the keeper or the budget. */
type Outcome = 'none' | 'some' | 'unknown';

const EPSILON = 1e-9;

/**
 * Exact search, after method A of the reference (network, section e): iterative deepening over the size; at each node
 * a cut (a set of needs that the chosen co-ops leave short) is branched on. Any solution with `left` more members has
 * one that gives at least deficit/left to the cut, so only those are tried, and each is excluded from the branches
 * after it. Cuts are found as they are needed: a set that meets all known ones is checked by flow, and when it fails
 * the flow names a new cut. A co-op that gives no more than one whose branch was proved empty is skipped, which loses
 * no solution.
 */
export function smallestCovers(
  problem: CoverProblem,
  options: { most: number; budget: Budget; keeper: Keeper },
): Covers {
  const { budget, keeper } = options;
  const { coops, demands } = problem;
  const start = problem.include === undefined ? [] : [problem.include];
  const all = (1 << demands.length) - 1;
  const cuts: Cut[] = [...demands.keys()].map((need) => makeCut(problem, 1 << need));
  if (demands.length > 1) cuts.push(makeCut(problem, all));
  const byFit = Int32Array.from(coops.keys()).sort((a, b) => fitOf(b) - fitOf(a) || a - b);
  const isOut = new Uint8Array(coops.length);
  const chosen = [...start];
  for (const index of start) isOut[index] = 1;

  for (let size = Math.max(1, start.length); size <= options.most; size += 1) {
    const first = search(size - start.length, false);
    if (first === 'unknown') return { sets: [], lowerBound: size, isProved: false, isComplete: false };
    if (first === 'none') continue;
    search(size - start.length, true);
    return { sets: keeper.sets(), lowerBound: size, isProved: true, isComplete: !budget.isSpent() };
  }
  return { sets: [], lowerBound: options.most + 1, isProved: true, isComplete: true };

  function fitOf(index: number): number {
    return coops[index]?.fit ?? 0;
  }

  /** Looks for sets with `left` more members: for the first one, or for all that the keeper wants. */
  function search(left: number, isForAll: boolean): Outcome {
    if (!budget.spend()) return 'unknown';
    if (isForAll && bestFit(left) < keeper.leastFit() - EPSILON) return 'unknown';
    const branch = narrowest(left);
    if (branch === 'met') return tryChosen(left, isForAll);
    return branch.length === 0 ? 'none' : tryEach(branch, left, isForAll);
  }

  function tryChosen(left: number, isForAll: boolean): Outcome {
    const short = maxFlow(
      demands,
      chosen.flatMap((index) => coops[index] ?? []),
    ).short[0];
    if (short === undefined) {
      keeper.offer(chosen.toSorted((a, b) => a - b));
      return 'some';
    }
    cuts.push(makeCut(problem, short));
    return search(left, isForAll);
  }

  function tryEach(branch: number[], left: number, isForAll: boolean): Outcome {
    if (isForAll) branch.sort((a, b) => fitOf(b) - fitOf(a) || a - b);
    const empty: number[] = [];
    let outcome: Outcome = 'none';
    let tried = 0;
    for (const index of branch) {
      isOut[index] = 1;
      tried += 1;
      if (empty.some((other) => givesNoMore(index, other))) continue;
      chosen.push(index);
      const found = search(left - 1, isForAll);
      chosen.pop();
      if (found === 'none') empty.push(index);
      else if (found === 'some') outcome = 'some';
      else if (outcome === 'none') outcome = 'unknown';
      if (budget.isSpent() || (found === 'some' && !isForAll)) break;
    }
    for (const index of branch.slice(0, tried)) isOut[index] = 0;
    return outcome;
  }

  function givesNoMore(index: number, other: number): boolean {
    const [a, b] = [coops[index], coops[other]];
    return a !== undefined && b !== undefined && a.units <= b.units && (a.can & ~b.can) === 0;
  }

  /** The co-ops to branch on: those that can matter to the unmet cut with fewest of them; none when a cut is out of reach. */
  function narrowest(left: number): number[] | 'met' {
    let best: number[] | 'met' = 'met';
    for (const cut of cuts) {
      let deficit = cut.demand;
      for (const index of chosen) deficit -= cut.contribution[index] ?? 0;
      if (deficit <= 0) continue;
      const able = providersOf(cut, deficit, left);
      if (able.length === 0) return able;
      if (best === 'met' || able.length < best.length) best = able;
    }
    return best;
  }

  function providersOf(cut: Cut, deficit: number, left: number): number[] {
    const able: number[] = [];
    let reach = 0;
    let seen = 0;
    for (const index of cut.providers) {
      if (isOut[index] === 1) continue;
      const units = cut.contribution[index] ?? 0;
      if (seen < left) reach += units;
      seen += 1;
      if (units * left < deficit) {
        if (seen >= left) break;
        continue;
      }
      able.push(index);
    }
    return reach < deficit ? [] : able;
  }

  /** Highest total fit that `left` more members could bring. */
  function bestFit(left: number): number {
    let sum = chosen.reduce((total, index) => total + fitOf(index), 0);
    let seen = 0;
    for (const index of byFit) {
      if (seen === left) break;
      if (isOut[index] === 1) continue;
      sum += fitOf(index);
      seen += 1;
    }
    return sum;
  }
}
