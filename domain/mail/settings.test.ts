import { describe, expect, test } from '@jest/globals';
import { mailKinds } from './kinds.ts';
import { mailRules } from './rules.ts';
import { dayRange, mailSettings, usualSettings } from './settings.ts';
import { settingInWords } from './settingInWords.ts';
import { settingsProblems } from './settingsProblems.ts';

describe('mail settings', () => {
  test('the usual ones are whole and hold together', () => {
    expect(mailSettings.parse(usualSettings)).toEqual(usualSettings);
    expect(settingsProblems(usualSettings)).toEqual([]);
  });

  test.each(mailKinds)('%s has a switch, or a reason why not', (kind) => {
    const { control, name } = mailRules[kind];
    expect(name.length).toBeGreaterThan(5);
    const given = mailSettings.safeParse({ ...usualSettings, switchedOff: [kind] });
    expect(given.success).toBe(control === 'switch');
    if (typeof control === 'object') expect(control.noSwitch).toMatch(/^[A-Z].+\.$/);
  });

  test('a holiday does not end before it begins', () => {
    expect(dayRange.safeParse({ from: '2026-12-24', to: '2026-12-24' }).success).toBe(true);
    expect(dayRange.safeParse({ from: '2026-12-24', to: '2026-12-23' }).success).toBe(false);
  });

  test.each([
    [{ hour: 7 }, '/hour'],
    [{ hour: 18 }, '/hour'],
    [{ weekday: 7 }, '/weekday'],
    [{ deliveryFrom: 10, deliveryTo: 10 }, '/deliveryTo'],
    [{ deliveryDays: [1] }, '/weekday'],
  ])('a digest in the quiet hours is refused: %j', (change, pointer) => {
    expect(settingsProblems({ ...usualSettings, ...change }).map((problem) => problem.pointer)).toEqual([
      pointer,
    ]);
  });
});

describe('the effective setting in words', () => {
  const now = new Date('2026-11-26T10:00:00Z'); // a Thursday
  const words = (change: Partial<typeof usualSettings>) =>
    settingInWords({ ...usualSettings, ...change }, 'Europe/Madrid', now);

  test('names day, hour, zone and the next mail', () => {
    expect(words({})).toBe(
      'You get a weekly mail on Tuesday at 9:00 (Madrid) with tenders that fit. Next one: Tue, 1 Dec 2026, 09:00 CET.',
    );
    expect(words({ frequency: 'daily', hour: 8, scope: 'all_musts' })).toBe(
      'You get a daily mail at 8:00 (Madrid) with tenders whose musts you all cover. Next one: Fri, 27 Nov 2026, 08:00 CET.',
    );
    expect(words({ frequency: 'instant', mostInstantAWeek: 3 })).toMatch(
      /^You hear at once, up to 3 times a week/,
    );
    expect(words({ frequency: 'off' })).toBe('You get no mails about tenders.');
  });

  test('says what is in the way', () => {
    expect(words({ pausedUntil: '2026-12-03' })).toMatch(
      /^You have a pause until 3 December 2026; .* Next one: Thu, 3 Dec 2026, 09:00 CET\.$/,
    );
    expect(words({ holidays: [{ from: '2026-11-20', to: '2026-12-01' }] })).toMatch(
      /^You are on holiday until 2 December 2026; .* Next one: Wed, 2 Dec 2026, 09:00 CET\.$/,
    );
    expect(words({ frequency: 'off', pausedUntil: '2026-12-03' })).toBe('You get no mails about tenders.');
  });
});
