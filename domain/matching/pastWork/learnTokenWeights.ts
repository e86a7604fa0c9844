import { createDescent } from './descent.ts';
import type { Lists } from './lists.ts';

/** Likeness in which a neighbour's voice doubles about ten times over its whole range. */
const SOFTNESS = 0.08;
const STEPS = 7;
const STRIDE = 0.08;

/** Vectors of past works, family by family: `counts` by work, and the weight of each token to begin with. */
export interface TokenFamily {
  counts: Lists;
  weights: Float32Array;
}

interface Pairs {
  starts: Uint32Array;
  others: Uint32Array;
  /** How much the two share winners: Σ 1 / √(size · size). */
  shared: Float64Array;
}

/**
 * Turns the weights of tokens so that works with the same winner become each other's neighbours: seven steps down the
 * neighbourhood loss −ln Σ p over those that share a winner, p = softmax(likeness / .08) over the nearest works
 * (Goldberger et al., Neighbourhood Components Analysis, 2004, with a diagonal transform). Few steps, since more
 * learn the past by heart.
 */
export function learnTokenWeights(
  families: readonly TokenFamily[],
  nearest: readonly Uint32Array[],
  winnersOf: Lists,
): Float32Array[] {
  const pairs = pairsOf(nearest, winnersOf);
  const logs = families.map(({ weights }) => new Float32Array(weights.length));
  const descents = logs.map((each) => createDescent(each, STRIDE));
  for (let step = 0; step < STEPS; step += 1) {
    const vectors = families.map((family, at) => weighted(family, logs[at] ?? new Float32Array(0)));
    const likeness = vectors.map((each) => likenessOfPairs(each, pairs));
    const pull = pullOf(pairs, likeness);
    vectors.forEach((each, at) => {
      descents[at]?.step(
        gradientOf(each, pairs, pull, likeness[at] ?? pull, families[at]?.weights.length ?? 0),
      );
    });
  }
  return families.map(({ weights }, at) =>
    weights.map((weight, token) => weight * Math.exp(logs[at]?.[token] ?? 0)),
  );
}

function pairsOf(nearest: readonly Uint32Array[], winnersOf: Lists): Pairs {
  const starts = new Uint32Array(nearest.length + 1);
  nearest.forEach((each, work) => {
    starts[work + 1] = (starts[work] ?? 0) + each.length;
  });
  const others = new Uint32Array(starts[nearest.length] ?? 0);
  const shared = new Float64Array(others.length);
  const own = new Map<number, number>();
  nearest.forEach((each, work) => {
    others.set(each, starts[work]);
    own.clear();
    for (let at = winnersOf.starts[work] ?? 0; at < (winnersOf.starts[work + 1] ?? 0); at += 1) {
      own.set(winnersOf.entries[at] ?? 0, winnersOf.values[at] ?? 0);
    }
    for (let pair = starts[work] ?? 0; pair < (starts[work + 1] ?? 0); pair += 1) {
      const other = others[pair] ?? 0;
      for (let at = winnersOf.starts[other] ?? 0; at < (winnersOf.starts[other + 1] ?? 0); at += 1) {
        shared[pair] =
          (shared[pair] ?? 0) + (own.get(winnersOf.entries[at] ?? 0) ?? 0) * (winnersOf.values[at] ?? 0);
      }
    }
  });
  return { starts, others, shared };
}

/** Vectors of length 1 by the weights so far. */
function weighted({ counts, weights }: TokenFamily, logs: Float32Array): Lists {
  const scales = weights.map((weight, token) => weight * Math.exp(logs[token] ?? 0));
  const values = new Float32Array(counts.values.length);
  for (let work = 0; work + 1 < counts.starts.length; work += 1) {
    const [start, end] = [counts.starts[work] ?? 0, counts.starts[work + 1] ?? 0];
    let sum = 0;
    for (let at = start; at < end; at += 1) {
      const value = (counts.values[at] ?? 0) * (scales[counts.entries[at] ?? 0] ?? 0);
      values[at] = value;
      sum += value * value;
    }
    const length = Math.sqrt(sum) || 1;
    for (let at = start; at < end; at += 1) values[at] = (values[at] ?? 0) / length;
  }
  return { starts: counts.starts, entries: counts.entries, values };
}

