import { fold } from '@cobid/domain/text.ts';
import type { PastWork, WantedWork } from '@cobid/domain/matching/pastWork/pastWork.ts';

/** Co-ops in the order of a method, best first. */
export type Ranking = (wanted: WantedWork) => string[];

/** Who won most comes first, whatever is wanted. */
export function byPopularity(works: readonly PastWork[]): Ranking {
  const wins = new Map<string, number>();
  for (const { coops } of works) for (const coop of coops) wins.set(coop, (wins.get(coop) ?? 0) + 1);
  const ranked = ordered(wins);
  return () => ranked;
}

const [K1, B] = [1.2, 0.75];
const NEIGHBOURS = 50;

/** BM25 over single past works; the 50 nearest vote for their winners with the square of their score. */
export function byBm25(works: readonly PastWork[]): Ranking {
  const texts = works.map(({ text }) => wordsOf(text));
  const usual = texts.reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.length);
  const postings = new Map<string, { work: number; weight: number }[]>();
  texts.forEach((words, work) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const weight = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * words.length) / usual));
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [{ work, weight }]);
      else list.push({ work, weight });
    }
  });
  const everybody = [...new Set(works.flatMap(({ coops }) => coops))];
  return ({ text }) => {
    const scores = new Float64Array(works.length);
    for (const word of new Set(wordsOf(text))) {
      const list = postings.get(word) ?? [];
      const idf = Math.log(1 + (works.length - list.length + 0.5) / (list.length + 0.5));
      for (const { work, weight } of list) scores[work] = (scores[work] ?? 0) + idf * weight;
    }
    const nearest = Array.from(scores, (score, work) => ({ score, work }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || a.work - b.work)
      .slice(0, NEIGHBOURS);
    const votes = new Map(everybody.map((coop) => [coop, 0]));
    for (const { score, work } of nearest) {
      for (const coop of works[work]?.coops ?? []) votes.set(coop, (votes.get(coop) ?? 0) + score * score);
    }
    return ordered(votes);
  };
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function ordered(scores: ReadonlyMap<string, number>): string[] {
  return [...scores].toSorted((a, b) => b[1] - a[1]).map(([coop]) => coop);
}
