import { endInvitation } from '@cobid/domain/bid/seats.ts';
import { liveInvitationStates } from '@cobid/domain/invitation/lifecycle.ts';
import { oneOf, upTo } from '@cobid/platform/mongo/filter.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import type { DeliveryKind } from '@cobid/platform/mongo/models/delivery.ts';
import { bindersOf } from '@cobid/platform/mongo/models/membership.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { Context, Handler } from '../context.ts';
import { changeBidBy } from './changeBidBy.ts';
import { wantMails } from './wantMails.ts';

/**
 * Ends an invitation that nobody answered in time: it has expired, its seat is open again, and the lead is told.
 * `isLive` stays on it until all of that is done, so that the sweep finds what was left half-way.
 */
export const expireInvitation: Handler<'expireInvitation'> = async ({ invitationId }, context) => {
  const now = context.clock();
  const invitation = await seatInvitations.findById(invitationId);
  if (invitation?.isLive !== true) return;
  if (invitation.state !== 'expired' && now < invitation.replyBy) {
    await context.queues.nudge('expireInvitation', { invitationId }, { at: invitation.replyBy });
    return;
  }
  if (invitation.state !== 'expired' && !(await markExpired(invitation, now))) return;
  await finish(invitation, context);
};

/** False when it was answered just in time, or offered again. */
async function markExpired({ id, state }: SeatInvitationRecord, now: Date): Promise<boolean> {
  const event = { at: now, actorId: null, from: state, to: 'expired' as const, note: '' };
  const expired = await seatInvitations.change(
    { id, state: oneOf(liveInvitationStates), replyBy: upTo(now) },
    { set: { state: 'expired' }, push: { events: event } },
  );
  return expired !== null;
}

async function finish(invitation: SeatInvitationRecord, context: Context): Promise<void> {
  const { id, bidId, seatId } = invitation;
  await changeBidBy(bidId, (bid) => endInvitation(bid, { seatId, invitationId: id }));
  const bid = await bids.findById(bidId);
  // Who has lost or withdrawn the whole bid need not hear of one seat.
  if (bid?.isLive === true) await wantMails(await leadMails(invitation), context);
  await seatInvitations.change({ id, state: 'expired' }, { unset: ['isLive'] });
}

async function leadMails({ id, bidId, tenderId, leadId, terms }: SeatInvitationRecord) {
  const kind: DeliveryKind = 'seatAnswered';
  return (await bindersOf([leadId])).map(({ person }) => ({
    key: `seatAnswered:${id}:${terms.length}:expired:${person.id}`,
    kind,
    personId: person.id,
    email: person.email,
    refs: { invitationId: id, bidId, tenderId, organisationId: leadId },
    data: { outcome: 'expired' },
  }));
}
