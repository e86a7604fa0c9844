import { actsFor } from '../actor.ts';
import type { Actor } from '../actor.ts';
import type { Id } from '../ids.ts';
import { move } from '../lifecycle.ts';
import { all, allowed, refused } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { tenderMoves, tenderStateAt } from './lifecycle.ts';
import type { TenderState } from './lifecycle.ts';

/** What policies need to know of a tender. */
export interface TenderFacts {
  clientId: Id | null;
  createdBy: Id;
  state: TenderState;
  deadline: Date | string | null;
}

/** Whether the actor is on the client's side: acts for the client, or wrote a draft that has no client yet. */
export function isTendersOwner(actor: Actor, tender: TenderFacts): boolean {
  if (tender.clientId === null) return actor.personId !== null && actor.personId === tender.createdBy;
  return actsFor(actor, tender.clientId);
}

/** Drafts and tenders in review exist for the client's side only; all others are public. */
export function mayReadTender(actor: Actor, tender: TenderFacts): Verdict {
  const isPublic = tender.state !== 'draft' && tender.state !== 'in_review';
  return isPublic || isTendersOwner(actor, tender) ? allowed : refused('not_found');
}

function owner(actor: Actor, tender: TenderFacts): Verdict {
  return isTendersOwner(actor, tender) ? allowed : refused('not_yours');
}

function binds(actor: Actor, tender: TenderFacts): Verdict {
  if (tender.clientId === null) return refused('needs_client');
  return actsFor(actor, tender.clientId, 'bidder') ? allowed : refused('needs_bidder');
}

function canMove(tender: TenderFacts, name: keyof typeof tenderMoves, now: Date): Verdict {
  const step = move(tenderMoves, tenderStateAt(tender, now), name);
  return step.ok ? allowed : refused(step.because);
}

export function mayEditTender(actor: Actor, tender: TenderFacts): Verdict {
  return all(owner(actor, tender), tender.state === 'draft' ? allowed : refused('wrong_state'));
}
export function mayPublish(actor: Actor, tender: TenderFacts, now: Date): Verdict {
  return all(owner(actor, tender), binds(actor, tender), canMove(tender, 'publish', now));
}
export function mayWithdrawTender(actor: Actor, tender: TenderFacts, now: Date): Verdict {
  return all(owner(actor, tender), binds(actor, tender), canMove(tender, 'withdraw', now));
}
export function mayCancel(actor: Actor, tender: TenderFacts, now: Date): Verdict {
  return all(owner(actor, tender), binds(actor, tender), canMove(tender, 'cancel', now));
}
export function mayCloseWithoutAward(actor: Actor, tender: TenderFacts, now: Date): Verdict {
  return all(owner(actor, tender), binds(actor, tender), canMove(tender, 'closeWithoutAward', now));
}
export function mayAward(actor: Actor, tender: TenderFacts, now: Date): Verdict {
  const state = tenderStateAt(tender, now);
  return all(
    owner(actor, tender),
    binds(actor, tender),
    state === 'closed' || state === 'evaluating' ? allowed : refused('wrong_state'),
  );
}
export function mayComplete(actor: Actor, tender: TenderFacts, now: Date): Verdict {
  return all(owner(actor, tender), binds(actor, tender), canMove(tender, 'complete', now));
}
