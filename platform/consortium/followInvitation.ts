import type { BidOutcome } from '@cobid/domain/bid/outcome.ts';
import type { Bid } from '@cobid/domain/bid/schema.ts';
import { acceptSeat, endInvitation, inviteToSeat } from '@cobid/domain/bid/seats.ts';
import { latestTerms } from '@cobid/domain/invitation/moves.ts';
import type { Terms } from '@cobid/domain/invitation/schema.ts';
import { wantDeliveries } from '../mongo/models/delivery.ts';
import { changeSeatInvitation, markInvitationFollowed } from '../mongo/models/seatInvitation.ts';
import type { SeatInvitationRecord } from '../mongo/models/seatInvitation.ts';
import { toDeliveries } from './binderMails.ts';
import type { BinderMail } from './binderMails.ts';
import { changeStoredBid } from './changeStoredBid.ts';
import type { StoredOutcome } from './changeStoredBid.ts';

/**
 * Makes the bid's seat follow the state of its invitation, and wants the mails about it. The invitation is written
 * first and is the truth; each step here may be repeated. Returns the ids of new deliveries, and what the bid said.
 */
export async function followInvitation(
  invitation: SeatInvitationRecord,
  now: Date,
): Promise<{ deliveryIds: string[]; outcome: StoredOutcome }> {
  const terms = latestTerms(invitation);
  if (terms === undefined) throw new Error(`invitation ${invitation.id} has no terms`);
  const outcome = await changeStoredBid(invitation.bidId, (bid) => seatFor(bid, invitation, terms), {
    at: now,
    actorId: null,
    note: `invitation ${invitation.state}`,
  });
  // Somebody is changing the bid without a pause: the mark stays, and the sweep comes back to it.
  if (!outcome.ok && outcome.because === 'stale_version') return { deliveryIds: [], outcome };
  const isOffer = invitation.state === 'sent' || invitation.state === 'seen';
  if (!outcome.ok && isOffer) {
    await takeBack(invitation, now);
    return { deliveryIds: [], outcome };
  }
  const deliveryIds = await wantDeliveries(await toDeliveries(mailsOf(invitation, terms)), now);
  await markInvitationFollowed(invitation);
  return { deliveryIds, outcome };
}

/** The seat went to somebody else, or the bid is over: there is nothing to offer, and no mail told of an offer. */
async function takeBack(invitation: SeatInvitationRecord, at: Date): Promise<void> {
  const { id, state } = invitation;
  const revoked = await changeSeatInvitation(
    { id, states: ['sent', 'seen'] },
    {
      set: { state: 'revoked' },
      push: { events: { at, actorId: null, from: state, to: 'revoked', note: 'no seat' } },
    },
  );
  if (revoked !== null) await markInvitationFollowed(revoked);
}

function seatFor(bid: Bid, invitation: SeatInvitationRecord, terms: Terms): BidOutcome {
  const { id: invitationId, seatId, coopId, state } = invitation;
  if (state === 'accepted') return acceptSeat(bid, { seatId, coopId, invitationId }, terms);
  if (state === 'sent' || state === 'seen') return inviteToSeat(bid, { seatId, coopId, invitationId }, terms);
  // A counter is not agreed on: the seat keeps the terms that were offered.
  if (state === 'countered') return { ok: true, bid };
  return endInvitation(bid, { seatId, invitationId });
}

function mailsOf(invitation: SeatInvitationRecord, terms: Terms): BinderMail[] {
  const { id, bidId, tenderId, leadId, coopId, state } = invitation;
  const refs = { invitationId: id, bidId, tenderId };
  const termsVersion = String(terms.version);
  const key = `${id}:${termsVersion}`;
  const toLead = (outcome: string): BinderMail[] => [
    { kind: 'seatAnswered', to: leadId, key: `${key}:${outcome}`, refs, data: { outcome, termsVersion } },
  ];
  const toCoop = (outcome: string): BinderMail[] => [
    {
      kind: 'counterAnswered',
      to: coopId,
      key: `${key}:${outcome}`,
      refs: { ...refs, coopId },
      data: { outcome, termsVersion },
    },
  ];
  switch (state) {
    case 'sent':
    case 'seen':
      return terms.version === 1
        ? [{ kind: 'seatOffered', to: coopId, key, refs: { ...refs, coopId }, data: { termsVersion } }]
        : toCoop('offered_again');
    case 'accepted':
      return terms.by === 'coop' ? toCoop('taken') : toLead('accepted');
    case 'declined':
    case 'countered':
    case 'expired':
      return toLead(state);
    case 'revoked':
      return toCoop('revoked');
  }
}
