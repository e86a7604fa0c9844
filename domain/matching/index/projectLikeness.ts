import { evidenceOf, likenessOf, textLikenessOf } from '../evidence.ts';
import type { Scratch } from './scratch.ts';
import type { TenderQuery } from './tenderQuery.ts';

/** What a co-op's past projects are worth as evidence, from its numbers; 0 where none is like the tender. */
export function evidenceReader(
  query: TenderQuery,
  { isWanted, closeness }: Pick<Scratch, 'isWanted' | 'closeness'>,
): (data: Uint32Array, projectsAt: number) => number {
  const { needs, wordCount, weight } = query;

  function bySkills(data: Uint32Array, start: number, end: number): number {
    let sum = 0;
    for (let need = 0; need < needs.length; need += 1) {
      let best = 0;
      for (let at = start; at < end; at += 1) {
        best = Math.max(best, closeness[(data[at] ?? 0) * needs.length + need] ?? 0);
      }
      sum += (needs[need]?.weight ?? 0) * best;
    }
    return weight === 0 ? 0 : sum / weight;
  }

  function sharedWords(data: Uint32Array, start: number, end: number): number {
    let shared = 0;
    for (let at = start; at < end; at += 1) shared += isWanted[data[at] ?? 0] ?? 0;
    return shared;
  }

  return (data, projectsAt) => {
    const count = data[projectsAt] ?? 0;
    let first = 0;
    let second = 0;
    let at = projectsAt + 1;
    for (let project = 0; project < count; project += 1) {
      const [skills, words] = [data[at] ?? 0, data[at + 1] ?? 0];
      const wordsAt = at + 2 + skills;
      const end = wordsAt + words;
      const byText = textLikenessOf(sharedWords(data, wordsAt, end), words, wordCount);
      const likeness = likenessOf(bySkills(data, at + 2, wordsAt), byText);
      second = Math.max(second, Math.min(first, likeness));
      first = Math.max(first, likeness);
      at = end;
    }
    return evidenceOf(first, second);
  };
}
