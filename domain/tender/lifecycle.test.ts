import { describe, expect, test } from '@jest/globals';
import { move } from '../lifecycle.ts';
import { tenderMoves, tenderStateAt, tenderStates } from './lifecycle.ts';

/** The whole machine, written out: whatever is not here is refused. */
const table: Record<string, Record<string, string>> = {
  draft: { publish: 'open', submitForReview: 'in_review' },
  in_review: { release: 'open' },
  open: { withdraw: 'withdrawn' },
  closed: { openEnvelopes: 'evaluating', cancel: 'cancelled', closeWithoutAward: 'unsuccessful' },
  evaluating: { award: 'awarded', cancel: 'cancelled', closeWithoutAward: 'unsuccessful' },
  awarded: { complete: 'completed' },
};

const moveNames = [
  'publish',
  'submitForReview',
  'release',
  'openEnvelopes',
  'award',
  'complete',
  'withdraw',
  'cancel',
  'closeWithoutAward',
] as const satisfies readonly (keyof typeof tenderMoves)[];

describe('moves of a tender', () => {
  for (const state of tenderStates) {
    for (const name of moveNames) {
      const to = table[state]?.[name];
      test(`${name} from ${state}: ${to ?? 'refused'}`, () => {
        expect(move(tenderMoves, state, name)).toEqual(
          to === undefined ? { ok: false, because: 'wrong_state' } : { ok: true, to },
        );
      });
    }
  }
});

test('an open tender is closed from the very moment of its deadline', () => {
  const deadline = new Date('2026-12-01T12:00:00.000Z');
  expect(tenderStateAt({ state: 'open', deadline }, new Date('2026-12-01T11:59:59.999Z'))).toBe('open');
  expect(tenderStateAt({ state: 'open', deadline }, deadline)).toBe('closed');
  expect(tenderStateAt({ state: 'awarded', deadline }, new Date('2027-01-01T00:00:00Z'))).toBe('awarded');
  expect(tenderStateAt({ state: 'draft', deadline: null }, deadline)).toBe('draft');
});
