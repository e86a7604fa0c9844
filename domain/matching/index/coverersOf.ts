import type { Requirement } from '../../tender/schema.ts';
import { conditionsOf } from './conditions.ts';
import { isOver, mayBeAsked } from './indexedCoops.ts';
import type { IndexedCoops, TenderQuestion } from './indexedCoops.ts';
import { NOT_AMONG, scorerFor } from './scorer.ts';
import { BLOCK } from './scratch.ts';
import { skillSumsOf } from './skillSums.ts';
import type { TenderQuery } from './tenderQuery.ts';
import { byScore } from './topList.ts';
import type { Ranked } from './topList.ts';
import { withTender } from './withTender.ts';

/** An eligible co-op that covers something of a tender, and the ids of the requirements that it does not, in their order. */
export type Coverer = Ranked & { missing: string[] };

/** Every eligible co-op that covers at least one requirement, best fit first, ties by id. */
export function coverersOf(coops: IndexedCoops, question: TenderQuestion): Coverer[] {
  if (isOver(question)) return [];
  return withTender(coops, question, (query) => allOf(coops, question, query)).toSorted(byScore);
}

function allOf(coops: IndexedCoops, question: TenderQuestion, query: TenderQuery): Coverer[] {
  const { ids, bySkill, records, scratch } = coops;
  const { tender, weights } = question;
  const { requirements } = tender.content;
  const sumSkills = skillSumsOf(query, bySkill, scratch, true);
  const score = scorerFor(tender, query, weights, scratch);
  const meets = conditionsOf(requirements, coops.terms, query.today);
  const missingBy = new Map<number, string[]>();
  const found: Coverer[] = [];
  const data = records.data();

  for (let start = 0; start < ids.length; start += BLOCK) {
    const count = Math.min(BLOCK, ids.length - start);
    sumSkills(start, start + count);
    for (let slot = start; slot < start + count; slot += 1) look(slot);
  }
  return found;

  function look(slot: number): void {
    const strong = scratch.strong[slot] ?? 0;
    if (strong === 0 || !mayBeAsked(coops, slot, question)) return;
    const covered = meets(strong, data, records.startOf(slot));
    if (covered === 0) return;
    const fit = score(data, records.startOf(slot), scratch.skillSum[slot] ?? 0, -Infinity);
    if (fit === NOT_AMONG) return;
    const missing = missingBy.get(covered) ?? missingOf(requirements, covered);
    missingBy.set(covered, missing);
    found.push({ coopId: ids[slot] ?? '', score: fit, missing });
  }
}

function missingOf(requirements: readonly Requirement[], covered: number): string[] {
  return requirements.filter((_, at) => (covered & (1 << at)) === 0).map(({ id }) => id);
}
