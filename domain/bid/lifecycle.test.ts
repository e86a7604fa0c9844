import { expect, test } from '@jest/globals';
import { move } from '../lifecycle.ts';
import { bidMoves, bidStates, changeableBidStates, liveBidStates } from './lifecycle.ts';

test.each(bidStates)('from %s each move either follows the table or is refused', (state) => {
  for (const name of Object.keys(bidMoves) as (keyof typeof bidMoves)[]) {
    const step: { from: readonly string[]; to: string } = bidMoves[name];
    expect(move(bidMoves, state, name)).toEqual(
      step.from.includes(state) ? { ok: true, to: step.to } : { ok: false, because: 'wrong_state' },
    );
  }
});

test('what is over stays over', () => {
  for (const state of ['withdrawn', 'lapsed', 'awarded', 'not_awarded', 'disqualified'] as const)
    for (const step of Object.values(bidMoves)) expect(step.from).not.toContain(state);
});

test('whatever may be changed holds its lead’s one place for the tender', () => {
  expect(liveBidStates).toEqual(expect.arrayContaining([...changeableBidStates]));
});
