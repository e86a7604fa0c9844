import { createListWriter, turnLists } from './lists.ts';
import type { Lists } from './lists.ts';
import type { SignalSource } from './signals.ts';
import { createSparseSum } from './sparseSum.ts';
import { dampedCounts, workTokens } from './workTokens.ts';
import type { WorkHistory } from './workHistory.ts';
import type { TokenTable } from './workIndex.ts';

interface Manner {
  /** So many of the nearest kin are listened to, and what they wrote counts this much against the own. */
  kin: number;
  share: number;
  /** So many tokens of the usual language everybody is lent: what was never written is not impossible. */
  lent: number;
}
const STEMS: Manner = { kin: 100, share: 2, lent: 20 };
const GRAMS: Manner = { kin: 40, share: 1, lent: 30 };

interface Language {
  /** By token, the co-ops whose works have it: ln(1 + how often / how often among the lent ones). */
  coopsOf: Lists;
  /** By co-op, what each token costs that writes many others. */
  breadth: Float64Array;
  /** By token, how much it tells. */
  weights: Float64Array;
}

/**
 * How likely a co-op's past works, and those of its kin, would have the tender's words: a unigram language model with
 * Dirichlet smoothing (Zhai and Lafferty, 2001) in which the kin's works count as half-known ones.
 */
export function wordingSignals(
  history: WorkHistory,
  kin: Lists,
  [stems, grams]: readonly TokenTable[],
): SignalSource {
  if (stems === undefined || grams === undefined) return () => undefined;
  const byStems = languageOf(history, kin, stems, STEMS);
  const byGrams = languageOf(history, kin, grams, GRAMS);
  return ({ text }, { wording, spelling }) => {
    speak(text, stems, byStems, wording);
    const total = speak(text, grams, byGrams, spelling);
    for (let coop = 0; coop < spelling.length; coop += 1) {
      spelling[coop] = (spelling[coop] ?? 0) + total * (byGrams.breadth[coop] ?? 0);
    }
  };
}

function languageOf(
  { coops, worksOf, winnersOf }: WorkHistory,
  kin: Lists,
  { counts, weights }: TokenTable,
  manner: Manner,
): Language {
  const own = ownCounts(worksOf, winnersOf, counts, weights.length);
  const usual = new Float64Array(weights.length);
  counts.entries.forEach((token, at) => {
    usual[token] = (usual[token] ?? 0) + (counts.values[at] ?? 0);
  });
  const all = usual.reduce((sum, value) => sum + value, 0);
  const writer = createListWriter(coops.length);
  const breadth = new Float64Array(coops.length);
  const sum = createSparseSum(weights.length);
  for (let coop = 0; coop < coops.length; coop += 1) {
    sum.add(own, coop, 1);
    const start = kin.starts[coop] ?? 0;
    const end = Math.min(start + manner.kin, kin.starts[coop + 1] ?? 0);
    for (let at = start; at < end; at += 1) {
      sum.add(own, kin.entries[at] ?? 0, manner.share * (kin.values[at] ?? 0));
    }
    let total = 0;
    sum.drain((token, value) => {
      total += value;
      writer.add(token, Math.log1p((value * all) / (manner.lent * (usual[token] ?? 1))));
    });
    writer.end();
    breadth[coop] = Math.log(manner.lent / (manner.lent + total));
  }
  return { coopsOf: turnLists(writer.lists(), weights.length), breadth, weights: squaresOf(weights) };
}

/** By co-op, how often its works have each token; a panel's work counts in parts. */
function ownCounts(worksOf: Lists, winnersOf: Lists, counts: Lists, size: number): Lists {
  const writer = createListWriter(worksOf.starts.length - 1);
  const sum = createSparseSum(size);
  for (let coop = 0; coop + 1 < worksOf.starts.length; coop += 1) {
    for (const work of worksOf.entries.subarray(worksOf.starts[coop], worksOf.starts[coop + 1])) {
      sum.add(
        counts,
        work,
        1 / Math.max(1, (winnersOf.starts[work + 1] ?? 0) - (winnersOf.starts[work] ?? 0)),
      );
    }
    sum.drain((token, value) => writer.add(token, value));
    writer.end();
  }
  return writer.lists();
}

/** Squares, in parts of the mean weight's square. */
function squaresOf(weights: Float32Array): Float64Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  return Float64Array.from(weights, (weight) => (weight / mean) ** 2);
}

/** Adds the weighed log-likelihood of the text for each co-op; returns the weight of the whole text. */
function speak(
  text: string,
  { kind, vocabulary }: TokenTable,
  { coopsOf, weights }: Language,
  sums: Float64Array,
): number {
  let total = 0;
  for (const [token, count] of dampedCounts(workTokens(text)[kind])) {
    const number = vocabulary.known(token);
    if (number === undefined) continue;
    const weight = count * (weights[number] ?? 0);
    total += weight;
    const end = coopsOf.starts[number + 1] ?? 0;
    for (let at = coopsOf.starts[number] ?? 0; at < end; at += 1) {
      const coop = coopsOf.entries[at] ?? 0;
      sums[coop] = (sums[coop] ?? 0) + weight * (coopsOf.values[at] ?? 0);
    }
  }
  return total;
}
