import type { BidOutcome } from '@cobid/domain/bid/outcome.ts';
import type { Bid } from '@cobid/domain/bid/schema.ts';
import type { Change } from '../mongo/collection.ts';
import { bids, changeBid, fromBid, toBid } from '../mongo/models/bid.ts';
import type { BidRecord } from '../mongo/models/bid.ts';

/** What goes into a bid's history with a change. */
export interface BidNote {
  at: Date;
  actorId: string | null;
  note: string;
}

/**
 * Stores what a move made of a bid, in one guarded write at the version and state in which it was read; null when
 * somebody was quicker. The history tells of each change of state and of whatever is noted.
 */
export function storeBid(
  record: BidRecord,
  bid: Bid,
  { at, actorId, note }: BidNote,
  more: Change<BidRecord> = {},
): Promise<BidRecord | null> {
  const event = { at, actorId, from: record.state, to: bid.state, note };
  const isTold = record.state !== bid.state || note !== '';
  return changeBid(
    { id: record.id, version: record.version, states: [record.state] },
    {
      ...more,
      set: { ...fromBid(bid), ...more.set },
      push: { ...more.push, ...(isTold ? { events: event } : {}) },
    },
  );
}

const MOST_TRIES = 5;

/** What became of an internal move: the bid as it is stored now, or why it could not be made. */
export type StoredOutcome =
  | { ok: true; record: BidRecord; isChanged: boolean }
  | Exclude<BidOutcome, { ok: true }>;

/**
 * Makes a move that nobody waits with a version for, such as seating a co-op: reads again and tries anew when
 * somebody else changed the bid in between, five times at most.
 */
export async function changeStoredBid(
  bidId: string,
  act: (bid: Bid) => BidOutcome,
  note: BidNote,
  more: Change<BidRecord> = {},
): Promise<StoredOutcome> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const record = await bids.findById(bidId);
    if (record === null) return { ok: false, because: 'not_found', problems: [] };
    const bid = toBid(record);
    const outcome = act(bid);
    if (!outcome.ok) return outcome;
    if (outcome.bid === bid) return { ok: true, record, isChanged: false };
    const stored = await storeBid(record, outcome.bid, note, more);
    if (stored !== null) return { ok: true, record: stored, isChanged: true };
  }
  return { ok: false, because: 'stale_version', problems: [] };
}
