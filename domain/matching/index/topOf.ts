import type { CoopProfile } from '../../coop/schema.ts';
import type { Arena } from './arena.ts';
import type { Terms } from './coopNumbers.ts';
import { classOf, monthOf } from './heldMark.ts';
import type { Postings } from './postings.ts';
import { NOT_AMONG, SLACK, scorerFor } from './scorer.ts';
import { makeRoom } from './scratch.ts';
import type { Scratch } from './scratch.ts';
import type { Signatures } from './signatures.ts';
import { tenderQuery } from './tenderQuery.ts';
import type { QueryNeed, TenderQuery } from './tenderQuery.ts';
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

const BANDS = 512;
/** How many candidates for each one that is wanted are scored first, to learn early which score matters. */
const FIRST_LOOK = 3;

/**
 * The best fits. Skills carry most of a fit, so their lists are read first; all other terms together can add only so
 * much, and whoever's skills are further than that below the last of the best so far is never looked at.
 */
export function topOf(coops: IndexedCoops, question: TopQuestion): Ranked[] {
  const { tender, k, weights, now } = question;
  const { terms, ids, bounds, records, signatures, scratch } = coops;
  const { deadline, budget, currency } = tender.content;
  if (deadline !== null && now >= new Date(deadline)) return [];
  const query = tenderQuery(tender, terms, weights, now);
  makeRoom(scratch, {
    slots: ids.length,
    words: terms.words.size(),
    attributes: terms.attributes.size(),
    closeness: terms.skills.size() * query.needs.length,
  });
  mark(query, scratch, true);
  for (const need of query.needs) addSkill(need, query.recency, coops);

  const list = createTopList(k);
  const score = scorerFor(tender, query, weights, scratch);
  const { skillSum, bounds: mostOf } = scratch;
  const data = records.data();
  let least = k > 0 ? -Infinity : Infinity;
  const early = bandAbove(skillSum, ids.length, weights.skill, k * FIRST_LOOK);
  for (let slot = 0; slot < ids.length; slot += 1) if ((skillSum[slot] ?? 0) >= early) look(slot);
  signatures.bound({ count: ids.length, skillSum, bounds: mostOf }, least - SLACK, tender, query, weights);
  for (let slot = 0; slot < ids.length; slot += 1) {
    if ((mostOf[slot] ?? 0) + SLACK >= least && (skillSum[slot] ?? 0) < early) look(slot);
  }
  mark(query, scratch, false);
  skillSum.fill(0, 0, ids.length);
  return list.sorted();

  function look(slot: number): void {
    const id = ids[slot] ?? '';
    if (id === '' || id === tender.clientId || !isWithin(bounds[slot] ?? null)) return;
    const found = score(data, records.startOf(slot), skillSum[slot] ?? 0, least);
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

/** Adds one requirement's term to everybody who holds something that answers it. */
function addSkill({ most, answers }: QueryNeed, recency: Float64Array, coops: IndexedCoops): void {
  const { best, touched, skillSum } = coops.scratch;
  let count = 0;
  for (const { skill, byClass } of answers) {
    const postings = coops.bySkill[skill];
    if (postings === undefined) continue;
    const { slots, marks, length } = postings;
    for (let at = 0; at < length; at += 1) {
      const slot = slots[at] ?? 0;
      const held = marks[at] ?? 0;
      const strength = (byClass[classOf(held)] ?? 0) * (recency[monthOf(held)] ?? 0);
      const known = best[slot] ?? 0;
      if (strength <= known) continue;
      if (known === 0) {
        touched[count] = slot;
        count += 1;
      }
      best[slot] = strength;
    }
  }
  for (let at = 0; at < count; at += 1) {
    const slot = touched[at] ?? 0;
    skillSum[slot] = (skillSum[slot] ?? 0) + most * (best[slot] ?? 0);
    best[slot] = 0;
  }
}

/** A sum of skill terms that about `count` co-ops reach, or 0. */
function bandAbove(skillSum: Float64Array, slots: number, most: number, count: number): number {
  const bands = new Uint32Array(BANDS + 1);
  const scale = most > 0 ? BANDS / most : 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const band = Math.min(BANDS, ((skillSum[slot] ?? 0) * scale) | 0);
    bands[band] = (bands[band] ?? 0) + 1;
  }
  let seen = 0;
  for (let band = BANDS; band > 0; band -= 1) {
    seen += bands[band] ?? 0;
    if (seen >= count) return band / scale;
  }
  return 0;
}
