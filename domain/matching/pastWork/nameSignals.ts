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
const VOTERS = 200;
const PRIOR = 0.002;

/** What the names of co-ops say: whether the tender has their words, and whether winners of near works have them. */
export function nameSignals(
  { coops, winnersOf, works }: WorkHistory,
  nameOf: (coopId: string) => string,
): SignalSource {
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
  const namesOfWorks = packLists(works.map((_, work) => namesOfWork(work, winnersOf, names)));
  const usual = new Float64Array(numbers.size);
  namesOfWorks.entries.forEach((word, at) => {
    usual[word] = (usual[word] ?? 0) + (namesOfWorks.values[at] ?? 0) / works.length;
  });

  return ({ text, likeness, nearest }, { nameInText, nameByVotes }) => {
    for (const word of nameWords(text)) {
      const number = numbers.get(word);
      if (number !== undefined) addTo(nameInText, byWord, number, idf[number] ?? 0);
    }
    const sums = new Float64Array(numbers.size);
    let total = 0;
    for (const work of nearest.subarray(0, VOTERS)) {
      const vote = (likeness[work] ?? 0) ** 2;
      total += vote;
      addTo(sums, namesOfWorks, work, vote);
    }
    if (total === 0) return;
    sums.forEach((sum, word) => {
      addTo(nameByVotes, byWord, word, Math.log((sum / total + PRIOR) / ((usual[word] ?? 0) + PRIOR)));
    });
  };
}

function nameWords(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !LEGAL_FORMS.has(word)).map(stem))];
}

/** Name words of a work's winners, each winner with an equal part. */
function namesOfWork(work: number, winnersOf: Lists, names: Lists): [number, number][] {
  const winners = winnersOf.entries.subarray(winnersOf.starts[work], winnersOf.starts[work + 1]);
  const sums = new Map<number, number>();
  for (const coop of winners) {
    for (let at = names.starts[coop] ?? 0; at < (names.starts[coop + 1] ?? 0); at += 1) {
      const word = names.entries[at] ?? 0;
      sums.set(word, (sums.get(word) ?? 0) + (names.values[at] ?? 0) / winners.length);
    }
  }
  return [...sums];
}

function addTo(sums: Float64Array, { starts, entries, values }: Lists, list: number, weight: number): void {
  for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at += 1) {
    const entry = entries[at] ?? 0;
    sums[entry] = (sums[entry] ?? 0) + weight * (values[at] ?? 0);
  }
}
