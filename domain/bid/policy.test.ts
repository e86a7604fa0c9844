import { describe, expect, test } from '@jest/globals';
import { visitor } from '../actor.ts';
import type { Actor } from '../actor.ts';
import { roles } from '../person/schema.ts';
import type { Role } from '../person/schema.ts';
import { tenderStates } from '../tender/lifecycle.ts';
import type { TenderState } from '../tender/lifecycle.ts';
import { exampleBid } from './example.ts';
import { bidStates } from './lifecycle.ts';
import {
  bidAudience,
  mayChangeSeat,
  mayEditBid,
  mayFreeze,
  mayInvite,
  mayLeave,
  mayReadBid,
  mayReadOpenedBids,
  maySeePrice,
  maySign,
  mayStartBid,
  maySubmit,
  mayWithdrawBid,
} from './policy.ts';
import { bidStateAt } from './stateAt.ts';

const deadline = new Date('2026-12-01T12:00:00Z');
const before = new Date(deadline.getTime() - 1);

function acting(organisationId: string, role: Role, kind: 'coop' | 'client' | 'both'): Actor {
  const isCoop = kind !== 'client';
  return {
    personId: `person-${organisationId}`,
    isOperator: false,
    isCoordinator: false,
    acting: { organisationId, role, isCoop, isClient: kind !== 'coop' },
  };
}

const tender = (state: TenderState) => ({ clientId: 'client', createdBy: 'person-client', state, deadline });
const bid = (state: (typeof bidStates)[number]) => ({
  leadId: 'lead',
  memberIds: ['lead', 'member'],
  invitedIds: ['invited'],
  state,
});

const outsiders: Record<string, Actor> = {
  visitor,
  operator: { personId: 'operator', isOperator: true, isCoordinator: true, acting: null },
  'operator of another co-op': {
    ...acting('stranger', 'steward', 'coop'),
    isOperator: true,
    isCoordinator: true,
  },
  'a person without an organisation': {
    personId: 'somebody',
    isOperator: false,
    isCoordinator: false,
    acting: null,
  },
  'the person who wrote the tender, for nobody': {
    personId: 'person-client',
    isOperator: false,
    isCoordinator: false,
    acting: null,
  },
  'the person who wrote the tender, for another': {
    ...acting('stranger', 'bidder', 'both'),
    personId: 'person-client',
  },
  'another co-op': acting('stranger', 'bidder', 'coop'),
  'another client': acting('stranger', 'steward', 'client'),
};
const clients = roles.map((role) => acting('client', role, 'client'));

