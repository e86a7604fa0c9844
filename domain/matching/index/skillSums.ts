import { COVERING_STRENGTH } from '../requirementFit.ts';
import { classOf, monthOf } from './heldMark.ts';
import type { Postings } from './postings.ts';
import type { Scratch } from './scratch.ts';
import type { TenderQuery } from './tenderQuery.ts';

/**
 * Fills `skillSum` of the working memory with the skill terms of the slots from `start` to before `end`, and, if
 * that is wanted, `strong` with a bit for each requirement that they are strong enough for.
 */
export type SkillSums = (start: number, end: number) => void;

/** One list that is read from front to back, block after block. */
interface Cursor {
  postings: Postings;
  byClass: Float64Array;
  at: number;
}

/** Reads the lists of all skills that answer a tender's requirements; blocks have to be asked for in order. */
export function skillSumsOf(
  { needs, recency }: Pick<TenderQuery, 'needs' | 'recency'>,
  bySkill: readonly (Postings | undefined)[],
  { skillSum, strong, best, touched }: Scratch,
  wantsStrong: boolean,
): SkillSums {
  const lists = needs.map(({ most, answers }) => ({
    most,
    cursors: answers.flatMap(({ skill, byClass }): Cursor[] => {
      const postings = bySkill[skill];
      return postings === undefined ? [] : [{ postings, byClass, at: 0 }];
    }),
  }));

  /** Writes the best strength of each holder in the block; returns how many were not there before. */
  function read(cursor: Cursor, start: number, end: number, before: number): number {
    const { byClass } = cursor;
    const { slots, marks, length } = cursor.postings;
    let count = before;
    let { at } = cursor;
    for (; at < length; at += 1) {
      const slot = slots[at] ?? 0;
      if (slot >= end) break;
      const held = marks[at] ?? 0;
      const strength = (byClass[classOf(held)] ?? 0) * (recency[monthOf(held)] ?? 0);
      const known = best[slot - start] ?? 0;
      if (strength <= known) continue;
      if (known === 0) {
        touched[count] = slot - start;
        count += 1;
      }
      best[slot - start] = strength;
    }
    cursor.at = at;
    return count;
  }

  return (start, end) => {
    skillSum.fill(0, start, end);
    if (wantsStrong) strong.fill(0, start, end);
    for (let need = 0; need < lists.length; need += 1) {
      const { most, cursors } = lists[need] ?? { most: 0, cursors: [] };
      let count = 0;
      for (const cursor of cursors) count = read(cursor, start, end, count);
      for (let at = 0; at < count; at += 1) {
        const position = touched[at] ?? 0;
        const strength = best[position] ?? 0;
        const slot = start + position;
        skillSum[slot] = (skillSum[slot] ?? 0) + most * strength;
        if (wantsStrong && strength >= COVERING_STRENGTH) strong[slot] = (strong[slot] ?? 0) | (1 << need);
        best[position] = 0;
      }
    }
  };
}
