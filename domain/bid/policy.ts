import { actsFor } from '../actor.ts';
import type { Actor } from '../actor.ts';
import { move } from '../lifecycle.ts';
import { tenderStateAt } from '../tender/lifecycle.ts';
import { isTendersOwner } from '../tender/policy.ts';
import type { TenderFacts } from '../tender/policy.ts';
import { all, allowed, refused } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { currentRevision, waitingFor } from './frozen.ts';
import { bidMoves, changeableBidStates } from './lifecycle.ts';
import type { BidState } from './lifecycle.ts';
import { memberIds } from './members.ts';
import type { Bid } from './schema.ts';
import { bidStateAt } from './stateAt.ts';

/** What the policy of secrecy needs to know of a bid. */
export interface BidFacts {
  leadId: string;
  /** Co-ops with an accepted seat, the lead among them. */
  memberIds: readonly string[];
  /** Co-ops with an open invitation to a seat. */
  invitedIds: readonly string[];
  state: BidState;
}

export type BidAudience = 'lead' | 'member' | 'invited' | 'client_after_deadline' | 'nobody';

/** States of a bid that the client was handed at the deadline. */
export const openedBidStates: readonly BidState[] = [
  'opened',
  'shortlisted',
  'not_shortlisted',
  'awarded',
  'not_awarded',
  'disqualified',
];

/**
 * THE policy of secrecy (domain rules, section 3): in what part somebody may know of a bid. `invited` knows its own
 * offer and nothing of the bid; for `nobody` the bid does not exist. Coordinators and operators are nobody.
 */
export function bidAudience(actor: Actor, bid: BidFacts, tender: TenderFacts, now: Date): BidAudience {
  const coopId = actor.acting?.isCoop === true ? actor.acting.organisationId : null;
  if (coopId !== null && coopId === bid.leadId) return 'lead';
  if (coopId !== null && bid.memberIds.includes(coopId)) return 'member';
  if (
    mayReadOpenedBids(actor, tender, now).ok &&
    openedBidStates.includes(bidStateAt(bid.state, tender, now))
  )
    return 'client_after_deadline';
  if (coopId !== null && bid.invitedIds.includes(coopId)) return 'invited';
  return 'nobody';
}

/** Whether the client's side may read bids: never before the deadline, and never those of a tender taken back before it. */
export function mayReadOpenedBids(actor: Actor, tender: TenderFacts, now: Date): Verdict {
  if (tender.clientId === null || !isTendersOwner(actor, tender)) return refused('not_found');
  const state = tenderStateAt(tender, now);
  if (state === 'open') return refused('deadline_not_passed');
  const isOpened = ['closed', 'evaluating', 'awarded', 'completed', 'cancelled', 'unsuccessful'].includes(
    state,
  );
  return isOpened ? allowed : refused('wrong_state');
}

/** Whether the bid room is open to the actor; for all others it does not exist. */
export function mayReadBid(actor: Actor, bid: BidFacts, tender: TenderFacts, now: Date): Verdict {
  const audience = bidAudience(actor, bid, tender, now);
  return audience === 'lead' || audience === 'member' ? allowed : refused('not_found');
}

/** A co-op may bid as lead on an open tender of somebody else that it said yes to. */
export function mayStartBid(actor: Actor, tender: TenderFacts, answer: string | null, now: Date): Verdict {
  if (actor.acting === null || !actor.acting.isCoop) return refused('needs_coop');
  return all(
    actsFor(actor, actor.acting.organisationId, 'bidder') ? allowed : refused('needs_bidder'),
    actor.acting.organisationId === tender.clientId ? refused('own_tender') : allowed,
    isOpenAt(tender, now),
    answer === 'yes' || answer === 'yes_if' ? allowed : refused('answer_first'),
  );
}

/** The lead's bidders change the text, the seats and the shares. */
export function mayEditBid(actor: Actor, bid: BidFacts, tender: TenderFacts, now: Date): Verdict {
  return all(
    mayReadBid(actor, bid, tender, now),
    leads(actor, bid),
    mayBind(actor),
    isChangeable(bid, tender, now),
  );
}
export const mayInvite = mayEditBid;
export const mayFreeze = mayEditBid;

