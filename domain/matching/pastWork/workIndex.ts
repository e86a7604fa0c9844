import { createInterner } from '../index/interner.ts';
import type { Interner } from '../index/interner.ts';
import { learnTokenWeights } from './learnTokenWeights.ts';
import { createListWriter, packLists, turnLists } from './lists.ts';
import type { Lists } from './lists.ts';
import { mostLike } from './mostLike.ts';
import { tokenWeights } from './tokenWeights.ts';
import { dampedCounts, workTokens } from './workTokens.ts';
import type { WorkTokens } from './workTokens.ts';

/** Weights of a text's tokens, of length 1, or empty when it has none that the past works know. */
export interface WorkVector {
  tokens: Uint32Array;
  values: Float32Array;
}

/** Tokens of one kind: how often each work has each, damped, and how much each tells. */
export interface TokenTable {
  kind: keyof WorkTokens;
  vocabulary: Interner;
  /** By work. */
  counts: Lists;
  weights: Float32Array;
}

/** Single past works by their tokens: how like each of them a text is. */
export interface WorkIndex {
  /** By kind: stems, grams. */
  tables: readonly TokenTable[];
  /** By work, its vector. */
  vectors: Lists;
  /** Number of tokens of a vector. */
  size: number;
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
/** Neighbours of each work by which the weights are learnt. */
const NEAREST = 100;
const NOTHING: WorkVector = { tokens: new Uint32Array(0), values: new Float32Array(0) };

/** Past works as inverted lists by token; likeness is the mean of two cosines, by stems and by 4-grams. */
export function createWorkIndex(texts: readonly string[], winnersOf: Lists, coops: number): WorkIndex {
  const tokensOf = texts.map(workTokens);
  const families = FAMILIES.map(({ kind, power }): TokenTable => {
    const vocabulary = createInterner();
    const counts = packLists(
      tokensOf.map((tokens) =>
        Array.from(dampedCounts(tokens[kind]), ([token, count]) => [vocabulary.numberOf(token), count]),
      ),
    );
    const weights = tokenWeights(turnLists(counts, vocabulary.size()), winnersOf, coops, power);
    return { kind, vocabulary, counts, weights };
  });
  const first = indexOf(families, tokensOf);
  const learned = learnTokenWeights(families, nearestWorks(first, texts.length), winnersOf);
  return indexOf(
    families.map((family, at) => ({ ...family, weights: learned[at] ?? family.weights })),
    tokensOf,
  );
}

function nearestWorks(index: WorkIndex, works: number): Uint32Array[] {
  const likeness = new Float64Array(works);
  return Array.from({ length: works }, (_, work) => {
    index.likenessTo(index.vectorOfWork(work), likeness);
    likeness[work] = 0;
    return mostLike(likeness, NEAREST);
  });
}

function indexOf(families: readonly TokenTable[], tokensOf: readonly WorkTokens[]): WorkIndex {
  const vectors = tokensOf.map((tokens) => vectorFrom(tokens, families));
  const size = families.reduce((sum, { vocabulary }) => sum + vocabulary.size(), 0);
  const lists = listsOf(vectors);
  const postings = turnLists(lists, size);
  return {
    tables: families,
    vectors: lists,
    size,
    vectorOf: (text) => vectorFrom(workTokens(text), families),
    vectorOfWork: (work) => vectors[work] ?? NOTHING,
    likenessTo({ tokens, values }, likeness) {
      likeness.fill(0);
      for (let at = 0; at < tokens.length; at += 1) {
        addPostings(postings, tokens[at] ?? 0, values[at] ?? 0, likeness);
      }
    },
  };
}

function listsOf(vectors: readonly WorkVector[]): Lists {
  const writer = createListWriter(vectors.length);
  for (const { tokens, values } of vectors) {
    for (let at = 0; at < tokens.length; at += 1) writer.add(tokens[at] ?? 0, values[at] ?? 0);
    writer.end();
  }
  return writer.lists();
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
function vectorFrom(words: WorkTokens, families: readonly TokenTable[]): WorkVector {
  const tokens: number[] = [];
  const values: number[] = [];
  let offset = 0;
  for (const { kind, vocabulary, weights } of families) {
    const first = tokens.length;
    let squares = 0;
    for (const [token, count] of dampedCounts(words[kind])) {
      const number = vocabulary.known(token);
      if (number === undefined) continue;
      const value = count * (weights[number] ?? 0);
      squares += value * value;
      tokens.push(number + offset);
      values.push(value);
    }
    const length = Math.sqrt(squares * families.length);
    for (let at = first; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length;
    offset += vocabulary.size();
  }
  return { tokens: Uint32Array.from(tokens), values: Float32Array.from(values) };
}
