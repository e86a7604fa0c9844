import type { CoopProfile } from '../../coop/schema.ts';
import type { MatchableCoop } from '../matchable.ts';
import { createArena } from './arena.ts';
import { coopNumbers, createTerms } from './coopNumbers.ts';
import { coverersOf } from './coverersOf.ts';
import type { Coverer } from './coverersOf.ts';
import { heldMark } from './heldMark.ts';
import type { IndexedCoops, TenderQuestion } from './indexedCoops.ts';
import { addPosting, emptyPostings, removePostings } from './postings.ts';
import type { Postings } from './postings.ts';
import { emptyScratch } from './scratch.ts';
import { createSignatures } from './signatures.ts';
import { topOf } from './topOf.ts';
import type { TopQuestion } from './topOf.ts';
import type { Ranked } from './topList.ts';

/**
 * Co-op profiles as inverted lists by held skill and as compact numbers for everything else, so that the best fits to
 * a tender are found without looking at most co-ops, and so are all who can do a part of it.
 */
export interface CoopIndex {
  /** Adds a co-op, or replaces what was known of it. */
  put(coop: MatchableCoop): void;
  /** Removes a co-op; one that isn't there changes nothing. */
  remove(coopId: string): void;
  size(): number;
  /** The eligible co-ops with the highest fit, ties by id: the same, to the bit, as `fit` over all of them. */
  top(question: TopQuestion): Ranked[];
  /** Every eligible co-op that covers a requirement, best fit first: all who have to hear of the tender, and no other. */
  coverers(question: TenderQuestion): Coverer[];
}

export function createCoopIndex(): CoopIndex {
  const terms = createTerms();
  const slotOf = new Map<string, number>();
  const free: number[] = [];
  const ids: string[] = [];
  const bounds: CoopProfile['valueBounds'][] = [];
  const skillsOf: Uint32Array[] = [];
  const bySkill: Postings[] = [];
  const records = createArena();
  const signatures = createSignatures(terms);
  const coops: IndexedCoops = { terms, ids, bounds, bySkill, records, signatures, scratch: emptyScratch() };

  function postingsOf(skill: number): Postings {
    const known = bySkill[skill] ?? emptyPostings();
    bySkill[skill] = known;
    return known;
  }

  function remove(coopId: string): void {
    const slot = slotOf.get(coopId);
    if (slot === undefined) return;
    for (const skill of skillsOf[slot] ?? []) removePostings(postingsOf(skill), slot);
    skillsOf[slot] = new Uint32Array(0);
    ids[slot] = '';
    bounds[slot] = null;
    records.remove(slot);
    slotOf.delete(coopId);
    free.push(slot);
  }

  return {
    put(coop) {
      remove(coop.id);
      const { skills, valueBounds } = coop.profile;
      const slot = free.pop() ?? ids.length;
      slotOf.set(coop.id, slot);
      ids[slot] = coop.id;
      bounds[slot] = valueBounds;
      signatures.put(slot, coop);
      records.put(slot, coopNumbers(coop, terms));
      const held = skills.map((each) => ({ skill: terms.skills.numberOf(each.skill), mark: heldMark(each) }));
      for (const { skill, mark } of held) addPosting(postingsOf(skill), slot, mark);
      skillsOf[slot] = Uint32Array.from(new Set(held.map(({ skill }) => skill)));
    },
    remove,
    size: () => slotOf.size,
    top: (question) => topOf(coops, question),
    coverers: (question) => coverersOf(coops, question),
  };
}
