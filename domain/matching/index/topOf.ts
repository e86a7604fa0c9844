import type { CoopProfile } from '../../coop/schema.ts';
import type { Arena } from './arena.ts';
import type { Terms } from './coopNumbers.ts';
import type { Postings } from './postings.ts';
import { NOT_AMONG, SLACK, scorerFor } from './scorer.ts';
import { BLOCK, makeRoom } from './scratch.ts';
import type { Scratch } from './scratch.ts';
import type { Signatures } from './signatures.ts';
import { skillSumsOf } from './skillSums.ts';
import { tenderQuery } from './tenderQuery.ts';
import type { TenderQuery } from './tenderQuery.ts';
import { createTopList } from './topList.ts';
import type { Ranked } from './topList.ts';
import type { TopQuestion } from './coopIndex.ts';

/** What an index holds, by slot: the id is empty where a co-op was removed. */
export interface IndexedCoops {
  terms: Terms;
  ids: readonly string[];
  bounds: readonly CoopProfile['valueBounds'][];
  bySkill: readonly Postings[];
  records: Arena;
  signatures: Signatures;
  scratch: Scratch;
}

/** The best of the first block are found by their skills; this many for each one that is wanted. */
const FIRST_LOOK = 3;
const BANDS = 256;

/**
 * The best fits. Skills carry most of a fit, so their lists are read, block by block; all other terms together can
 * add only so much, and whoever stays below the last of the best so far even with all that its row of signatures
 * allows is not looked at.
 */
export function topOf(coops: IndexedCoops, { tender, k, weights, now }: TopQuestion): Ranked[] {
  const { terms, ids, bounds, bySkill, records, signatures, scratch } = coops;
  const { deadline, budget, currency } = tender.content;
  if (k < 1 || (deadline !== null && now >= new Date(deadline))) return [];
  const query = tenderQuery(tender, terms, weights, now);
  makeRoom(scratch, {
    words: terms.words.size(),
    attributes: terms.attributes.size(),
    closeness: terms.skills.size() * query.needs.length,
  });
  mark(query, scratch, true);
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
  mark(query, scratch, false);
  return list.sorted();

  function look(start: number, at: number): void {
    const slot = start + at;
    const id = ids[slot] ?? '';
    if (id === '' || id === tender.clientId || !isWithin(bounds[slot] ?? null)) return;
    const found = score(data, records.startOf(slot), skillSum[at] ?? 0, least);
    if (found !== NOT_AMONG) least = list.offer(id, found);
  }

  function isWithin(own: CoopProfile['valueBounds']): boolean {
    if (own === null || budget?.kind !== 'band' || own.currency !== currency) return true;
    return budget.maxMinor >= (own.minMinor ?? -Infinity) && budget.minMinor <= (own.maxMinor ?? Infinity);
  }
}

/** Writes what the tender wants into the working memory, or takes it out again. */
function mark(query: TenderQuery, { isWanted, roles, closeness }: Scratch, isIn: boolean): void {
  for (const word of query.words) isWanted[word] = isIn ? 1 : 0;
  for (const [attribute, role] of query.roles) roles[attribute] = isIn ? role : 0;
  query.needs.forEach(({ answers }, at) => {
    for (const { skill, sem } of answers) closeness[skill * query.needs.length + at] = isIn ? sem : 0;
  });
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