/** The lead changes any seat; a member says on its own seat what it brings and whether the others see its price. */
export function mayChangeSeat(
  actor: Actor,
  bid: BidFacts,
  tender: TenderFacts,
  seat: { coopId: string | null; state: string },
  changes: { parts?: unknown; contribution?: unknown; showsPrice?: unknown },
  now: Date,
): Verdict {
  const isOwn =
    seat.state === 'accepted' && seat.coopId !== null && seat.coopId === actor.acting?.organisationId;
  return all(
    mayReadBid(actor, bid, tender, now),
    isOwn && changes.parts === undefined ? allowed : leads(actor, bid),
    !isOwn && changes.showsPrice !== undefined ? refused('not_yours') : allowed,
    mayBind(actor),
    isChangeable(bid, tender, now),
  );
}

export function maySign(actor: Actor, bid: Bid, tender: TenderFacts, now: Date): Verdict {
  const facts = factsOf(bid);
  const revision = currentRevision(bid);
  const inSigning = bid.state !== 'forming' && bid.state !== 'drafting';
  return all(
    mayReadBid(actor, facts, tender, now),
    mayBind(actor),
    isChangeable(facts, tender, now),
    revision !== null && inSigning ? allowed : refused('no_revision'),
    revision !== null && waitingFor(revision).includes(actor.acting?.organisationId ?? '')
      ? allowed
      : refused('already_signed'),
  );
}

export function maySubmit(actor: Actor, bid: Bid, tender: TenderFacts, now: Date): Verdict {
  const facts = factsOf(bid);
  const revision = currentRevision(bid);
  return all(
    mayReadBid(actor, facts, tender, now),
    leads(actor, facts),
    mayBind(actor),
    isChangeable(facts, tender, now),
    bid.state === 'forming' || bid.state === 'drafting' || revision === null
      ? refused('no_revision')
      : allowed,
    revision !== null && waitingFor(revision).length === 0 ? allowed : refused('not_signed'),
    move(bidMoves, bid.state, 'submit').ok ? allowed : refused('wrong_state'),
  );
}

/** Until the deadline the lead can take the bid back, whatever was submitted. */
export function mayWithdrawBid(actor: Actor, bid: BidFacts, tender: TenderFacts, now: Date): Verdict {
  return all(
    mayReadBid(actor, bid, tender, now),
    leads(actor, bid),
    mayBind(actor),
    isChangeable(bid, tender, now),
  );
}

export function mayLeave(actor: Actor, bid: BidFacts, tender: TenderFacts, now: Date): Verdict {
  return all(
    mayReadBid(actor, bid, tender, now),
    actor.acting?.organisationId === bid.leadId ? refused('lead_stays') : allowed,
    mayBind(actor),
    isChangeable(bid, tender, now),
  );
}

/**
 * Whether a reader may see the price of a seat. The lead makes the offer and sees all; the client gets the whole
 * offer; a member sees its own price, and another's only where that seat says so (domain rules, section 3).
 */
export function maySeePrice(
  audience: BidAudience,
  readerId: string | null,
  seat: { coopId: string | null; showsPrice: boolean },
): boolean {
  if (audience === 'lead' || audience === 'client_after_deadline') return true;
  return audience === 'member' && (seat.showsPrice || (seat.coopId !== null && seat.coopId === readerId));
}

/** The facts of a bid that has been read whole. */
export function factsOf(bid: Bid): BidFacts {
  return { leadId: bid.leadId, memberIds: memberIds(bid.content), invitedIds: [], state: bid.state };
}

function leads(actor: Actor, bid: BidFacts): Verdict {
  return actor.acting?.organisationId === bid.leadId ? allowed : refused('only_lead');
}

function mayBind(actor: Actor): Verdict {
  return actor.acting !== null && actsFor(actor, actor.acting.organisationId, 'bidder')
    ? allowed
    : refused('needs_bidder');
}

function isChangeable(bid: BidFacts, tender: TenderFacts, now: Date): Verdict {
  return all(
    isOpenAt(tender, now),
    changeableBidStates.includes(bid.state) ? allowed : refused('wrong_state'),
  );
}

/** Open by the server's clock at the moment the request arrived; the deadline itself is too late. */
function isOpenAt(tender: TenderFacts, now: Date): Verdict {
  if (tenderStateAt(tender, now) === 'open') return allowed;
  const isPast = tender.deadline !== null && now >= new Date(tender.deadline);
  return refused(isPast ? 'deadline_passed' : 'wrong_state');
}
