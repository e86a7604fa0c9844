import { expect, test } from '@jest/globals';
import { formatDay, formatMoment, nextMonths, zone } from './time.ts';

test('a capacity calendar begins with the current month and crosses the year', () => {
  expect(nextMonths(new Date('2026-11-30T23:00:00Z'))).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
    '2027-03',
    '2027-04',
  ]);
});

test('a moment is shown in its zone, in summer and winter time', () => {
  expect(formatMoment('2026-12-01T12:00:00Z', 'Europe/Madrid')).toContain('13:00');
  expect(formatMoment('2026-07-01T12:00:00Z', 'Europe/Madrid')).toContain('14:00');
  expect(formatMoment('2026-12-01T12:00:00Z', 'America/Argentina/Buenos_Aires')).toContain('09:00');
});

test('a day is the same day everywhere', () => {
  expect(formatDay('2026-12-01')).toBe('1 December 2026');
});

test('only real time zones are taken', () => {
  expect(zone.safeParse('Europe/Madrid').success).toBe(true);
  expect(zone.safeParse('Europe/Atlantis').success).toBe(false);
});