describe('the policy of secrecy', () => {
  const cases = bidStates.flatMap((state) => tenderStates.map((of) => ({ state, of })));

  test.each(cases)(
    'before the deadline of a tender $of nobody outside knows of a bid $state',
    ({ state, of }) => {
      // States that a tender only reaches after its deadline are tried for strangers alone.
      const reachable = ['draft', 'in_review', 'open', 'withdrawn'].includes(of);
      for (const actor of Object.values(outsiders))
        expect(bidAudience(actor, bid(state), tender(of), before)).toBe('nobody');
      if (reachable)
        for (const actor of clients)
          expect(bidAudience(actor, bid(state), tender(of), before)).toBe('nobody');
      for (const role of roles) {
        expect(bidAudience(acting('lead', role, 'coop'), bid(state), tender(of), before)).toBe('lead');
        expect(bidAudience(acting('member', role, 'both'), bid(state), tender(of), before)).toBe('member');
        expect(bidAudience(acting('invited', role, 'coop'), bid(state), tender(of), before)).toBe('invited');
      }
    },
  );

  test.each(cases)(
    'from the deadline of a tender $of the client knows a bid $state if it was handed in',
    (it) => {
      const isHandedIn = !['draft', 'in_review', 'withdrawn'].includes(it.of);
      const isOffered = ![
        'forming',
        'drafting',
        'signing',
        'needs_reconfirm',
        'withdrawn',
        'lapsed',
      ].includes(it.state);
      const expected = isHandedIn && isOffered ? 'client_after_deadline' : 'nobody';
      for (const actor of clients)
        expect(bidAudience(actor, bid(it.state), tender(it.of), deadline)).toBe(expected);
      for (const actor of Object.values(outsiders))
        expect(bidAudience(actor, bid(it.state), tender(it.of), deadline)).toBe('nobody');
    },
  );

  test('a co-op is only an insider while it is the one acted for', () => {
    const client = { ...acting('lead', 'steward', 'client') };
    expect(bidAudience(client, bid('drafting'), tender('open'), before)).toBe('nobody');
  });

  test('the client is told to wait, everybody else that there is nothing', () => {
    for (const actor of clients)
      expect(mayReadOpenedBids(actor, tender('open'), before)).toEqual({
        ok: false,
        because: 'deadline_not_passed',
      });
    for (const actor of [...Object.values(outsiders), acting('lead', 'steward', 'coop')])
      expect(mayReadOpenedBids(actor, tender('open'), deadline)).toEqual({ ok: false, because: 'not_found' });
    expect(mayReadOpenedBids(acting('client', 'member', 'client'), tender('open'), deadline).ok).toBe(true);
  });

  test('prices: the lead and the client see all, a member its own and those that are shown', () => {
    const seat = (coopId: string | null, showsPrice = false) => ({ coopId, showsPrice });
    expect(maySeePrice('lead', 'lead', seat('member'))).toBe(true);
    expect(maySeePrice('client_after_deadline', 'client', seat('member'))).toBe(true);
    expect(maySeePrice('member', 'member', seat('member'))).toBe(true);
    expect(maySeePrice('member', 'member', seat('lead'))).toBe(false);
    expect(maySeePrice('member', 'member', seat('lead', true))).toBe(true);
    expect(maySeePrice('member', null, seat(null))).toBe(false);
    for (const audience of ['invited', 'nobody'] as const)
      expect(maySeePrice(audience, 'member', seat('member', true))).toBe(false);
  });
});

describe('time', () => {
  test.each(bidStates)('a bid %s is opened or lapses at the deadline itself, not before', (state) => {
    expect(bidStateAt(state, tender('open'), before)).toBe(state);
    const after = bidStateAt(state, tender('open'), deadline);
    if (state === 'submitted') expect(after).toBe('opened');
    else if (['forming', 'drafting', 'signing', 'needs_reconfirm'].includes(state))
      expect(after).toBe('lapsed');
    else expect(after).toBe(state);
  });

  test.each(bidStates)('a bid %s for a tender that was taken back is never opened', (state) => {
    expect(bidStateAt(state, tender('withdrawn'), deadline)).toBe(state);
  });
});

