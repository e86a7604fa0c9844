import { describe, expect, test } from '@jest/globals';
import { visitor } from '../actor.ts';
import type { Actor } from '../actor.ts';
import type { Role } from '../person/schema.ts';
import { tenderStates } from './lifecycle.ts';
import {
  mayAward,
  mayCancel,
  mayComplete,
  mayEditTender,
  mayPublish,
  mayReadTender,
  mayWithdrawTender,
} from './policy.ts';
import type { TenderFacts } from './policy.ts';

const client = 'c'.repeat(24);
const other = 'd'.repeat(24);
const author = 'a'.repeat(24);
const deadline = '2026-12-01T12:00:00Z';
const before = new Date('2026-11-30T12:00:00Z');
const after = new Date('2026-12-01T12:00:00Z');

function acting(organisationId: string, role: Role, personId = author): Actor {
  return {
    personId,
    isOperator: false,
    isCoordinator: false,
    acting: { organisationId, isCoop: false, isClient: true, role },
  };
}
function tender(state: TenderFacts['state'], clientId: string | null = client): TenderFacts {
  return { clientId, createdBy: author, state, deadline };
}

const outsiders: [string, Actor][] = [
  ['a visitor', visitor],
  ['a stranger', { personId: 'b'.repeat(24), isOperator: false, isCoordinator: false, acting: null }],
  ['another client', acting(other, 'steward', 'b'.repeat(24))],
  ['an operator', { personId: 'e'.repeat(24), isOperator: true, isCoordinator: true, acting: null }],
];

describe('reading a tender', () => {
  test.each(outsiders)('%s reads what is published and nothing else', (_name, actor) => {
    for (const state of tenderStates) {
      expect(mayReadTender(actor, tender(state)).ok).toBe(state !== 'draft' && state !== 'in_review');
    }
  });
  test('the client reads its tender in every state', () => {
    for (const state of tenderStates)
      expect(mayReadTender(acting(client, 'member'), tender(state)).ok).toBe(true);
  });
  test('a draft without a client is its author’s alone', () => {
    expect(
      mayReadTender(
        { personId: author, isOperator: false, isCoordinator: false, acting: null },
        tender('draft', null),
      ).ok,
    ).toBe(true);
    expect(mayReadTender(acting(client, 'steward', 'b'.repeat(24)), tender('draft', null)).ok).toBe(false);
  });
});

describe('acting on a tender', () => {
  test.each(outsiders)('%s may do nothing', (_name, actor) => {
    for (const state of tenderStates) {
      for (const now of [before, after]) {
        expect(mayEditTender(actor, tender(state)).ok).toBe(false);
        for (const may of [mayPublish, mayWithdrawTender, mayCancel, mayAward, mayComplete]) {
          expect(may(actor, tender(state), now).ok).toBe(false);
        }
      }
    }
  });
  test('a member edits the draft and binds nobody; a bidder binds the client', () => {
    expect(mayEditTender(acting(client, 'member'), tender('draft')).ok).toBe(true);
    expect(mayPublish(acting(client, 'member'), tender('draft'), before)).toEqual({
      ok: false,
      because: 'needs_bidder',
    });
    expect(mayPublish(acting(client, 'bidder'), tender('draft'), before).ok).toBe(true);
  });
  test('a draft without a client can’t be published', () => {
    expect(
      mayPublish(
        { personId: author, isOperator: false, isCoordinator: false, acting: null },
        tender('draft', null),
        before,
      ),
    ).toEqual({
      ok: false,
      because: 'needs_client',
    });
  });
  test('the deadline ends withdrawing and begins choosing', () => {
    const steward = acting(client, 'steward');
    expect(mayWithdrawTender(steward, tender('open'), before).ok).toBe(true);
    expect(mayWithdrawTender(steward, tender('open'), after).ok).toBe(false);
    expect(mayAward(steward, tender('open'), before).ok).toBe(false);
    expect(mayAward(steward, tender('open'), after).ok).toBe(true);
    expect(mayAward(steward, tender('awarded'), after).ok).toBe(false);
  });
});
