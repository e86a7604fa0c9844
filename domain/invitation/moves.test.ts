import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../actor.ts';
import { move } from '../lifecycle.ts';
import { invitationMoves, invitationStateAt, invitationStates, liveInvitationStates } from './lifecycle.ts';
import {
  accept,
  counter,
  decline,
  expire,
  firstOffer,
  offerAgain,
  revoke,
  see,
  takeCounter,
} from './moves.ts';
import type { OfferOutcome } from './moves.ts';
import { invitationSide, mayActOnInvitation } from './policy.ts';
import type { Offer } from './schema.ts';

const now = new Date('2026-11-21T12:00:00Z');
const replyBy = new Date('2026-11-25T12:00:00Z');
const later = new Date('2026-11-28T12:00:00Z');
const proposal = { parts: [{ requirementId: 'maps', days: 5 }], shareMinor: 300_00, message: '' };
const sent = firstOffer(proposal, replyBy, now);

function must(outcome: OfferOutcome): Offer {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.offer;
}

describe('an offer', () => {
  test('is seen, and accepted on the terms that were read', () => {
    const seen = must(see(sent, now));
    expect(seen.state).toBe('seen');
    expect(must(see(seen, now))).toBe(seen);
    expect(must(accept(seen, { termsVersion: 1 }, now)).state).toBe('accepted');
  });

  test('goes back and forth, each time with a new version of the terms', () => {
    const countered = must(counter(sent, { termsVersion: 1, ...proposal, shareMinor: 400_00 }, now));
    expect(countered).toMatchObject({
      state: 'countered',
      terms: [{ by: 'lead' }, { by: 'coop', version: 2 }],
    });
    expect(accept(countered, { termsVersion: 2 }, now)).toEqual({ ok: false, because: 'wrong_state' });
    const again = must(
      offerAgain(countered, { termsVersion: 2, ...proposal, shareMinor: 350_00, replyBy: later }, now),
    );
    expect(again).toMatchObject({
      state: 'sent',
      replyBy: later,
      terms: [{}, {}, { by: 'lead', version: 3 }],
    });
    expect(accept(again, { termsVersion: 1 }, now)).toEqual({ ok: false, because: 'terms_changed' });
    expect(must(accept(again, { termsVersion: 3 }, now)).state).toBe('accepted');
    expect(must(takeCounter(countered, { termsVersion: 2 }, now)).state).toBe('accepted');
  });

  test('a reason is kept with a no', () => {
    const declined = must(decline(sent, { termsVersion: 1, reason: 'No time.' }, now));
    expect(declined).toMatchObject({ state: 'declined', declinedReason: 'No time.' });
  });

  test('expires at its reply-by, written down or not', () => {
    expect(accept(sent, { termsVersion: 1 }, replyBy)).toEqual({ ok: false, because: 'reply_by_passed' });
    expect(must(expire(sent, replyBy)).state).toBe('expired');
    expect(expire(sent, now)).toEqual({ ok: false, because: 'wrong_state' });
    expect(expire(must(accept(sent, { termsVersion: 1 }, now)), replyBy)).toEqual({
      ok: false,
      because: 'invitation_over',
    });
  });
});

describe.each(invitationStates)('in state %s', (state) => {
  const offer: Offer = { ...sent, state };
  const input = { termsVersion: 1, reason: 'No.', replyBy: later, ...proposal };
  const all = [
    ['accept', accept],
    ['decline', decline],
    ['counter', counter],
    ['takeCounter', takeCounter],
    ['offerAgain', offerAgain],
    ['revoke', revoke],
  ] as const;

  test.each(all)('%s follows the table', (name, act) => {
    const moved = move(invitationMoves, state, name);
    const outcome = act(offer, input, now);
    if (moved.ok) expect(must(outcome).state).toBe(moved.to);
    else if (liveInvitationStates.includes(state))
      expect(outcome).toEqual({ ok: false, because: 'wrong_state' });
    else
      expect(outcome).toEqual({
        ok: false,
        because: state === 'expired' ? 'reply_by_passed' : 'invitation_over',
      });
  });

  test.each(all)('%s of terms that are not the latest is refused', (_name, act) => {
    expect(act(offer, { ...input, termsVersion: 2 }, now).ok).toBe(false);
  });

  test('a live invitation has expired at its reply-by', () => {
    expect(invitationStateAt(offer, replyBy)).toBe(liveInvitationStates.includes(state) ? 'expired' : state);
  });
});

test('an invitation exists for its two sides only, and binds through their bidders', () => {
  const invitation = { leadId: 'lead', coopId: 'coop' };
  const as = (organisationId: string, role: 'member' | 'bidder'): Actor => ({
    personId: 'p',
    isOperator: true,
    isCoordinator: true,
    acting: { organisationId, role, isCoop: true, isClient: false },
  });
  expect(invitationSide(as('lead', 'member'), invitation)).toBe('lead');
  expect(invitationSide(as('coop', 'member'), invitation)).toBe('coop');
  expect(invitationSide(as('other', 'bidder'), invitation)).toBe(null);
  expect(mayActOnInvitation(as('coop', 'bidder'), invitation, 'coop')).toEqual({ ok: true });
  expect(mayActOnInvitation(as('coop', 'member'), invitation, 'coop')).toEqual({
    ok: false,
    because: 'needs_bidder',
  });
  expect(mayActOnInvitation(as('coop', 'bidder'), invitation, 'lead')).toEqual({
    ok: false,
    because: 'only_lead',
  });
  expect(mayActOnInvitation(as('lead', 'bidder'), invitation, 'coop')).toEqual({
    ok: false,
    because: 'not_yours',
  });
  expect(mayActOnInvitation(as('other', 'bidder'), invitation, 'coop')).toEqual({
    ok: false,
    because: 'not_found',
  });
});
