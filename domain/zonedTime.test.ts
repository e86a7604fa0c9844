import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toInstant, toLocal } from './zonedTime.ts';

const zones = [
  'UTC',
  'Europe/Madrid',
  'Europe/London',
  'America/New_York',
  'America/Argentina/Buenos_Aires',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
];

describe('clock time in a zone', () => {
  test('becomes the moment at which the clock shows it, in winter and in summer', () => {
    expect(toInstant('2026-12-01T13:00', 'Europe/Madrid')).toBe('2026-12-01T12:00:00.000Z');
    expect(toInstant('2026-07-01T13:00', 'Europe/Madrid')).toBe('2026-07-01T11:00:00.000Z');
    expect(toInstant('2026-07-01T13:00', 'America/New_York')).toBe('2026-07-01T17:00:00.000Z');
  });

  test('is the earlier of two moments when clocks go back', () => {
    expect(toInstant('2026-10-25T02:30', 'Europe/Madrid')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('that is skipped when clocks go forward counts from before the jump', () => {
    expect(toInstant('2026-03-29T02:30', 'Europe/Madrid')).toBe('2026-03-29T01:30:00.000Z');
  });

  test('that does not exist is null', () => {
    expect(toInstant('2026-02-30T10:00', 'UTC')).toBeNull();
    expect(toInstant('', 'UTC')).toBeNull();
    expect(toInstant('tomorrow', 'UTC')).toBeNull();
  });

  test('there and back gives the same clock time, in every zone and all the year round', () => {
    const moment = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2035-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
        const local = toLocal(at.toISOString(), zone);
        expect(toLocal(toInstant(local, zone) ?? '', zone)).toBe(local);
      }),
    );
  });
});
