import type { CoopProfile } from '../../coop/schema.ts';
import type { MatchableTender } from '../matchable.ts';
import type { Weights } from '../weights.ts';
import type { Arena } from './arena.ts';
import type { Terms } from './coopNumbers.ts';
import { partitionOf } from './partitions.ts';
import type { Postings } from './postings.ts';
import type { Scratch } from './scratch.ts';
import type { Signatures } from './signatures.ts';

/** A question to an index: the tender, and by which weights and day the fit is worked out. */
export interface TenderQuestion {
  tender: MatchableTender;
  weights: Weights;
  now: Date;
  /** Only the co-ops of this part, 0 to `parts` - 1, by a hash of their ids (see `partitionOf`). */
  partition?: { part: number; parts: number };
}

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

/** Whether a slot may be asked for the tender, as far as its numbers do not say: it is taken, is not the client, wants the value. */
export function mayBeAsked(
  { ids, bounds }: IndexedCoops,
  slot: number,
  { tender, partition }: TenderQuestion,
): boolean {
  const id = ids[slot] ?? '';
  if (id === '' || id === tender.clientId) return false;
  if (partition !== undefined && partitionOf(id, partition.parts) !== partition.part) return false;
  const own = bounds[slot] ?? null;
  const { budget, currency } = tender.content;
  if (own === null || budget?.kind !== 'band' || own.currency !== currency) return true;
  return budget.maxMinor >= (own.minMinor ?? -Infinity) && budget.minMinor <= (own.maxMinor ?? Infinity);
}

/** Whether nobody may be asked any more. */
export function isOver({ tender, now }: TenderQuestion): boolean {
  const { deadline } = tender.content;
  return deadline !== null && now >= new Date(deadline);
}
