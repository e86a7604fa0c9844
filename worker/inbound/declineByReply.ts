import { isAtLeast } from '@cobid/domain/actor.ts';
import { decline } from '@cobid/domain/invitation/moves.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { followInvitation } from '@cobid/platform/consortium/followInvitation.ts';
import { markAnswered } from '@cobid/platform/mailFeedback/markAnswered.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { changeSeatInvitation, seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { Context } from '../context.ts';
import type { Taken } from '../jobs/takeInboundMail.ts';
import { wantMails } from '../jobs/wantMails.ts';
import type { Reply } from './reply.ts';
import { replyUnclear } from './replyUnclear.ts';

/**
 * A reply to the offer of a seat may decline it. It can't take the seat: that binds the co-op to terms, and needs the page
 * that shows them. An offer whose terms have changed since is another offer.
 */
export async function declineByReply(reply: Reply, context: Context): Promise<Taken> {
  const { delivery, person, understood, words } = reply;
  const now = context.clock();
  const isOffer = delivery.kind === 'seatOffered' || delivery.data['outcome'] === 'offered_again';
  const { invitationId = '' } = delivery.refs;
  const invitation = await seatInvitations.findById(invitationId);
  if (invitation === null || !isOffer) return replyUnclear(reply, 'not_read', context);
  if (understood.kind === 'unclear') return replyUnclear(reply, 'not_understood', context);
  if (understood.kind !== 'no') return replyUnclear(reply, 'needs_page', context);
  const [tender, membership] = await Promise.all([
    tenders.findById(invitation.tenderId),
    memberships.findOne({ personId: person.id, organisationId: invitation.coopId }),
  ]);
  if (membership === null || !isAtLeast(membership.role, 'bidder')) {
    return replyUnclear(reply, 'needs_bidder', context);
  }
  if (tender === null || tenderStateAt(tender, now) !== 'open') {
    return replyUnclear(reply, 'deadline_passed', context);
  }
  const reason = understood.note === '' ? 'By mail: no.' : understood.note;
  const isDone = invitation.state === 'declined' && invitation.declinedReason === reason;
  const termsVersion = Number(delivery.data['termsVersion']);
  const outcome = decline(invitation, { termsVersion, reason }, now);
  if (!outcome.ok && !isDone) return replyUnclear(reply, 'not_possible', context);
  if (outcome.ok && !isDone) {
    const event = {
      at: now,
      actorId: person.id,
      from: invitation.state,
      to: 'declined',
      note: 'by mail',
    } as const;
    const stored = await changeSeatInvitation(
      { id: invitation.id, states: [invitation.state], termsVersion: invitation.terms.length },
      { set: { state: 'declined', declinedReason: reason }, push: { events: event } },
    );
    if (stored === null) return replyUnclear(reply, 'not_possible', context);
    const { deliveryIds } = await followInvitation(stored, now);
    await context.queues.nudgeAll(
      'sendDelivery',
      deliveryIds.map((deliveryId) => ({ deliveryId })),
    );
  }
  await markAnswered({ personId: person.id, invitationId: invitation.id }, now);
  await wantMails(
    [
      {
        key: `replyTaken:${reply.mail.id}`,
        kind: 'replyTaken',
        personId: person.id,
        email: person.email,
        refs: { ...delivery.refs, inboundMailId: reply.mail.id },
        data: { answer: 'declined', reason, words: words.slice(0, 1000) },
      },
    ],
    context,
  );
  return { state: 'done', outcome: 'Taken as declining the seat.', personId: person.id };
}
