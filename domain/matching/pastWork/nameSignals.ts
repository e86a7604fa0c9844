import { fold } from '../../text.ts';
import { packLists, turnLists } from './lists.ts';
import type { Lists } from './lists.ts';
import type { SignalSource } from './signals.ts';
import { stem } from './stem.ts';
import type { WorkHistory } from './workHistory.ts';

/** Legal forms say what a co-op is, which is never an input. */
const LEGAL_FORMS = new Set(
  'pte ltd limited private llp inc incorporated co coop cooperative company corp corporation sdn bhd plc gmbh ag sa sarl scop scic srl sl scrl eg ev llc the and of'.split(
    ' ',
  ),
);

/** What the names of co-ops say: whether the tender has their words. */
export function nameSignals({ coops }: WorkHistory, nameOf: (coopId: string) => string): SignalSource {
  const words = coops.map((coopId) => nameWords(nameOf(coopId)));
  const numbers = new Map<string, number>();
  for (const name of words) for (const word of name) numbers.set(word, numbers.get(word) ?? numbers.size);
  const found = new Float64Array(numbers.size);
  for (const name of words) {
    for (const word of name) found[numbers.get(word) ?? 0] = (found[numbers.get(word) ?? 0] ?? 0) + 1;
  }
  const idf = found.map((each) => Math.log((1 + coops.length) / (1 + each)) + 1);
  const names = packLists(
    words.map((name) => {
      const own = name.map((word) => numbers.get(word) ?? 0);
      const length = Math.sqrt(own.reduce((sum, word) => sum + (idf[word] ?? 0) ** 2, 0)) || 1;
      return own.map((word): [number, number] => [word, (idf[word] ?? 0) / length]);
    }),
  );
  const byWord = turnLists(names, numbers.size);
  return ({ text }, { nameInText }) => {
    for (const word of nameWords(text)) {
      const number = numbers.get(word);
      if (number !== undefined) addTo(nameInText, byWord, number, idf[number] ?? 0);
    }
  };
}

function nameWords(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !LEGAL_FORMS.has(word)).map(stem))];
}

function addTo(sums: Float64Array, { starts, entries, values }: Lists, list: number, weight: number): void {
  for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at += 1) {
    const entry = entries[at] ?? 0;
    sums[entry] = (sums[entry] ?? 0) + weight * (values[at] ?? 0);
  }
}
