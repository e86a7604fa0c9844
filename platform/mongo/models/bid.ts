import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import { liveBidStates } from '@cobid/domain/bid/lifecycle.ts';
import { memberIds } from '@cobid/domain/bid/members.ts';
import type { Bid, Submission } from '@cobid/domain/bid/schema.ts';
import type { LifecycleEvent } from '@cobid/domain/lifecycle.ts';
import { openBidContent, sealBidContent } from '../../sealing/bidContent.ts';
import type { SealedBid } from '../../sealing/bidContent.ts';
import { collection } from '../collection.ts';
import type { Change } from '../collection.ts';
import { oneOf } from '../filter.ts';
import { list, mark, moment, number, text, textList, whole, wholeOrNull } from '../types.ts';

/** A co-op's way out of a bid; the invitation is the one that it had come by. */
export interface Departure {
  coopId: string;
  invitationId: string | null;
  isPutOut: boolean;
  at: Date;
}

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
  /** Members that left, or whose seat the lead took back, so that the other side hears of it. */
  departures: Departure[];
  /** True while invitations and mails have yet to follow what happened to the bid (platform/consortium). */
  needsFollowing?: true;
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
    departures: list,
    needsFollowing: mark,
    orderKey: text,
    createdAt: moment,
    events: list,
  },
  [
    { keys: { tenderId: 1, leadId: 1 }, unique: true, partial: { isLive: true } },
    { keys: { memberIds: 1, createdAt: -1 } },
    { keys: { tenderId: 1, state: 1 } },
    { keys: { createdAt: 1 }, partial: { needsFollowing: true } },
  ],
);

/** Opens a bid. Ask the policy of secrecy first whether the reader may see it. */
export function toBid(record: BidRecord): Bid {
  const { id, tenderId, leadId, state, submission } = record;
  return { id, tenderId, leadId, state, submission, ...openBidContent(record.sealed) };
}

/** What is stored of a bid: its content sealed, and what queries need beside it. */
export function fromBid(
  bid: Bid,
): Pick<BidRecord, 'tenderId' | 'leadId' | 'state' | 'sealed' | 'memberIds' | 'submission'> {
  const { tenderId, leadId, state, submission, content, revisions } = bid;
  const sealed = sealBidContent({ content, revisions });
  return { tenderId, leadId, state, sealed, memberIds: memberIds(content), submission };
}

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

/** Bids that invitations and mails have yet to follow. */
export function bidsToFollow(limit: number): Promise<BidRecord[]> {
  return bids.find({ needsFollowing: true }, { sort: { createdAt: 1 }, limit });
}

/** Records that everything has followed; a newer need stays. */
export async function markBidFollowed(bid: Pick<BidRecord, 'id' | 'version'>): Promise<void> {
  await bids.change({ id: bid.id, version: bid.version }, { unset: ['needsFollowing'] });
}
