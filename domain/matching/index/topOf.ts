import { NOT_AMONG, scorerFor } from './scorer.ts';
import { BLOCK } from './scratch.ts';
import { isOver, mayBeAsked } from './indexedCoops.ts';
import type { IndexedCoops, TenderQuestion } from './indexedCoops.ts';
import { boundSkills, unitsPerFit } from './skillBounds.ts';
import { skillSumReader } from './skillSum.ts';
import type { TenderQuery } from './tenderQuery.ts';
import { createTopList } from './topList.ts';
import type { Ranked } from './topList.ts';
import { withTender } from './withTender.ts';

/** The best are looked for among this many for each one that is wanted: those with the best skills. */
const FIRST_LOOK = 3;
/** Bounds that are the same but for these last bits are in one band. */
const BAND_BITS = 8;
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
  const sumSkills = skillSumReader(query, scratch);
  const select = signatures.selectorFor(tender, query, weights);
  const score = scorerFor(tender, query, weights, scratch);
  const { skillBound, selected } = scratch;
  const data = records.data();
  const slots = ids.length;
  let least = -Infinity;

  boundSkills(query, bySkill, scratch, { slots, units: unitsPerFit(weights) });
  const early = bandAbove(skillBound, slots, k * FIRST_LOOK);
  for (let slot = 0; slot < slots; slot += 1) if ((skillBound[slot] ?? 0) >= early) look(slot);
  for (let start = 0; start < slots; start += BLOCK) {
    const found = select({ start, end: Math.min(slots, start + BLOCK), skillBound }, least, selected);
    for (let each = 0; each < found; each += 1) {
      const slot = selected[each] ?? 0;
      if ((skillBound[slot] ?? 0) < early) look(slot);
    }
  }
  return list.sorted();

  function look(slot: number): void {
    if (!mayBeAsked(coops, slot, question)) return;
    const start = records.startOf(slot);
    const found = score(data, start, sumSkills(data, start).sum, least);
    if (found !== NOT_AMONG) least = list.offer(ids[slot] ?? '', found);
  }
}

/** A bound of the skills that about `wanted` of the co-ops reach; 0 when there are fewer. */
function bandAbove(skillBound: Uint16Array, slots: number, wanted: number): number {
  const bands = new Uint32Array(1 << (16 - BAND_BITS));
  for (let slot = 0; slot < slots; slot += SAMPLE) {
    const band = (skillBound[slot] ?? 0) >> BAND_BITS;
    bands[band] = (bands[band] ?? 0) + 1;
  }
  let seen = 0;
  for (let band = bands.length - 1; band > 0; band -= 1) {
    seen += bands[band] ?? 0;
    if (seen * SAMPLE >= wanted) return band << BAND_BITS;
  }
  return 0;
}
