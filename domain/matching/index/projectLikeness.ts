import { evidenceOf, likenessForClient, likenessOf, textLikenessOf } from '../evidence.ts';
import type { Scratch } from './scratch.ts';
import type { TenderQuery } from './tenderQuery.ts';

/** What a co-op's past projects are worth as evidence, from its numbers; 0 where none is like the tender. */
export function evidenceReader(
  query: Pick<TenderQuery, 'needs' | 'wordCount' | 'weight' | 'client'>,
  { isWanted, answering, closeness }: Pick<Scratch, 'isWanted' | 'answering' | 'closeness'>,
): (data: Uint32Array, projectsAt: number) => number {
  const { needs, wordCount, weight, client } = query;
  const best = new Float64Array(needs.length);

  function bySkills(data: Uint32Array, start: number, end: number): number {
    let seen = 0;
    for (let at = start; at < end; at += 1) {
      const skill = data[at] ?? 0;
      for (let rest = answering[skill] ?? 0; rest !== 0; rest &= rest - 1) {
        const need = 31 - Math.clz32(rest & -rest);
        const sem = closeness[skill * needs.length + need] ?? 0;
        if (sem > (best[need] ?? 0)) best[need] = sem;
        seen |= 1 << need;
      }
    }
    let sum = 0;
    for (let need = 0; seen !== 0; need += 1, seen >>>= 1) {
      sum += (needs[need]?.weight ?? 0) * (best[need] ?? 0);
      best[need] = 0;
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
      const skills = data[at + 1] ?? 0;
      const words = data[at + 2] ?? 0;
      const wordsAt = at + 3 + skills;
      const end = wordsAt + words;
      const byText = textLikenessOf(sharedWords(data, wordsAt, end), words, wordCount);
      const byWork = likenessOf(bySkills(data, at + 3, wordsAt), byText);
      const likeness = data[at] === client ? likenessForClient(byWork) : byWork;
      second = Math.max(second, Math.min(first, likeness));
      first = Math.max(first, likeness);
      at = end;
    }
    return evidenceOf(first, second);
  };
}
