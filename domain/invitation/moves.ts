import { move } from '../lifecycle.ts';
import type { Reason } from '../reasons.ts';
import { invitationMoves, invitationStateAt, liveInvitationStates } from './lifecycle.ts';
import type { InvitationState } from './lifecycle.ts';
import type { Offer, Terms } from './schema.ts';

/** What a move of an invitation comes to: the offer as it is now, or why not. */
export type OfferOutcome = { ok: true; offer: Offer } | { ok: false; because: Reason };

/** What one side proposes for a seat. */
export type Proposal = Pick<Terms, 'parts' | 'shareMinor' | 'message'>;

/** A first offer by the lead. */
export function firstOffer(proposal: Proposal, replyBy: Date, now: Date): Offer {
  return { state: 'sent', terms: [toTerms(proposal, 1, 'lead', now)], replyBy, declinedReason: null };
}

/** The co-op has opened it. Says nothing about the terms, so it names no version; safe to repeat. */
export function see(offer: Offer, now: Date): { ok: true; offer: Offer } {
  const moved = move(invitationMoves, invitationStateAt(offer, now), 'see');
  return { ok: true, offer: moved.ok ? { ...offer, state: moved.to } : offer };
}

/** The co-op takes the seat on the lead's terms. */
export function accept(offer: Offer, input: { termsVersion: number }, now: Date): OfferOutcome {
  return stepOnTerms(offer, 'accept', input.termsVersion, now);
}

/** The co-op says no, and why; also after its own counter. */
export function decline(
  offer: Offer,
  input: { termsVersion: number; reason: string },
  now: Date,
): OfferOutcome {
  return stepOnTerms(offer, 'decline', input.termsVersion, now, { declinedReason: input.reason });
}

/** The co-op proposes other terms; they wait for the lead. */
export function counter(offer: Offer, input: { termsVersion: number } & Proposal, now: Date): OfferOutcome {
  return stepOnTerms(offer, 'counter', input.termsVersion, now, {
    terms: [...offer.terms, toTerms(input, input.termsVersion + 1, 'coop', now)],
  });
}

/** The lead takes the co-op's counter as it is. */
export function takeCounter(offer: Offer, input: { termsVersion: number }, now: Date): OfferOutcome {
  return stepOnTerms(offer, 'takeCounter', input.termsVersion, now);
}

/** The lead answers a counter with other terms and a new time to reply. */
export function offerAgain(
  offer: Offer,
  input: { termsVersion: number; replyBy: Date } & Proposal,
  now: Date,
): OfferOutcome {
  return stepOnTerms(offer, 'offerAgain', input.termsVersion, now, {
    terms: [...offer.terms, toTerms(input, input.termsVersion + 1, 'lead', now)],
    replyBy: input.replyBy,
  });
}

/** The lead takes the offer back. */
export function revoke(offer: Offer, input: { termsVersion: number }, now: Date): OfferOutcome {
  return stepOnTerms(offer, 'revoke', input.termsVersion, now);
}

/** Writes down what the clock has done. */
export function expire(offer: Offer, now: Date): OfferOutcome {
  if (now < offer.replyBy) return { ok: false, because: 'wrong_state' };
  const moved = move(invitationMoves, offer.state, 'expire');
  return moved.ok
    ? { ok: true, offer: { ...offer, state: moved.to } }
    : { ok: false, because: 'invitation_over' };
}

/** The terms on the table. */
export function latestTerms(offer: Pick<Offer, 'terms'>): Terms | undefined {
  return offer.terms.at(-1);
}

/** Nobody agrees to, refuses or changes terms that they have not read: the version has to be the latest. */
function stepOnTerms(
  offer: Offer,
  name: keyof typeof invitationMoves,
  termsVersion: number,
  now: Date,
  changes: Partial<Offer> = {},
): OfferOutcome {
  const state: InvitationState = invitationStateAt(offer, now);
  const refuse = (because: Reason): OfferOutcome => ({ ok: false, because });
  if (state === 'expired') return refuse('reply_by_passed');
  if (!liveInvitationStates.includes(state)) return refuse('invitation_over');
  if (latestTerms(offer)?.version !== termsVersion) return refuse('terms_changed');
  const moved = move<InvitationState, typeof invitationMoves>(invitationMoves, state, name);
  return moved.ok ? { ok: true, offer: { ...offer, ...changes, state: moved.to } } : refuse(moved.because);
}

function toTerms(
  { parts, shareMinor, message }: Proposal,
  version: number,
  by: Terms['by'],
  at: Date,
): Terms {
  return { version, by, parts, shareMinor, message, at };
}