describe('who may do what', () => {
  const facts = bid('drafting');
  const lead = acting('lead', 'bidder', 'coop');
  const leadMember = acting('lead', 'member', 'coop');
  const member = acting('member', 'bidder', 'coop');
  const memberMember = acting('member', 'member', 'coop');
  const stranger = acting('stranger', 'steward', 'coop');
  const open = tender('open');

  const asks = { mayEditBid, mayInvite, mayFreeze, mayWithdrawBid };
  test.each(Object.entries(asks))('%s: the lead’s bidders, before the deadline', (_name, may) => {
    expect(may(lead, facts, open, before)).toEqual({ ok: true });
    expect(may(leadMember, facts, open, before)).toEqual({ ok: false, because: 'needs_bidder' });
    expect(may(member, facts, open, before)).toEqual({ ok: false, because: 'only_lead' });
    expect(may(stranger, facts, open, before)).toEqual({ ok: false, because: 'not_found' });
    expect(may(visitor, facts, open, before)).toEqual({ ok: false, because: 'not_found' });
    expect(may(lead, facts, open, deadline)).toEqual({ ok: false, because: 'deadline_passed' });
    expect(may(lead, facts, tender('withdrawn'), before)).toEqual({ ok: false, because: 'wrong_state' });
    expect(may(lead, bid('withdrawn'), open, before)).toEqual({ ok: false, because: 'wrong_state' });
  });

  test('reading is for every role of lead and members', () => {
    for (const actor of [lead, leadMember, member, memberMember])
      expect(mayReadBid(actor, facts, open, before).ok).toBe(true);
    expect(mayReadBid(acting('invited', 'steward', 'coop'), facts, open, before).ok).toBe(false);
    expect(mayReadBid(acting('client', 'steward', 'client'), bid('opened'), open, deadline).ok).toBe(false);
  });

  test('leaving is for members, not for the lead', () => {
    expect(mayLeave(member, facts, open, before)).toEqual({ ok: true });
    expect(mayLeave(lead, facts, open, before)).toEqual({ ok: false, because: 'lead_stays' });
    expect(mayLeave(memberMember, facts, open, before)).toEqual({ ok: false, because: 'needs_bidder' });
    expect(mayLeave(member, facts, open, deadline)).toEqual({ ok: false, because: 'deadline_passed' });
  });

  test('a member changes what its own seat says and shows, and nothing else', () => {
    const own = { coopId: 'member', state: 'accepted' };
    const other = { coopId: 'lead', state: 'accepted' };
    const ask = (actor: Actor, seat: typeof own, changes: Parameters<typeof mayChangeSeat>[4]) =>
      mayChangeSeat(actor, facts, open, seat, changes, before);
    expect(ask(member, own, { contribution: 'x', showsPrice: true })).toEqual({ ok: true });
    expect(ask(member, own, { parts: [] })).toEqual({ ok: false, because: 'only_lead' });
    expect(ask(member, other, { contribution: 'x' })).toEqual({ ok: false, because: 'only_lead' });
    expect(ask(lead, own, { parts: [], contribution: 'x' })).toEqual({ ok: true });
    expect(ask(lead, own, { showsPrice: true })).toEqual({ ok: false, because: 'not_yours' });
    expect(ask(memberMember, own, { contribution: 'x' })).toEqual({ ok: false, because: 'needs_bidder' });
    expect(ask(stranger, own, { contribution: 'x' })).toEqual({ ok: false, because: 'not_found' });
  });

  test('starting takes a bidder of another co-op that said yes', () => {
    expect(mayStartBid(lead, open, 'yes', before)).toEqual({ ok: true });
    expect(mayStartBid(lead, open, 'yes_if', before)).toEqual({ ok: true });
    for (const answer of [null, 'no', 'not_now', 'pass_to'])
      expect(mayStartBid(lead, open, answer, before)).toEqual({ ok: false, because: 'answer_first' });
    expect(mayStartBid(leadMember, open, 'yes', before)).toEqual({ ok: false, because: 'needs_bidder' });
    expect(mayStartBid(acting('client', 'bidder', 'both'), open, 'yes', before)).toEqual({
      ok: false,
      because: 'own_tender',
    });
    expect(mayStartBid(acting('client', 'bidder', 'client'), open, 'yes', before)).toEqual({
      ok: false,
      because: 'needs_coop',
    });
    expect(mayStartBid(visitor, open, 'yes', before)).toEqual({ ok: false, because: 'needs_coop' });
    expect(mayStartBid(lead, open, 'yes', deadline)).toEqual({ ok: false, because: 'deadline_passed' });
    expect(mayStartBid(lead, tender('draft'), 'yes', before)).toEqual({ ok: false, because: 'wrong_state' });
  });

  test('signing and submitting need a frozen revision', () => {
    expect(maySign(lead, exampleBid, open, before)).toEqual({ ok: false, because: 'no_revision' });
    expect(maySubmit(lead, exampleBid, open, before)).toEqual({ ok: false, because: 'no_revision' });
    expect(maySign(stranger, exampleBid, open, before)).toEqual({ ok: false, because: 'not_found' });
    expect(maySubmit(lead, exampleBid, open, deadline)).toEqual({ ok: false, because: 'deadline_passed' });
  });
});
