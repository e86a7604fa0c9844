import { collection } from '../collection.ts';
import { before, oneOf, upTo } from '../filter.ts';
import { list, moment, number, text } from '../types.ts';

/** A co-op that did work like what is wanted, and what that was. */
export interface PastWorkHint {
  coopId: string;
  /** The nearest first; `projectId` is null for a tender that was awarded. */
  works: { title: string; year: number; projectId: string | null }[];
  because: string[];
}

/**
 * For each requirement of an open tender the co-ops that did such work and did not cover it, the best first. It is a
 * copy that is made again: whoever shows it looks first whether it still holds (platform/pastWork/worthAsking.ts).
 */
export interface PastWorkHintsRecord {
  id: string;
  tenderId: string;
  tenderVersion: number;
  madeAt: Date;
  /** "plain", or "learnt from 812 lessons on 2026-11-26". */
  model: string;
  requirements: { requirementId: string; hints: PastWorkHint[] }[];
}

export const pastWorkHints = collection<PastWorkHintsRecord>(
  'pastWorkHints',
  { tenderId: text, tenderVersion: number, madeAt: moment, model: text, requirements: list },
  [{ keys: { tenderId: 1 }, unique: true }, { keys: { madeAt: 1 } }],
);

/** Stores what was found for a tender in the place of what was found before. */
export async function storeHints(found: Omit<PastWorkHintsRecord, 'id'>): Promise<void> {
  await pastWorkHints.putMany([found], ['tenderId']);
}

export function hintsOf(tenderIds: readonly string[]): Promise<PastWorkHintsRecord[]> {
  return pastWorkHints.find({ tenderId: oneOf(tenderIds) });
}

/** When the oldest hints were made, if that was at this moment or before. */
export async function oldestHints(upToMoment: Date): Promise<Date | null> {
  const oldest = await pastWorkHints.findOne(
    { madeAt: upTo(upToMoment) },
    { sort: { madeAt: 1 }, without: ['requirements'] },
  );
  return oldest?.madeAt ?? null;
}

/** Removes what was not made again: its tender takes no bids any more. */
export async function removeHintsBefore(moment: Date): Promise<void> {
  await pastWorkHints.remove({ madeAt: before(moment) });
}
