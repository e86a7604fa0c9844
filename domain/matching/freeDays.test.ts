import { expect, test } from '@jest/globals';
import { freeDaysFor } from './freeDays.ts';
import { now } from './testWorld.ts';

const freeDays = ['2026-10', '2026-11', '2026-12', '2027-01', '2027-06', '2027-07'].map((month, at) => ({
  month,
  days: 2 ** at,
}));

test.each([
  ['months of the work only', '2026-12-15', '2027-01-02', 4 + 8],
  ['no month that is past', '2026-09-01', '2026-12-31', 2 + 4],
  ['six months when no end is named', '2027-01-31', null, 8 + 16],
  ['six months from now when nothing is named', null, null, 2 + 4 + 8],
  ['nothing when the work is over', '2026-01-01', '2026-10-31', 0],
])('counts %s', (_, start, end, days) => {
  expect(freeDaysFor({ freeDays }, { start, end }, now)).toBe(days);
});