function likenessOfPairs({ starts, entries, values }: Lists, pairs: Pairs): Float64Array {
  const likeness = new Float64Array(pairs.others.length);
  const own = new Float64Array(entries.reduce((most, entry) => Math.max(most, entry), 0) + 1);
  for (let work = 0; work + 1 < starts.length; work += 1) {
    const [start, end] = [starts[work] ?? 0, starts[work + 1] ?? 0];
    for (let at = start; at < end; at += 1) own[entries[at] ?? 0] = values[at] ?? 0;
    for (let pair = pairs.starts[work] ?? 0; pair < (pairs.starts[work + 1] ?? 0); pair += 1) {
      const other = pairs.others[pair] ?? 0;
      let sum = 0;
      const last = starts[other + 1] ?? 0;
      for (let at = starts[other] ?? 0; at < last; at += 1)
        sum += (own[entries[at] ?? 0] ?? 0) * (values[at] ?? 0);
      likeness[pair] = sum;
    }
    for (let at = start; at < end; at += 1) own[entries[at] ?? 0] = 0;
  }
  return likeness;
}

/** How strongly each pair should come nearer (below zero) or move apart; zero for works whose winners won no neighbour. */
function pullOf({ starts, shared }: Pairs, likeness: readonly Float64Array[]): Float64Array {
  const pull = new Float64Array(shared.length);
  for (let work = 0; work + 1 < starts.length; work += 1) {
    const [start, end] = [starts[work] ?? 0, starts[work + 1] ?? 0];
    let [all, right] = [0, 0];
    for (let pair = start; pair < end; pair += 1) {
      const mean = likeness.reduce((sum, each) => sum + (each[pair] ?? 0), 0) / likeness.length;
      const voice = Math.exp((mean - 1) / SOFTNESS);
      pull[pair] = voice;
      all += voice;
      right += voice * (shared[pair] ?? 0);
    }
    for (let pair = start; pair < end; pair += 1) {
      const voice = pull[pair] ?? 0;
      pull[pair] = right === 0 ? 0 : voice / all - (voice * (shared[pair] ?? 0)) / right;
    }
  }
  return pull;
}

/** Slope of the loss by the logarithm of each weight, up to a factor; lengths stay 1, so what grows shrinks the rest. */
function gradientOf(
  vectors: Lists,
  pairs: Pairs,
  pull: Float64Array,
  likeness: Float64Array,
  size: number,
): Float32Array {
  const { starts, entries, values } = vectors;
  const gradient = new Float32Array(size);
  const own = new Float64Array(size);
  const shrink = new Float64Array(starts.length);
  for (let work = 0; work + 1 < starts.length; work += 1) {
    const [start, end] = [starts[work] ?? 0, starts[work + 1] ?? 0];
    for (let at = start; at < end; at += 1) own[entries[at] ?? 0] = values[at] ?? 0;
    for (let pair = pairs.starts[work] ?? 0; pair < (pairs.starts[work + 1] ?? 0); pair += 1) {
      const force = pull[pair] ?? 0;
      if (force === 0) continue;
      const other = pairs.others[pair] ?? 0;
      const last = starts[other + 1] ?? 0;
      for (let at = starts[other] ?? 0; at < last; at += 1) {
        const token = entries[at] ?? 0;
        const value = own[token] ?? 0;
        if (value !== 0) gradient[token] = (gradient[token] ?? 0) + 2 * force * value * (values[at] ?? 0);
      }
      const both = force * (likeness[pair] ?? 0);
      shrink[work] = (shrink[work] ?? 0) + both;
      shrink[other] = (shrink[other] ?? 0) + both;
    }
    for (let at = start; at < end; at += 1) own[entries[at] ?? 0] = 0;
  }
  for (let work = 0; work + 1 < starts.length; work += 1) {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      const token = entries[at] ?? 0;
      gradient[token] = (gradient[token] ?? 0) - (shrink[work] ?? 0) * (values[at] ?? 0) ** 2;
    }
  }
  return gradient;
}
