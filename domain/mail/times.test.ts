import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { awayOn, localTime, nextDelivery } from './deliveryTime.ts';
import { nextDigest } from './nextDigest.ts';
import { usualSettings } from './settings.ts';
import type { MailSettings } from './settings.ts';
import { settingsProblems } from './settingsProblems.ts';
import { daysAfter, weekdayOf } from './weekdays.ts';

const madrid = 'Europe/Madrid';
const at = (moment: string) => new Date(moment);
const iso = (moment: Date | null) => moment?.toISOString() ?? null;

const zones = ['UTC', madrid, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Auckland'];
const day = fc
  .date({ min: at('2026-01-01'), max: at('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const holiday = fc
  .tuple(day, fc.integer({ min: 0, max: 30 }))
  .map(([from, length]) => ({ from, to: daysAfter(from, length) }));
const someSettings: fc.Arbitrary<MailSettings> = fc
  .record({
    frequency: fc.constantFrom('instant' as const, 'daily' as const, 'weekly' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    pausedUntil: fc.option(day),
    holidays: fc.array(holiday, { maxLength: 3 }),
    deliveryDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    deliveryFrom: fc.integer({ min: 0, max: 23 }),
    deliveryTo: fc.integer({ min: 1, max: 24 }),
  })
  .map((change) => ({ ...usualSettings, ...change }))
  .filter((settings) => settingsProblems(settings).length === 0);
const moment = fc.date({ min: at('2026-01-01'), max: at('2027-12-31'), noInvalidDate: true });

/** Whether a mail may arrive at this moment; said another way than the code says it. */
function isInHours(settings: MailSettings, zone: string, when: Date): boolean {
  const { day: today, hour } = localTime(when, zone);
  return (
    settings.deliveryDays.includes(weekdayOf(today)) &&
    hour >= settings.deliveryFrom &&
    hour < settings.deliveryTo &&
    (settings.pausedUntil === null || today >= settings.pausedUntil) &&
    settings.holidays.every(({ from, to }) => today < from || today > to)
  );
}

describe('the next moment outside the quiet hours', () => {
  test.each([
    ['in the hours: now', '2026-11-26T10:30:00Z', '2026-11-26T10:30:00.000Z'],
    ['the first minute', '2026-11-26T07:00:00Z', '2026-11-26T07:00:00.000Z'],
    ['early in the morning', '2026-11-26T04:00:00Z', '2026-11-26T07:00:00.000Z'],
    ['the first minute after', '2026-11-26T17:00:00Z', '2026-11-27T07:00:00.000Z'],
    ['on Friday evening', '2026-11-27T20:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['on Sunday', '2026-11-29T12:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['in summer time', '2026-07-01T20:00:00Z', '2026-07-02T06:00:00.000Z'],
  ])('%s', (_name, now, expected) => {
    expect(iso(nextDelivery(usualSettings, madrid, at(now)))).toBe(expected);
  });

  test('is in the hours, not before now, and there is none between', () => {
    fc.assert(
      fc.property(someSettings, fc.constantFrom(...zones), moment, (settings, zone, now) => {
        const next = nextDelivery(settings, zone, now);
        expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(isInHours(settings, zone, next)).toBe(true);
        if (isInHours(settings, zone, now)) expect(next).toEqual(now);
        else expect(isInHours(settings, zone, new Date(next.getTime() - 60_000))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the next digest', () => {
  const digest = (change: Partial<MailSettings>, now: string) =>
    iso(nextDigest({ ...usualSettings, ...change }, madrid, at(now)));

  test.each([
    ['weekly', {}, '2026-11-26T10:00:00Z', '2026-12-01T08:00:00.000Z'],
    ['weekly, the minute before', {}, '2026-12-01T07:59:00Z', '2026-12-01T08:00:00.000Z'],
    ['weekly, the very moment', {}, '2026-12-01T08:00:00Z', '2026-12-08T08:00:00.000Z'],
    [
      'instant has a weekly one',
      { frequency: 'instant' as const },
      '2026-11-26T10:00:00Z',
      '2026-12-01T08:00:00.000Z',
    ],
    ['daily', { frequency: 'daily' as const }, '2026-11-26T10:00:00Z', '2026-11-27T08:00:00.000Z'],
    [
      'daily, not on Saturday',
      { frequency: 'daily' as const },
      '2026-11-27T10:00:00Z',
      '2026-11-30T08:00:00.000Z',
    ],
    ['over the change of the clocks', {}, '2026-10-22T10:00:00Z', '2026-10-27T08:00:00.000Z'],
    ['before the change of the clocks', {}, '2026-10-15T10:00:00Z', '2026-10-20T07:00:00.000Z'],
    ['after a pause', { pausedUntil: '2026-12-03' }, '2026-11-26T10:00:00Z', '2026-12-03T08:00:00.000Z'],
    [
      'after a holiday that held its day',
      { holidays: [{ from: '2026-12-01', to: '2026-12-02' }] },
      '2026-12-02T12:00:00Z',
      '2026-12-03T08:00:00.000Z',
    ],
    [
      'after a holiday that ends on a Friday',
      { holidays: [{ from: '2026-12-01', to: '2026-12-04' }] },
      '2026-11-30T12:00:00Z',
      '2026-12-07T08:00:00.000Z',
    ],
  ])('%s', (_name, change, now, expected) => {
    expect(digest(change, now)).toBe(expected);
  });

  test('there is none where they are off', () => {
    expect(digest({ frequency: 'off' }, '2026-11-26T10:00:00Z')).toBeNull();
  });

  test('comes later than now, in the hours, at the chosen hour, on the chosen day or right after time off', () => {
    fc.assert(
      fc.property(someSettings, fc.constantFrom(...zones), moment, (settings, zone, now) => {
        const next = nextDigest(settings, zone, now);
        if (next === null) throw new Error('there is always a next one');
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        const { day: on, hour } = localTime(next, zone);
        expect(isInHours(settings, zone, next)).toBe(true);
        expect(hour).toBe(settings.hour);
        if (settings.frequency !== 'daily' && weekdayOf(on) !== settings.weekday) {
          let before = daysAfter(on, -1);
          const isOff = (each: string) =>
            awayOn(settings, each) !== null || !settings.deliveryDays.includes(weekdayOf(each));
          expect(isOff(before)).toBe(true);
          while (weekdayOf(before) !== settings.weekday && isOff(before)) before = daysAfter(before, -1);
          expect(isOff(before)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
