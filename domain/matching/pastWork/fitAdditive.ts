import { standardised } from './additiveModel.ts';
import type { Coefficient } from './additiveModel.ts';
import { minimise } from './minimise.ts';
import type { Slope } from './minimise.ts';

/** One tender to learn from: the features of each candidate, row by row, and the rows of those that won. */
export interface Lesson {
  features: Float32Array;
  candidates: number;
  winners: readonly number[];
}

const PENALTY = 150;
const PRECISION = 0.5;
const MOST_STEPS = 80;

/**
 * Fits the weights of an additive model so that winners come first: softmax cross-entropy over the candidates of each
 * tender, a panel's winners sharing one vote, with an L2 penalty. Lessons without a winner among the candidates teach
 * nothing and are left out.
 */
export function fitAdditive(given: readonly Lesson[], width: number): Coefficient[] {
  const lessons = given.filter(({ winners }) => winners.length > 0);
  const scales = scalesOf(lessons, width);
  const rows = lessons.map((lesson) => ({ ...lesson, features: standardisedRows(lesson.features, scales) }));
  const weights = minimise((point) => lossOf(rows, point), new Float64Array(width), {
    precision: PRECISION,
    mostSteps: MOST_STEPS,
  });
  return scales.map((scale, feature) => ({ ...scale, weight: weights[feature] ?? 0 }));
}

function scalesOf(lessons: readonly Lesson[], width: number): { mean: number; spread: number }[] {
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  let count = 0;
  for (const { features, candidates } of lessons) {
    count += candidates;
    for (let at = 0; at < features.length; at += 1) {
      const value = features[at] ?? 0;
      sums[at % width] = (sums[at % width] ?? 0) + value;
      squares[at % width] = (squares[at % width] ?? 0) + value * value;
    }
  }
  return Array.from(sums, (sum, feature) => {
    const mean = count === 0 ? 0 : sum / count;
    const variance = count === 0 ? 0 : Math.max(0, (squares[feature] ?? 0) / count - mean * mean);
    return { mean, spread: variance < 1e-12 ? 0 : Math.sqrt(variance) };
  });
}

function standardisedRows(
  features: Float32Array,
  scales: readonly { mean: number; spread: number }[],
): Float32Array {
  return features.map((value, at) => {
    const scale = scales[at % scales.length];
    return scale === undefined ? 0 : standardised(value, scale);
  });
}

function lossOf(lessons: readonly Lesson[], weights: Float64Array): Slope {
  const width = weights.length;
  const gradient = weights.map((weight) => PENALTY * weight);
  let value = (PENALTY * weights.reduce((sum, weight) => sum + weight * weight, 0)) / 2;
  for (const { features, candidates, winners } of lessons) {
    const scores = new Float64Array(candidates);
    let most = -Infinity;
    for (let row = 0; row < candidates; row += 1) {
      let score = 0;
      for (let feature = 0; feature < width; feature += 1) {
        score += (weights[feature] ?? 0) * (features[row * width + feature] ?? 0);
      }
      scores[row] = score;
      if (score > most) most = score;
    }
    const total = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
    const shares = scores.map((score) => Math.exp(score - most) / total);
    for (const winner of winners) {
      value -= ((scores[winner] ?? 0) - most - Math.log(total)) / winners.length;
      shares[winner] = (shares[winner] ?? 0) - 1 / winners.length;
    }
    for (let row = 0; row < candidates; row += 1) {
      const share = shares[row] ?? 0;
      for (let feature = 0; feature < width; feature += 1) {
        gradient[feature] = (gradient[feature] ?? 0) + share * (features[row * width + feature] ?? 0);
      }
    }
  }
  return { value, gradient };
}
