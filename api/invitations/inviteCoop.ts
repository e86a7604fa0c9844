import { factsOf, mayInvite } from '@cobid/domain/bid/policy.ts';
import { inviteToSeat, partProblems } from '@cobid/domain/bid/seats.ts';
import { firstOffer } from '@cobid/domain/invitation/moves.ts';
import type { InvitationInput, InvitationView } from '@cobid/domain/invitation/schema.ts';
import type { Problem } from '@cobid/domain/problem.ts';
import { followInvitation } from '@cobid/platform/consortium/followInvitation.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, found, invalid, refusal } from '../http/problem.ts';
import type { ActingActor } from '../http/route.ts';
import type { Services } from '../http/services.ts';
import { invitationViewOf } from './invitationView.ts';
import { replyByProblems } from './replyByProblems.ts';

/**
 * The lead offers a seat to a co-op. The invitation is stored first, as a unique index keeps a co-op from being
 * invited to a bid twice; then the seat follows it. Where the seat has gone to somebody else in between, the
 * invitation goes away again before anybody was told of it.
 */
export async function inviteCoop(
  { bidId, seatId }: { bidId: string; seatId: string },
  input: InvitationInput,
  { actor, now, services }: { actor: ActingActor; now: Date; services: Services },
): Promise<InvitationView> {
  const record = found(await bids.findById(bidId));
  const tender = found(await tenders.findById(record.tenderId));
  const bid = toBid(record);
  ensure(mayInvite(actor, factsOf(bid), tender, now), { state: record.state });
  const { coopId, parts, shareMinor, message } = input;
  const replyBy = new Date(input.replyBy);
  const problems = [
    ...(await coopProblems(coopId, tender)),
    ...partProblems(parts, tender.content),
    ...replyByProblems(replyBy, tender, now),
  ];
  if (problems.length > 0) throw invalid(problems);
  const invitationId = newId();
  const tried = inviteToSeat(bid, { seatId, coopId, invitationId }, { parts, shareMinor });
  if (!tried.ok) throw refusal(tried.because);

  const offer = firstOffer({ parts, shareMinor, message }, replyBy, now);
  const invitation = await seatInvitations.insertIfNew({
    id: invitationId,
    bidId,
    tenderId: tender.id,
    seatId,
    leadId: record.leadId,
    coopId,
    ...offer,
    isLive: true,
    needsFollowing: true,
    createdAt: now,
    events: [{ at: now, actorId: actor.personId, from: null, to: offer.state, note: '' }],
  });
  if (invitation === null) throw refusal('coop_invited');
  const { deliveryIds, outcome } = await followInvitation(invitation, now);
  if (!outcome.ok) {
    await seatInvitations.remove({ id: invitationId });
    throw refusal(outcome.because);
  }
  await services.queues.nudgeAll(
    'sendDelivery',
    deliveryIds.map((deliveryId) => ({ deliveryId })),
  );
  await services.queues.nudge('expireInvitation', { invitationId }, { at: replyBy });
  return invitationViewOf(invitation, tender, 'lead', now);
}

async function coopProblems(coopId: string, tender: TenderRecord): Promise<Problem[]> {
  const coop = await organisations.findById(coopId);
  const pointer = '/coopId';
  if (coop === null || !coop.isCoop) return [{ pointer, message: 'There is no such co-op.' }];
  return coopId === tender.clientId
    ? [{ pointer, message: 'This organisation posted the tender, so it cannot bid on it.' }]
    : [];
}
