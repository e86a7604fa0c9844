import { createInterner } from '../index/interner.ts';
import type { Interner } from '../index/interner.ts';
import { packLists, turnLists } from './lists.ts';
import type { Lists } from './lists.ts';
import { tokenWeights } from './tokenWeights.ts';
import { dampedCounts, workTokens } from './workTokens.ts';
import type { WorkTokens } from './workTokens.ts';

/** Weights of a text's tokens, of length 1, or empty when it has none that the past works know. */
export interface WorkVector {
  tokens: Uint32Array;
  values: Float32Array;
}

/** Single past works by their tokens: how like each of them a text is. */
export interface WorkIndex {
  vectorOf(text: string): WorkVector;
  vectorOfWork(work: number): WorkVector;
  /** Writes the likeness of each work, 0 to 1, into `likeness`, by the work's number. */
  likenessTo(vector: WorkVector, likeness: Float64Array): void;
}

/** How strongly shared winners count in the weight of a token. */
const FAMILIES = [
  { kind: 'stems', power: 0.25 },
  { kind: 'grams', power: 0.15 },
] as const;

/** Past works as inverted lists by token; likeness is the mean of two cosines, by stems and by 4-grams. */
export function createWorkIndex(texts: readonly string[], winnersOf: Lists, coops: number): WorkIndex {
  const tokensOf = texts.map(workTokens);
  const vocabularies = FAMILIES.map(() => createInterner());
  const weights = FAMILIES.map(({ kind, power }, family) => {
    const vocabulary = vocabularies[family] ?? createInterner();
    const counts = packLists(
      tokensOf.map((tokens) =>
        Array.from(dampedCounts(tokens[kind]), ([token, count]) => [vocabulary.numberOf(token), count]),
      ),
    );
    return tokenWeights(turnLists(counts, vocabulary.size()), winnersOf, coops, power);
  });
  const offset = vocabularies[0]?.size() ?? 0;
  const vectors = tokensOf.map((tokens) => vectorFrom(tokens, vocabularies, weights, offset));
  const size = offset + (vocabularies[1]?.size() ?? 0);
  const postings = turnLists(
    packLists(
      vectors.map(({ tokens, values }) => Array.from(tokens, (token, at) => [token, values[at] ?? 0])),
    ),
    size,
  );
  return {
    vectorOf: (text) => vectorFrom(workTokens(text), vocabularies, weights, offset),
    vectorOfWork: (work) => vectors[work] ?? { tokens: new Uint32Array(0), values: new Float32Array(0) },
    likenessTo({ tokens, values }, likeness) {
      likeness.fill(0);
      for (let at = 0; at < tokens.length; at += 1)
        addPostings(postings, tokens[at] ?? 0, values[at] ?? 0, likeness);
    },
  };
}

function addPostings(
  { starts, entries, values }: Lists,
  token: number,
  weight: number,
  sums: Float64Array,
): void {
  const end = starts[token + 1] ?? 0;
  for (let at = starts[token] ?? 0; at < end; at += 1) {
    const work = entries[at] ?? 0;
    sums[work] = (sums[work] ?? 0) + weight * (values[at] ?? 0);
  }
}

/** Each family's part has length √½, so that the product of two vectors is the mean of their two cosines. */
function vectorFrom(
  tokens: WorkTokens,
  vocabularies: readonly Interner[],
  weights: readonly Float32Array[],
  offset: number,
): WorkVector {
  const pairs = FAMILIES.flatMap(({ kind }, family) => {
    const part = Array.from(dampedCounts(tokens[kind])).flatMap(([token, count]): [number, number][] => {
      const number = vocabularies[family]?.known(token);
      return number === undefined ? [] : [[number, count * (weights[family]?.[number] ?? 0)]];
    });
    const length = Math.sqrt(part.reduce((sum, [, value]) => sum + value * value, 0) * FAMILIES.length);
    return part.map(([number, value]): [number, number] => [number + family * offset, value / length]);
  });
  return {
    tokens: Uint32Array.from(pairs, ([number]) => number),
    values: Float32Array.from(pairs, ([, value]) => value),
  };
}
