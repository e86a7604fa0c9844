import { NOT_AMONG, SLACK, scorerFor } from './scorer.ts';
import { BLOCK } from './scratch.ts';
import { isOver, mayBeAsked } from './indexedCoops.ts';
import type { IndexedCoops, TenderQuestion } from './indexedCoops.ts';
import { skillSumsOf } from './skillSums.ts';
import type { TenderQuery } from './tenderQuery.ts';
import { createTopList } from './topList.ts';
import type { Ranked } from './topList.ts';
import { withTender } from './withTender.ts';

/** The best are looked for among this many for each one that is wanted: those with the best skills. */
const FIRST_LOOK = 3;
const BANDS = 256;
/** Every eighth slot is enough to know about how many reach what. */
const SAMPLE = 8;

/** How many of the best are wanted; Infinity for every eligible co-op. */
export type TopQuestion = TenderQuestion & { k: number };

/** The best fits, best first, ties by id. */
export function topOf(coops: IndexedCoops, question: TopQuestion): Ranked[] {
  if (question.k < 1 || isOver(question)) return [];
  return withTender(coops, question, (query) => bestOf(coops, question, query));
}

/**
 * Skills carry most of a fit, so their lists are read first, and those with the best skills are scored: the last of the
 * best among them sets the bar. All other terms together can add only so much, and whoever stays below the bar even
 * with all that its row of signatures allows is not looked at.
 */
function bestOf(coops: IndexedCoops, question: TopQuestion, query: TenderQuery): Ranked[] {
  const { ids, bySkill, records, signatures, scratch } = coops;
  const { tender, k, weights } = question;
  const list = createTopList(k);
  const sumSkills = skillSumsOf(query, bySkill, scratch, false);
  const select = signatures.selectorFor(tender, query, weights);
  const score = scorerFor(tender, query, weights, scratch);
  const { skillSum, touched } = scratch;
  const data = records.data();
  const slots = ids.length;
  let least = -Infinity;

  for (let start = 0; start < slots; start += BLOCK) sumSkills(start, Math.min(slots, start + BLOCK));
  const early = bandAbove(skillSum, slots, weights.skill, k * FIRST_LOOK);
  for (let slot = 0; slot < slots; slot += 1) if ((skillSum[slot] ?? 0) >= early) look(slot);
  for (let start = 0; start < slots; start += BLOCK) {
    const found = select({ start, count: Math.min(BLOCK, slots - start), skillSum }, least - SLACK, touched);
    for (let each = 0; each < found; each += 1) {
      const slot = touched[each] ?? 0;
      if ((skillSum[slot] ?? 0) < early) look(slot);
    }
  }
  return list.sorted();

  function look(slot: number): void {
    if (!mayBeAsked(coops, slot, question)) return;
    const found = score(data, records.startOf(slot), skillSum[slot] ?? 0, least);
    if (found !== NOT_AMONG) least = list.offer(ids[slot] ?? '', found);
  }
}

/** A sum of skill terms that about `wanted` of the co-ops reach; 0 when there are fewer. */
function bandAbove(skillSum: Float64Array, slots: number, most: number, wanted: number): number {
  const bands = new Uint32Array(BANDS + 1);
  const scale = most > 0 ? BANDS / most : 0;
  for (let slot = 0; slot < slots; slot += SAMPLE) {
    const band = Math.min(BANDS, Math.floor((skillSum[slot] ?? 0) * scale));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  let seen = 0;
  for (let band = BANDS; band > 0; band -= 1) {
    seen += bands[band] ?? 0;
    if (seen * SAMPLE >= wanted) return band / scale;
  }
  return 0;
}
