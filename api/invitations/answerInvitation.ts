import type { Actor } from '@cobid/domain/actor.ts';
import { changeableBidStates } from '@cobid/domain/bid/lifecycle.ts';
import { partProblems } from '@cobid/domain/bid/seats.ts';
import {
  accept,
  counter,
  decline,
  offerAgain,
  revoke,
  see,
  takeCounter,
} from '@cobid/domain/invitation/moves.ts';
import type { OfferOutcome } from '@cobid/domain/invitation/moves.ts';
import { mayActOnInvitation } from '@cobid/domain/invitation/policy.ts';
import type {
  AcceptInput,
  CounterInput,
  DeclineInput,
  InvitationView,
  OfferAgainInput,
} from '@cobid/domain/invitation/schema.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { followInvitation } from '@cobid/platform/consortium/followInvitation.ts';
import { bids, liveBidsOf } from '@cobid/platform/mongo/models/bid.ts';
import { changeSeatInvitation, seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, found, invalid, refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { invitationViewOf } from './invitationView.ts';
import { replyByProblems } from './replyByProblems.ts';

export interface InvitationCall {
  actor: Actor;
  now: Date;
  services: Services;
}

interface Step {
  /** Which side acts. */
  side: 'lead' | 'coop';
  move: (invitation: SeatInvitationRecord) => OfferOutcome;
  /** Refuses for reasons beyond the invitation itself. */
  check?: (invitation: SeatInvitationRecord, tender: TenderRecord) => Promise<void> | void;
  /** Whether it keeps or takes the seat, which needs a bid that can still change. */
  needsBid: boolean;
  note?: string;
}

/** The co-op has opened the offer. Everybody of the co-op may; it binds nobody. */
export async function seeInvitation(invitationId: string, call: InvitationCall): Promise<InvitationView> {
  const invitation = found(await seatInvitations.findById(invitationId));
  ensure(mayActOnInvitation(call.actor, invitation, 'coop', 'member'));
  const tender = found(await tenders.findById(invitation.tenderId));
  const { offer } = see(invitation, call.now);
  const seen =
    offer.state === invitation.state
      ? null
      : await changeSeatInvitation({ id: invitationId, states: ['sent'] }, { set: { state: offer.state } });
  return invitationViewOf(seen ?? invitation, tender, 'coop', call.now);
}

export function acceptInvitation(
  id: string,
  input: AcceptInput,
  call: InvitationCall,
): Promise<InvitationView> {
  return takeStep(id, call, {
    side: 'coop',
    move: (invitation) => accept(invitation, input, call.now),
    check: (invitation, tender) => ensureRivals(invitation, tender, input.declaresRival),
    needsBid: true,
    note: input.declaresRival ? 'declared a rival bid' : '',
  });
}

export function declineInvitation(
  id: string,
  input: DeclineInput,
  call: InvitationCall,
): Promise<InvitationView> {
  return takeStep(id, call, {
    side: 'coop',
    move: (invitation) => decline(invitation, input, call.now),
    needsBid: false,
  });
}

export function counterInvitation(
  id: string,
  input: CounterInput,
  call: InvitationCall,
): Promise<InvitationView> {
  return takeStep(id, call, {
    side: 'coop',
    move: (invitation) => counter(invitation, input, call.now),
    check: async (invitation, tender) => {
      const problems = partProblems(input.parts, tender.content);
      if (problems.length > 0) throw invalid(problems);
      // The lead may take the counter as it is, and must not learn of other bids by being refused then.
      await ensureRivals(invitation, tender, input.declaresRival);
    },
    needsBid: true,
    note: input.declaresRival ? 'declared a rival bid' : '',
  });
}

export function takeCounterOf(
  id: string,
  input: { termsVersion: number },
  call: InvitationCall,
): Promise<InvitationView> {
  return takeStep(id, call, {
    side: 'lead',
    move: (invitation) => takeCounter(invitation, input, call.now),
    needsBid: true,
  });
}

export async function offerSeatAgain(
  id: string,
  input: OfferAgainInput,
  call: InvitationCall,
): Promise<InvitationView> {
  const replyBy = new Date(input.replyBy);
  const view = await takeStep(id, call, {
    side: 'lead',
    move: (invitation) => offerAgain(invitation, { ...input, replyBy }, call.now),
    check: (_invitation, tender) => {
      const problems = [
        ...partProblems(input.parts, tender.content),
        ...replyByProblems(replyBy, tender, call.now),
      ];
      if (problems.length > 0) throw invalid(problems);
    },
    needsBid: true,
  });
  await call.services.queues.nudge('expireInvitation', { invitationId: id }, { at: replyBy });
  return view;
}

export function revokeInvitation(
  id: string,
  input: { termsVersion: number },
  call: InvitationCall,
): Promise<InvitationView> {
  return takeStep(id, call, {
    side: 'lead',
    move: (invitation) => revoke(invitation, input, call.now),
    needsBid: false,
  });
}

/**
 * One side's step: one guarded write of the invitation, which is the truth; then the bid's seat and the mails follow
 * it, now or by the sweep.
 */
async function takeStep(id: string, call: InvitationCall, step: Step): Promise<InvitationView> {
  const { actor, now } = call;
  const invitation = found(await seatInvitations.findById(id));
  ensure(mayActOnInvitation(actor, invitation, step.side));
  const tender = found(await tenders.findById(invitation.tenderId));
  if (tenderStateAt(tender, now) !== 'open') {
    const isPast = tender.deadline !== null && now >= tender.deadline;
    throw refusal(isPast ? 'deadline_passed' : 'wrong_state', { state: tender.state });
  }
  const outcome = step.move(invitation);
  if (!outcome.ok) throw refusal(outcome.because, { state: invitation.state });
  if (step.needsBid) await ensureBidLives(invitation);
  await step.check?.(invitation, tender);

  const { state, terms, replyBy, declinedReason } = outcome.offer;
  const event = {
    at: now,
    actorId: actor.personId,
    from: invitation.state,
    to: state,
    note: step.note ?? '',
  };
  const stored = await changeSeatInvitation(
    { id, states: [invitation.state], termsVersion: invitation.terms.length },
    { set: { state, terms, replyBy, declinedReason }, push: { events: event } },
  );
  if (stored === null) throw await overtaken(id, step);
  await follow(stored, call);
  return invitationViewOf(stored, tender, step.side, now);
}

/** Somebody was quicker: the reason is what the move says to the invitation as it is now. */
async function overtaken(id: string, step: Step): Promise<Error> {
  const now = found(await seatInvitations.findById(id));
  const outcome = step.move(now);
  return refusal(outcome.ok ? 'stale_version' : outcome.because, { state: now.state });
}

async function ensureBidLives({ bidId }: SeatInvitationRecord): Promise<void> {
  const bid = await bids.findById(bidId);
  if (bid === null || !changeableBidStates.includes(bid.state)) throw refusal('invitation_over');
}

/** A co-op that is in another bid for the tender declares it, and keeps to the client's limit. */
async function ensureRivals(
  { coopId, bidId }: SeatInvitationRecord,
  tender: TenderRecord,
  declaresRival: boolean,
): Promise<void> {
  const rivals = (await liveBidsOf(coopId, tender.id)).filter((bid) => bid.id !== bidId);
  if (rivals.length >= tender.content.maxBidsPerMember) throw refusal('too_many_bids');
  if (rivals.length > 0 && !declaresRival) throw refusal('rival_undeclared');
}

async function follow(stored: SeatInvitationRecord, { now, services }: InvitationCall): Promise<void> {
  try {
    const { deliveryIds } = await followInvitation(stored, now);
    await services.queues.nudgeAll(
      'sendDelivery',
      deliveryIds.map((deliveryId) => ({ deliveryId })),
    );
  } catch (err) {
    services.log.warn({ err, invitationId: stored.id }, 'could not follow an invitation; the sweep will');
  }
}
