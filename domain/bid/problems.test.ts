import { describe, expect, test } from '@jest/globals';
import { coverageBoard } from './coverage.ts';
import { exampleBid, exampleStrengths, exampleTender } from './example.ts';
import { bidProblems } from './problems.ts';
import type { BidContent, Seat } from './schema.ts';
import { bidWarnings, termsWarnings } from './warnings.ts';

const seats = exampleBid.content.seats.map((seat): Seat => ({
  ...seat,
  coopId: seat.coopId ?? 'maps',
  state: 'accepted',
  shareMinor: 100_00,
}));
const complete: BidContent = {
  sections: [{ key: 'a', title: 'A', text: 'We will.' }],
  totalMinor: 200_00,
  disputePath: { kind: 'talk_then_mediator', who: '' },
  joiningReasons: ['skill'],
  seats,
};

function pointers(changes: Partial<BidContent>): string[] {
  return bidProblems({ ...complete, ...changes }, exampleTender, exampleStrengths).map(
    (problem) => problem.pointer,
  );
}

function changedSeat(index: number, changes: Partial<Seat>): Partial<BidContent> {
  return { seats: seats.map((seat, at) => (at === index ? { ...seat, ...changes } : seat)) };
}

describe('what is missing', () => {
  test('nothing, when the bid is complete', () => expect(pointers({})).toEqual([]));
  test('a seat that is open or invited', () => {
    expect(pointers(changedSeat(1, { state: 'invited' }))).toEqual(['/seats/1', '/coverage/1']);
    expect(pointers(changedSeat(1, { state: 'open', coopId: null }))).toEqual(['/seats/1', '/coverage/1']);
  });
  test('a must that nobody able has', () =>
    expect(pointers(changedSeat(1, { coopId: 'weak' }))).toEqual(['/coverage/1']));
  test('days of a must', () =>
    expect(pointers(changedSeat(0, { parts: [{ requirementId: 'react', days: 9.5 }] }))).toEqual([
      '/coverage/0',
    ]));
  test('a share', () => expect(pointers({ totalMinor: 1 })).toEqual(['/totalMinor']));
  test('words', () =>
    expect(pointers({ sections: [{ key: 'a', title: 'A', text: ' \n' }] })).toEqual(['/sections']));
  test('a dispute path, and who where it needs somebody', () => {
    expect(pointers({ disputePath: null })).toEqual(['/disputePath']);
    for (const kind of ['named_mediator', 'arbitration'] as const)
      expect(pointers({ disputePath: { kind, who: ' ' } })).toEqual(['/disputePath/who']);
    expect(pointers({ disputePath: { kind: 'arbitration', who: 'The chamber' } })).toEqual([]);
  });
  test('a reason for joining up, where there is anybody to join', () => {
    expect(pointers({ joiningReasons: [] })).toEqual(['/joiningReasons']);
    const alone = { ...complete, joiningReasons: [], seats: seats.slice(0, 1), totalMinor: 100_00 };
    const tender = { requirements: exampleTender.requirements.slice(0, 1) };
    expect(bidProblems(alone, tender, exampleStrengths)).toEqual([]);
  });
});

test('the coverage board has a row for each requirement and a cell for each seat', () => {
  const board = coverageBoard(exampleTender.requirements, seats, exampleStrengths, (skill) =>
    skill.toUpperCase(),
  );
  expect(board.map((row) => [row.label, row.isCovered, row.coveredDays])).toEqual([
    ['REACT', true, 10],
    ['MAPS', true, 5],
    ['COPY', false, 0],
  ]);
  expect(board[1]?.cells).toEqual([
    { seatId: 'lead', strength: 0.2, days: 0 },
    { seatId: 'seat-2', strength: 0.8, days: 5 },
  ]);
});

describe('care', () => {
  const own = { coopId: 'maps', dayRateFloor: { minor: 300_00, currency: 'EUR' as const }, freeDays: 10 };
  const terms = { parts: [{ requirementId: 'maps', days: 5 }], shareMinor: 1500_00 };
  const codes = (changes: Partial<typeof terms>, figures: Partial<typeof own> = {}) =>
    termsWarnings({ ...terms, ...changes }, 'EUR', { ...own, ...figures }).map((warning) => warning.code);

  test('says nothing at the floor and within the free days', () => expect(codes({})).toEqual([]));
  test('a rate under the own floor', () =>
    expect(codes({ shareMinor: 1499_99 })).toEqual(['rate_under_floor']));
  test('no comparison across currencies', () =>
    expect(termsWarnings({ ...terms, shareMinor: 1 }, 'GBP', own)).toEqual([]));
  test('unpaid days', () => expect(codes({ shareMinor: 0 })).toEqual(['unpaid_days']));
  test('load over the free days', () => expect(codes({}, { freeDays: 4.5 })).toEqual(['over_free_days']));
  test('nobody else’s private figures, and unpaid days only where the price may be seen', () => {
    const unpaid = seats.map((seat) => ({ ...seat, shareMinor: 0 }));
    const seen = (sees: boolean) => bidWarnings({ seats: unpaid }, 'EUR', own, () => sees);
    expect(seen(false).map((warning) => warning.seatId)).toEqual(['seat-2']);
    expect(seen(true).map((warning) => warning.seatId)).toEqual(['lead', 'seat-2']);
  });
});
