import type { InvitationState } from '@cobid/domain/invitation/lifecycle.ts';
import { liveInvitationStates } from '@cobid/domain/invitation/lifecycle.ts';
import type { Terms } from '@cobid/domain/invitation/schema.ts';
import type { LifecycleEvent } from '@cobid/domain/lifecycle.ts';
import { collection } from '../collection.ts';
import type { Change } from '../collection.ts';
import { oneOf, upTo } from '../filter.ts';
import { list, mark, moment, text, textOrNull } from '../types.ts';

/** The offer of a seat in a bid to a co-op, with all versions of its terms. */
export interface SeatInvitationRecord {
  id: string;
  bidId: string;
  tenderId: string;
  seatId: string;
  leadId: string;
  coopId: string;
  state: InvitationState;
  terms: Terms[];
  replyBy: Date;
  declinedReason: string | null;
  /** True while it waits for somebody; absent afterwards: one live invitation per bid and co-op. */
  isLive?: true;
  /** True while the bid's seat and the mails have yet to follow its state (platform/consortium). */
  needsFollowing?: true;
  createdAt: Date;
  events: LifecycleEvent<InvitationState>[];
}

export const seatInvitations = collection<SeatInvitationRecord>(
  'seatInvitations',
  {
    bidId: text,
    tenderId: text,
    seatId: text,
    leadId: text,
    coopId: text,
    state: text,
    terms: list,
    replyBy: moment,
    declinedReason: textOrNull,
    isLive: mark,
    needsFollowing: mark,
    createdAt: moment,
    events: list,
  },
  [
    { keys: { bidId: 1, coopId: 1 }, unique: true, partial: { isLive: true } },
    { keys: { coopId: 1, state: 1 } },
    { keys: { state: 1, replyBy: 1 } },
    { keys: { tenderId: 1, coopId: 1 } },
    { keys: { createdAt: 1 }, partial: { needsFollowing: true } },
  ],
);

/**
 * Changes an invitation in one of the given states, whose terms are still at the version that was read. A change of
 * `state` keeps `isLive` in step and asks the bid to follow; null when somebody was quicker.
 */
export function changeSeatInvitation(
  guard: { id: string; states: readonly InvitationState[]; termsVersion?: number },
  change: Change<SeatInvitationRecord>,
): Promise<SeatInvitationRecord | null> {
  const { id, states, termsVersion } = guard;
  return seatInvitations.change(
    {
      id,
      state: oneOf(states),
      // The terms are numbered from 1 and only ever added to: at version n there is no item with index n.
      ...(termsVersion === undefined
        ? {}
        : { [`terms.${termsVersion - 1}.version`]: termsVersion, [`terms.${termsVersion}.version`]: null }),
    },
    withLiveness(change),
  );
}

function withLiveness(change: Change<SeatInvitationRecord>): Change<SeatInvitationRecord> {
  const state = change.set?.state;
  // That it was seen changes nothing for the bid.
  if (state === undefined || state === 'seen') return change;
  const set = { ...change.set, needsFollowing: true } as const;
  if (liveInvitationStates.includes(state)) return { ...change, set: { ...set, isLive: true } };
  return { ...change, set, unset: [...(change.unset ?? []), 'isLive'] };
}

/** Invitations that their bid has yet to follow. */
export function invitationsToFollow(limit: number): Promise<SeatInvitationRecord[]> {
  return seatInvitations.find({ needsFollowing: true }, { sort: { createdAt: 1 }, limit });
}

/** Records that the bid has followed; a newer state or newer terms stay to be followed. */
export async function markInvitationFollowed(
  invitation: Pick<SeatInvitationRecord, 'id' | 'state' | 'terms'>,
): Promise<void> {
  // Having been seen in between does not matter.
  const states: InvitationState[] = invitation.state === 'sent' ? ['sent', 'seen'] : [invitation.state];
  await seatInvitations.change(
    { id: invitation.id, state: oneOf(states), [`terms.${invitation.terms.length}.version`]: null },
    { unset: ['needsFollowing'] },
  );
}

/** Invitations to seats of one bid that are still open. */
export function liveInvitationsOf(bidId: string): Promise<SeatInvitationRecord[]> {
  return seatInvitations.find({ bidId, isLive: true });
}

/** Live invitations whose time to answer is over, earliest first. */
export function overdueInvitations(now: Date, limit: number): Promise<SeatInvitationRecord[]> {
  return seatInvitations.find(
    { state: oneOf(liveInvitationStates), replyBy: upTo(now) },
    { sort: { replyBy: 1 }, limit },
  );
}

/** Co-ops that have declined a seat in a bid; the tender is there for the index. */
export async function decliningCoopsOf(bid: { id: string; tenderId: string }): Promise<string[]> {
  const declined = await seatInvitations.find(
    { tenderId: bid.tenderId, bidId: bid.id, state: 'declined' },
    { without: ['terms', 'events'] },
  );
  return declined.map(({ coopId }) => coopId);
}
