import { attention } from '@cobid/domain/matching/exposure/attention.ts';
import type { Served } from '@cobid/domain/matching/exposure/served.ts';
import { collection } from '../collection.ts';
import { from, oneOf, upTo } from '../filter.ts';
import { moment, momentOrNull, number, text } from '../types.ts';

/**
 * That a co-op was to hear of a version of a tender, at which place of the order, and when a mail told it. The sums of
 * these rows are what the order of later mails goes by.
 */
export interface ExposureRecord {
  id: string;
  tenderId: string;
  tenderVersion: number;
  coopId: string;
  fit: number;
  /** Place in the order, from 1. */
  rank: number;
  /** The attention that this place is worth once a mail has told of it (domain/matching/exposure/attention.ts). */
  worth: number;
  /** λ · debt: by how much the order raised the co-op above its fit, or lowered it; absent in older rows. */
  lift?: number;
  orderedAt: Date;
  shownAt: Date | null;
}

export const exposures = collection<ExposureRecord>(
  'exposures',
  {
    tenderId: text,
    tenderVersion: number,
    coopId: text,
    fit: number,
    rank: number,
    worth: number,
    lift: { type: Number },
    orderedAt: moment,
    shownAt: momentOrNull,
  },
  [
    { keys: { tenderId: 1, tenderVersion: 1, coopId: 1 }, unique: true },
    { keys: { coopId: 1, tenderId: 1 } },
    { keys: { orderedAt: -1 } },
    { keys: { shownAt: -1 } },
  ],
);

/** Records who was to hear of a tender in which order; the first order of a version stays. Safe to repeat. */
export async function recordOrder(
  ordered: readonly { coopId: string; score: number; lift: number }[],
  tender: { id: string; version: number },
  now: Date,
): Promise<void> {
  await exposures.insertNew(
    ordered.map(({ coopId, score, lift }, at) => {
      const rank = at + 1;
      return {
        tenderId: tender.id,
        tenderVersion: tender.version,
        coopId,
        fit: score,
        rank,
        worth: attention(rank),
        lift,
        orderedAt: now,
        shownAt: null,
      };
    }),
  );
}

/**
 * By how much the order of a tender raised a co-op above its fit (negative: lowered it), in points of fit; 0 where it was
 * not in that order. Of several versions the last one counts.
 */
export async function liftsOf(
  coopIds: readonly string[],
  tenderIds: readonly string[],
): Promise<(coopId: string, tenderId: string) => number> {
  const rows = await exposures.find(
    { coopId: oneOf(coopIds), tenderId: oneOf(tenderIds) },
    { sort: { tenderVersion: 1 }, without: ['worth', 'orderedAt', 'shownAt'] },
  );
  const lifts = new Map(rows.map(({ coopId, tenderId, lift }) => [`${coopId} ${tenderId}`, lift ?? 0]));
  return (coopId, tenderId) => lifts.get(`${coopId} ${tenderId}`) ?? 0;
}

/** Records that a mail has told co-ops of a tender; those that were told before stay as they are. */
export async function markShown(tenderId: string, coopIds: readonly string[], now: Date): Promise<void> {
  await exposures.changeMany({ tenderId, coopId: oneOf(coopIds), shownAt: null }, { set: { shownAt: now } });
}

/** What co-ops were shown since a moment, and what their fits would have deserved; all of them where none are named. */
export async function servedSince(since: Date, coopIds?: readonly string[]): Promise<Map<string, Served>> {
  const who = coopIds === undefined ? {} : { coopId: oneOf(coopIds) };
  const [fits, worths] = await Promise.all([
    exposures.sumBy({ ...who, orderedAt: from(since) }, 'coopId', 'fit'),
    exposures.sumBy({ ...who, shownAt: from(since) }, 'coopId', 'worth'),
  ]);
  return new Map([...fits].map(([coopId, fit]) => [coopId, { fit, shown: worths.get(coopId) ?? 0 }]));
}

/** Of how many tenders each co-op was to hear since a moment, and of how many a mail told it. */
export async function timesSince(since: Date): Promise<Map<string, { toHear: number; told: number }>> {
  const [toHear, told] = await Promise.all([
    exposures.countBy({ orderedAt: from(since) }, ['coopId']),
    exposures.countBy({ shownAt: from(since) }, ['coopId']),
  ]);
  const toldOf = new Map(told.map(({ coopId, count }) => [coopId, count]));
  return new Map(
    toHear.map(({ coopId, count }) => [coopId, { toHear: count, told: toldOf.get(coopId) ?? 0 }]),
  );
}

/**
 * The co-ops that were to hear of each of these tenders, with their fits, those of them that stood among the first;
 * of several versions of a tender the last one counts. Tenders without an order are not in it.
 */
export async function ordersOf(
  tenderIds: readonly string[],
  mostOfEach: number,
): Promise<Map<string, { coopId: string; score: number }[]>> {
  const rows = await exposures.find(
    { tenderId: oneOf(tenderIds), rank: upTo(mostOfEach) },
    { without: ['worth', 'orderedAt', 'shownAt'] },
  );
  const fits = new Map<string, Map<string, ExposureRecord>>();
  for (const row of rows) {
    const ofTender = fits.get(row.tenderId) ?? new Map<string, ExposureRecord>();
    fits.set(row.tenderId, ofTender);
    if (row.tenderVersion >= (ofTender.get(row.coopId)?.tenderVersion ?? 0)) ofTender.set(row.coopId, row);
  }
  return new Map(
    [...fits].map(([tenderId, ofTender]) => [
      tenderId,
      [...ofTender.values()].map(({ coopId, fit }) => ({ coopId, score: fit })),
    ]),
  );
}
