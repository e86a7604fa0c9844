import { COVERING_STRENGTH, evidenceShare, levelShare } from '../requirementFit.ts';
import { skillsAt } from './coopNumbers.ts';
import { levelOf, monthOf, referencesOf } from './heldMark.ts';
import type { Scratch } from './scratch.ts';
import type { TenderQuery } from './tenderQuery.ts';

/** What a co-op's skills are worth to a tender. */
export interface SkillSum {
  /** Sum of the skill terms, to the bit as `fit` has it. */
  sum: number;
  /** A bit for each requirement that the skills are strong enough for. */
  strong: number;
}

/** Reads the skills from a co-op's numbers into one object that it uses again and again. */
export function skillSumReader(
  { needs, recency }: Pick<TenderQuery, 'needs' | 'recency'>,
  { answering, closeness }: Pick<Scratch, 'answering' | 'closeness'>,
): (data: Uint32Array, start: number) => SkillSum {
  const best = new Float64Array(needs.length);
  const found: SkillSum = { sum: 0, strong: 0 };

  return (data, start) => {
    const from = skillsAt(data, start);
    const end = from + 1 + 2 * (data[from] ?? 0);
    let seen = 0;
    for (let at = from + 1; at < end; at += 2) {
      const skill = data[at] ?? 0;
      const mark = data[at + 1] ?? 0;
      for (let rest = answering[skill] ?? 0; rest !== 0; rest &= rest - 1) {
        const need = 31 - Math.clz32(rest & -rest);
        const sem = closeness[skill * needs.length + need] ?? 0;
        const level = levelShare(levelOf(mark), needs[need]?.level ?? 1);
        const strength = sem * level * evidenceShare(referencesOf(mark)) * (recency[monthOf(mark)] ?? 0);
        if (strength > (best[need] ?? 0)) best[need] = strength;
        seen |= 1 << need;
      }
    }
    found.sum = 0;
    found.strong = 0;
    for (let need = 0; seen !== 0; need += 1, seen >>>= 1) {
      if ((seen & 1) === 0) continue;
      const strength = best[need] ?? 0;
      best[need] = 0;
      found.sum += (needs[need]?.most ?? 0) * strength;
      if (strength >= COVERING_STRENGTH) found.strong |= 1 << need;
    }
    return found;
  };
}
