import { expect, test } from '@jest/globals';
import { days, hours, seconds } from '@cobid/platform/clock.ts';
import { nextAttempt } from './nextAttempt.ts';

const now = new Date('2026-11-23T09:00:00Z');
const delay = (attempts: number, random = 0.5) =>
  (nextAttempt(attempts, now, random)?.getTime() ?? Number.NaN) - now.getTime();

test('tries again soon, then ever less often, at least every six hours', () => {
  expect(delay(1)).toBe(seconds(15));
  expect(delay(2)).toBe(seconds(30));
  expect(delay(21)).toBe(hours(4));
  expect(delay(21, 1)).toBe(hours(6));
});

test('spreads what failed together', () => {
  expect(delay(3, 0)).toBe(seconds(30));
  expect(delay(3, 1)).toBe(seconds(90));
});

test('gives up after about two days', () => {
  const all = Array.from({ length: 21 }, (_, index) => delay(index + 1)).reduce((sum, each) => sum + each, 0);
  expect(all).toBeGreaterThan(days(1.5));
  expect(all).toBeLessThan(days(3));
  expect(nextAttempt(22, now, 0.5)).toBeNull();
});
