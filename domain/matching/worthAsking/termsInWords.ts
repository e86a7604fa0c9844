import { features } from '../pastWork/features.ts';
import type { PastWorkTerm } from '../pastWork/pastWorkRanking.ts';

const MOST_SIMILAR = 'Of all past work in the network its own is among the most similar.';
const SAME_CLIENT = 'It has done such work for this client.';
const SAME_WORDS = 'It tells of its work in the words of this need.';
const SAME_TRADE = 'Co-ops of its trade have done such work.';

/** What the signals say, to a person who does not know them; for one that is not here its own meaning stands. */
const sentences: Readonly<Record<string, string>> = {
  kernel: MOST_SIMILAR,
  neighbours: MOST_SIMILAR,
  second: 'It has done such work more than once.',
  topic: 'It has done work about the same.',
  wording: SAME_WORDS,
  spelling: SAME_WORDS,
  sameTrade: SAME_TRADE,
  partnersOfNear: 'Those it worked with have done such work.',
  clientLikeness: SAME_CLIENT,
  topicForClient: SAME_CLIENT,
  houseWins: SAME_CLIENT,
  // Who works alone is no better to ask than who works in groups.
  alone: '',
};

const signalOf = new Map(features.map(({ name, signal }) => [name, signal]));
const MOST = 2;
/** What adds less to a score moves nobody by a place worth telling of. */
const LEAST = 0.5;

/** The strongest terms of a rank in plain words, at most two; terms that say the same are taken together. */
export function termsInWords(terms: readonly PastWorkTerm[]): string[] {
  const sums = new Map<string, number>();
  for (const { feature, meaning, value } of terms) {
    const sentence = sentences[signalOf.get(feature) ?? ''] ?? `${meaning}.`;
    sums.set(sentence, (sums.get(sentence) ?? 0) + value);
  }
  return [...sums]
    .filter(([sentence, sum]) => sentence !== '' && sum >= LEAST)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([sentence]) => sentence);
}
