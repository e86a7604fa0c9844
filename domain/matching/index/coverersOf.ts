import type { Requirement } from '../../tender/schema.ts';
import { conditionsOf } from './conditions.ts';
import { isOver, mayBeAsked } from './indexedCoops.ts';
import type { IndexedCoops, TenderQuestion } from './indexedCoops.ts';
import { NOT_AMONG, scorerFor } from './scorer.ts';
import { boundSkills, unitsPerFit } from './skillBounds.ts';
import { skillSumReader } from './skillSum.ts';
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
  const slots = ids.length;
  const { tender, weights } = question;
  const { requirements } = tender.content;
  const sumSkills = skillSumReader(query, scratch);
  const score = scorerFor(tender, query, weights, scratch);
  const meets = conditionsOf(requirements, coops.terms, query.today);
  const missingBy = new Map<number, string[]>();
  const found: Coverer[] = [];
  const data = records.data();

  boundSkills(query, bySkill, scratch, { slots, units: unitsPerFit(weights) });
  for (let slot = 0; slot < slots; slot += 1) if ((scratch.skillBound[slot] ?? 0) > 0) look(slot);
  return found;

  function look(slot: number): void {
    const start = records.startOf(slot);
    const { sum, strong } = sumSkills(data, start);
    if (strong === 0 || !mayBeAsked(coops, slot, question)) return;
    const covered = meets(strong, data, start);
    if (covered === 0) return;
    const fit = score(data, start, sum, -Infinity);
    if (fit === NOT_AMONG) return;
    const missing = missingBy.get(covered) ?? missingOf(requirements, covered);
    missingBy.set(covered, missing);
    found.push({ coopId: ids[slot] ?? '', score: fit, missing });
  }
}

function missingOf(requirements: readonly Requirement[], covered: number): string[] {
  return requirements.filter((_, at) => (covered & (1 << at)) === 0).map(({ id }) => id);
}
