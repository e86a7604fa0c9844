import { NOT_AMONG, SLACK, scorerFor } from './scorer.ts';
import { BLOCK } from './scratch.ts';
import { isOver, mayBeAsked } from './indexedCoops.ts';
import type { IndexedCoops, TenderQuestion } from './indexedCoops.ts';
import { skillSumsOf } from './skillSums.ts';
import type { TenderQuery } from './tenderQuery.ts';
import { createTopList } from './topList.ts';
import type { Ranked } from './topList.ts';
import { withTender } from './withTender.ts';

/** The best of the first block are found by their skills; this many for each one that is wanted. */
const FIRST_LOOK = 3;
const BANDS = 256;

/** How many of the best are wanted; Infinity for every eligible co-op. */
export type TopQuestion = TenderQuestion & { k: number };

/** The best fits, best first, ties by id. */
export function topOf(coops: IndexedCoops, question: TopQuestion): Ranked[] {
  if (question.k < 1 || isOver(question)) return [];
  return withTender(coops, question, (query) => bestOf(coops, question, query));
}

/**
 * Skills carry most of a fit, so their lists are read, block by block; all other terms together can add only so much,
 * and whoever stays below the last of the best so far even with all that its row of signatures allows is not looked at.
 */
function bestOf(coops: IndexedCoops, question: TopQuestion, query: TenderQuery): Ranked[] {
  const { ids, bySkill, records, signatures, scratch } = coops;
  const { tender, k, weights } = question;
  const list = createTopList(k);
  const sumSkills = skillSumsOf(query, bySkill, scratch);
  const select = signatures.selectorFor(tender, query, weights);
  const score = scorerFor(tender, query, weights, scratch);
  const { skillSum, touched } = scratch;
  const data = records.data();
  let least = -Infinity;

  for (let start = 0; start < ids.length; start += BLOCK) {
    const count = Math.min(BLOCK, ids.length - start);
    sumSkills(start, start + count);
    const early = least === -Infinity ? bandAbove(skillSum, count, weights.skill, k * FIRST_LOOK) : Infinity;
    if (early < Infinity) {
      for (let at = 0; at < count; at += 1) if ((skillSum[at] ?? 0) >= early) look(start, at);
    }
    const found = select({ start, count, skillSum }, least - SLACK, touched);
    for (let each = 0; each < found; each += 1) {
      const at = touched[each] ?? 0;
      if ((skillSum[at] ?? 0) < early) look(start, at);
    }
  }
  return list.sorted();

  function look(start: number, at: number): void {
    const slot = start + at;
    if (!mayBeAsked(coops, slot, question)) return;
    const found = score(data, records.startOf(slot), skillSum[at] ?? 0, least);
    if (found !== NOT_AMONG) least = list.offer(ids[slot] ?? '', found);
  }
}

/** A sum of skill terms that about `wanted` of the co-ops reach; 0 when there are fewer. */
function bandAbove(skillSum: Float64Array, count: number, most: number, wanted: number): number {
  const bands = new Uint32Array(BANDS + 1);
  const scale = most > 0 ? BANDS / most : 0;
  for (let at = 0; at < count; at += 1) {
    const band = Math.min(BANDS, Math.floor((skillSum[at] ?? 0) * scale));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  let seen = 0;
  for (let band = BANDS; band > 0; band -= 1) {
    seen += bands[band] ?? 0;
    if (seen >= wanted) return band / scale;
  }
  return 0;
}
