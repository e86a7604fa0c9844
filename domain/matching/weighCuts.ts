import type { CoverProblem } from './coverProblem.ts';
import { makeCut } from './cut.ts';
import type { Cut } from './cut.ts';
import { maxFlow } from './maxFlow.ts';
import { makeReachBound } from './reachBound.ts';
import type { ReachBound } from './reachBound.ts';

/** What weighing the cuts showed for one number of members. */
export interface Weighed {
  bound: ReachBound;
  /** Weight of each cut in it, as a multiple of its share that is left open. */
  weights: number[];
  /** The weighted cuts alone prove that so few members can't do it. */
  isExcluded: boolean;
}

interface Size {
  size: number;
  /** Weight of the fits: 0 where only possibility counts. */
  fitWeight: number;
  /** Total fit that is known to be reached, where fits count. */
  target: number;
  rounds: number;
  /** Is told of each set of members that can do all the work. */
  found?: (members: readonly number[]) => void;
}

/**
 * Looks for weights of the cuts under which the best `size` co-ops reach least (Lagrange multipliers, by
 * subgradients): a cut that the currently best ones don't meet gets heavier, one that they more than meet lighter.
 * Where they meet all known cuts, a flow names another, which joins the list. Any weights give a true bound; better
 * weights give a sharper one.
 */
export function weighCuts(
  problem: CoverProblem,
  cuts: Cut[],
  start: readonly number[],
  wanted: Size,
): Weighed {
  const { coops, demands } = problem;
  const { size, fitWeight, target, rounds, found } = wanted;
  const weights: number[] = cuts.map(() => (fitWeight > 0 ? 0 : 1));
  let best = { values: valuesBy(weights), weights: [...weights], demand: sum(weights), reach: Infinity };
  let members: number[] = [];

  for (let round = 0; round < rounds; round += 1) {
    const values = valuesBy(weights);
    members = [...start, ...largest(values, size - start.length, start)];
    const scale = fitWeight > 0 ? 1 : sum(weights) || 1;
    const reach = (members.reduce((total, index) => total + (values[index] ?? 0), 0) - sum(weights)) / scale;
    if (reach < best.reach) best = { values, weights: [...weights], demand: sum(weights), reach };
    if (fitWeight === 0 && reach < -EPSILON) break;
    const lacks = cuts.map((cut) => lackOf(cut));
    if (lacks.every((lack) => lack <= EPSILON)) {
      const short = maxFlow(
        demands,
        members.flatMap((index) => coops[index] ?? []),
      ).short[0];
      if (short === undefined) found?.(members);
      if (short === undefined && fitWeight === 0) break;
      if (short !== undefined) {
        const cut = makeCut(problem, short);
        cuts.push(cut);
        weights.push(0);
        lacks.push(lackOf(cut));
      }
    }
    const step = stepOf(lacks, reach, round);
    if (step === 0) break;
    lacks.forEach((lack, at) => (weights[at] = Math.max(0, (weights[at] ?? 0) + step * lack)));
  }
  return {
    bound: makeReachBound(best.values, best.demand),
    weights: best.weights,
    isExcluded: fitWeight === 0 && best.reach < -EPSILON,
  };

  function stepOf(lacks: readonly number[], reach: number, round: number): number {
    const square = lacks.reduce(
      (total, lack, at) => total + (lack < 0 && weights[at] === 0 ? 0 : lack * lack),
      0,
    );
    if (square < EPSILON) return 0;
    // Towards the known total fit (Polyak), or simply on and on, as a perceptron learns.
    return fitWeight > 0 ? (0.7 * Math.max(0, reach - target)) / square : 4 / (1 + round / 20);
  }

  function valuesBy(by: readonly number[]): Float64Array {
    const values = new Float64Array(coops.length);
    cuts.forEach(({ contribution, demand }, at) => {
      const weight = (by[at] ?? 0) / demand;
      if (weight === 0) return;
      for (let index = 0; index < values.length; index += 1) {
        values[index] = (values[index] ?? 0) + weight * (contribution[index] ?? 0);
      }
    });
    if (fitWeight > 0) coops.forEach(({ fit }, index) => (values[index] = (values[index] ?? 0) + fit));
    return values;
  }

  /** Share of a cut's demand that the members leave open; negative where they have more. */
  function lackOf({ contribution, demand }: Cut): number {
    return 1 - members.reduce((total, index) => total + (contribution[index] ?? 0), 0) / demand;
  }
}

const EPSILON = 1e-9;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Indexes of the `count` largest values, without those in `except`. */
function largest(values: Float64Array, count: number, except: readonly number[]): number[] {
  const found: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (found.length === count && value <= (values[found[count - 1] ?? 0] ?? 0)) continue;
    if (count === 0 || except.includes(index)) continue;
    let at = found.length;
    while (at > 0 && (values[found[at - 1] ?? 0] ?? 0) < value) at -= 1;
    found.splice(at, 0, index);
    if (found.length > count) found.pop();
  }
  return found;
}
