import type { BidOutcome } from '@cobid/domain/bid/outcome.ts';
import { factsOf, mayReadBid } from '@cobid/domain/bid/policy.ts';
import type { BidFacts } from '@cobid/domain/bid/policy.ts';
import type { Bid } from '@cobid/domain/bid/schema.ts';
import type { Verdict } from '@cobid/domain/verdict.ts';
import { storeBid } from '@cobid/platform/consortium/changeStoredBid.ts';
import { followBid } from '@cobid/platform/consortium/followBid.ts';
import type { Change } from '@cobid/platform/mongo/collection.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, found, refusal } from '../http/problem.ts';
import type { ActingActor } from '../http/route.ts';
import type { Services } from '../http/services.ts';

/** A bid with its tender, for a member of its consortium. */
export interface Room {
  record: BidRecord;
  bid: Bid;
  tender: TenderRecord;
  /** What policies ask of the bid. */
  facts: BidFacts;
}

/** Who asks, when, and by what means. */
export interface RoomCall {
  actor: ActingActor;
  now: Date;
  services: Services;
}

/** The bid room; for all but the members of the consortium it does not exist. */
export async function loadRoom(
  bidId: string,
  { actor, now }: Pick<RoomCall, 'actor' | 'now'>,
): Promise<Room> {
  const record = found(await bids.findById(bidId));
  const tender = found(await tenders.findById(record.tenderId));
  const { leadId, memberIds, state } = record;
  ensure(mayReadBid(actor, { leadId, memberIds, invitedIds: [], state }, tender, now));
  const bid = toBid(record);
  return { record, bid, tender, facts: factsOf(bid) };
}

/** One change of a bid by a person. */
export interface RoomChange {
  /** The version that the person saw; without one the change is made on whatever is there, if it still may. */
  version?: number;
  may: (room: Room) => Verdict;
  act: (room: Room) => BidOutcome | Promise<BidOutcome>;
  /** For the history; '' where only a change of state is worth a line. */
  note: string;
  /** What else to write beside what the move made of the bid. */
  more?: (room: Room) => Change<BidRecord>;
  /** Whether mails or invitations have to follow. */
  isFollowed?: boolean;
}

const MOST_TRIES = 5;

/** Makes a change in one guarded write, and has mails and invitations follow it. */
export async function changeRoom(bidId: string, call: RoomCall, change: RoomChange): Promise<Room> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const room = await loadRoom(bidId, call);
    const changed = await tryChange(room, call, change);
    if (changed !== null) return changed;
    // Without a version the person asked for something that another's change need not be in the way of.
    if (change.version !== undefined) break;
  }
  throw refusal('stale_version');
}

async function tryChange(room: Room, call: RoomCall, change: RoomChange): Promise<Room | null> {
  const { record, tender } = room;
  const { actor, now } = call;
  if (change.version !== undefined && change.version !== record.version) {
    throw refusal('stale_version', { version: record.version, state: record.state });
  }
  ensure(change.may(room), { state: record.state });
  const outcome = await change.act(room);
  if (!outcome.ok) {
    const issues = outcome.problems;
    throw refusal(outcome.because, { state: record.state, ...(issues.length === 0 ? {} : { issues }) });
  }
  if (outcome.bid === room.bid) return room;
  const more = change.more?.(room) ?? {};
  const stored = await storeBid(
    record,
    outcome.bid,
    { at: now, actorId: actor.personId, note: change.note },
    change.isFollowed === true ? { ...more, set: { ...more.set, needsFollowing: true } } : more,
  );
  if (stored === null) return null;
  if (change.isFollowed === true) await followLater(stored, call);
  const bid = toBid(stored);
  return { record: stored, bid, tender, facts: factsOf(bid) };
}

/** The change is stored and stays so: what cannot follow now is found by the sweep. */
async function followLater(stored: BidRecord, { now, services }: RoomCall): Promise<void> {
  try {
    const deliveryIds = await followBid(stored, now);
    await services.queues.nudgeAll(
      'sendDelivery',
      deliveryIds.map((deliveryId) => ({ deliveryId })),
    );
  } catch (err) {
    services.log.warn({ err, bidId: stored.id }, 'could not follow a bid; the sweep will');
  }
}
