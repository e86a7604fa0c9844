import type { Budget } from './budget.ts';
import type { CoverProblem } from './coverProblem.ts';
import { fillPool } from './fitPool.ts';
import type { FitPool } from './fitPool.ts';
import { fitPrunerFor } from './fitPruner.ts';
import type { FitPruner } from './fitPruner.ts';
import { makeCut } from './cut.ts';
import type { Cut } from './cut.ts';
import { maxFlow } from './maxFlow.ts';
import { narrowestBranch } from './narrowestBranch.ts';
import { reachOf } from './reachBound.ts';
import type { ReachBound } from './reachBound.ts';
import { swapMembers } from './swapMembers.ts';
import { weighCuts } from './weighCuts.ts';

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
 * the flow names a new cut. Weighted sums of the cuts (`weighCuts`) exclude most sizes and branches at once; when
 * alternatives are collected, such sums also bound the total fit. A co-op that gives no more than one whose branch was
 * proved empty is skipped, which loses no solution.
 */
export function smallestCovers(
  problem: CoverProblem,
  options: { most: number; budget: Budget; keeper: Keeper },
): Covers {
  const { budget, keeper } = options;
  const { coops, demands } = problem;
  const start = problem.include;
  const all = (1 << demands.length) - 1;
  const cuts: Cut[] = [...demands.keys()].map((need) => makeCut(problem, 1 << need));
  if (demands.length > 1) cuts.push(makeCut(problem, all));
  const isOut = new Uint8Array(coops.length);
  const chosen = [...start];
  for (const index of start) isOut[index] = 1;

  let excluding: ReachBound | undefined;
  let bestSeen: number[] = [];
  let prune: FitPruner = () => undefined;
  let fitBound: ReachBound | undefined;
  const isIn = new Uint8Array(coops.length);
  const pool: FitPool = { indexes: new Int32Array(coops.length), size: 0 };

  for (let size = Math.max(1, start.length); size <= options.most; size += 1) {
    const weighed = weighCuts(problem, cuts, start, { size, fitWeight: 0, target: 0, rounds: 200 });
    if (weighed.isExcluded) continue;
    excluding = weighed.bound;
    const first = search(size - start.length, false);
    if (first === 'unknown') return { sets: [], lowerBound: size, isProved: false, isComplete: false };
    if (first === 'none') continue;
    prepareForAll(size);
    search(size - start.length, true);
    return { sets: keeper.sets(), lowerBound: size, isProved: true, isComplete: !budget.isSpent() };
  }
  return { sets: [], lowerBound: options.most + 1, isProved: true, isComplete: true };

  /** Bounds on the total fit, aimed at the best alternatives that are quickly found. */
  function prepareForAll(size: number): void {
    for (const rounds of [60, 140]) {
      swapMembers(problem, cuts, bestSeen, { ...keeper, offer });
      const aim = { size, fitWeight: 1, target: fitSum(bestSeen), rounds, found: offer };
      const { bound, weights } = weighCuts(problem, cuts, start, aim);
      fitBound = bound;
      prune = fitPrunerFor(coops, cuts, weights);
    }
  }

  function fitSum(members: readonly number[]): number {
    return members.reduce((total, index) => total + fitOf(index), 0);
  }

  function fitOf(index: number): number {
    return coops[index]?.fit ?? 0;
  }

  function valueOf(index: number): number {
    return fitBound?.values[index] ?? 0;
  }

  /** Looks for sets with `left` more members: for the first one, or for all that the keeper wants. */
  function search(left: number, isForAll: boolean): Outcome {
    if (!budget.spend()) return 'unknown';
    if (excluding !== undefined && reachOf(excluding, chosen, isOut, left) < -EPSILON) return 'none';
    if (!isForAll || fitBound === undefined || left === 0 || keeper.leastFit() === -Infinity) {
      return searchOn(left, isForAll);
    }
    const least = keeper.leastFit();
    fillPool(pool, fitBound, { chosen, isOut, left, least });
    prune(chosen, left, least, pool);
    if (pool.size < left) return 'unknown';
    const dropped = dropOthers();
    const outcome = searchOn(left, isForAll);
    for (const index of dropped) isOut[index] = 0;
    return dropped.length > 0 && outcome === 'none' ? 'unknown' : outcome;
  }

  function searchOn(left: number, isForAll: boolean): Outcome {
    const branch = narrowestBranch(cuts, chosen, isOut, left);
    if (branch === 'met') return tryChosen(left, isForAll);
    return branch.length === 0 ? 'none' : tryEach(branch, left, isForAll);
  }

  /** Takes out who is not in the pool. */
  function dropOthers(): number[] {
    for (let each = 0; each < pool.size; each += 1) isIn[pool.indexes[each] ?? 0] = 1;
    const dropped: number[] = [];
    for (let index = 0; index < isOut.length; index += 1) {
      if (isOut[index] === 0 && isIn[index] === 0) dropped.push(index);
      isIn[index] = 0;
    }
    for (const index of dropped) isOut[index] = 1;
    return dropped;
  }

  function tryChosen(left: number, isForAll: boolean): Outcome {
    const short = maxFlow(
      demands,
      chosen.flatMap((index) => coops[index] ?? []),
    ).short[0];
    if (short === undefined) {
      offer(chosen);
      return 'some';
    }
    cuts.push(makeCut(problem, short));
    return search(left, isForAll);
  }

  function offer(members: readonly number[]): void {
    const total = fitSum(members);
    if (bestSeen.length !== members.length || total > fitSum(bestSeen)) bestSeen = [...members];
    if (total >= keeper.leastFit() - EPSILON) keeper.offer(members.toSorted((a, b) => a - b));
  }

  function tryEach(branch: number[], left: number, isForAll: boolean): Outcome {
    if (isForAll) branch.sort((a, b) => valueOf(b) - valueOf(a) || a - b);
    const empty: number[] = [];
    let outcome: Outcome = 'none';
    const tried: number[] = [];
    for (const index of branch) {
      if (isOut[index] === 1) continue;
      isOut[index] = 1;
      tried.push(index);
      if (isForAll && !fitReaches(index, left)) {
        // The best come first: those after it reach even less.
        if (outcome === 'none') outcome = 'unknown';
        break;
      }
      if (empty.some((other) => givesNoMore(index, other))) continue;
      chosen.push(index);
      const found = search(left - 1, isForAll);
      chosen.pop();
      if (found === 'none') empty.push(index);
      else if (found === 'some') outcome = 'some';
      else if (outcome === 'none') outcome = 'unknown';
      if (budget.isSpent() || (found === 'some' && !isForAll)) break;
    }
    for (const index of tried) isOut[index] = 0;
    return outcome;
  }

  /** Whether with this co-op the total fit that still matters can be reached at all. */
  function fitReaches(index: number, left: number): boolean {
    const least = keeper.leastFit();
    if (fitBound === undefined || least === -Infinity) return true;
    chosen.push(index);
    const reach = reachOf(fitBound, chosen, isOut, left - 1);
    chosen.pop();
    return reach >= least - EPSILON;
  }

  function givesNoMore(index: number, other: number): boolean {
    const [a, b] = [coops[index], coops[other]];
    return a !== undefined && b !== undefined && a.units <= b.units && (a.can & ~b.can) === 0;
  }
}
