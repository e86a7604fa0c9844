import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import { liveBidStates } from '@cobid/domain/bid/lifecycle.ts';
import type { Submission } from '@cobid/domain/bid/schema.ts';
import type { LifecycleEvent } from '@cobid/domain/lifecycle.ts';
import type { SealedBid } from '../../sealing/bidContent.ts';
import { collection } from '../collection.ts';
import type { Change } from '../collection.ts';
import { oneOf } from '../filter.ts';
import { list, mark, moment, number, text, textList, whole, wholeOrNull } from '../types.ts';

/** A joint offer. Its texts, prices, seats and revisions are in `sealed`; see platform/sealing. */
export interface BidRecord {
  id: string;
  tenderId: string;
  leadId: string;
  state: BidState;
  version: number;
  /** True in the states in which it takes its lead's one place for the tender; absent otherwise. */
  isLive?: true;
  sealed: SealedBid;
  /** Co-ops of accepted seats, the lead among them, for queries. */
  memberIds: string[];
  submission: Submission | null;
  outcome: { reason: string; at: Date } | null;
  /** Random, so that bids are shown in an order that says nothing. */
  orderKey: string;
  createdAt: Date;
  events: LifecycleEvent<BidState>[];
}

export const bids = collection<BidRecord>(
  'bids',
  {
    tenderId: text,
    leadId: text,
    state: text,
    version: number,
    isLive: mark,
    sealed: whole,
    memberIds: textList,
    submission: wholeOrNull,
    outcome: wholeOrNull,
    orderKey: text,
    createdAt: moment,
    events: list,
  },
  [
    { keys: { tenderId: 1, leadId: 1 }, unique: true, partial: { isLive: true } },
    { keys: { memberIds: 1, createdAt: -1 } },
    { keys: { tenderId: 1, state: 1 } },
  ],
);

/**
 * Changes a bid as its writer last saw it: only at that version and, where given, in one of the states. A change of
 * `state` keeps `isLive` in step. Counts the version up; null when somebody was quicker.
 */
export function changeBid(
  guard: { id: string; version: number; states?: readonly BidState[] },
  change: Change<BidRecord>,
): Promise<BidRecord | null> {
  const { id, version, states } = guard;
  return bids.change(
    { id, version, ...(states === undefined ? {} : { state: oneOf(states) }) },
    { ...withLiveness(change), inc: { version: 1 } },
  );
}

function withLiveness(change: Change<BidRecord>): Change<BidRecord> {
  const state = change.set?.state;
  if (state === undefined) return change;
  if (liveBidStates.includes(state)) return { ...change, set: { ...change.set, isLive: true } };
  return { ...change, unset: [...(change.unset ?? []), 'isLive'] };
}

/** Bids for a tender in which a co-op takes part, as lead or member, and that are still alive. */
export function liveBidsOf(coopId: string, tenderId: string): Promise<BidRecord[]> {
  return bids.find({ memberIds: coopId, tenderId, isLive: true });
}
