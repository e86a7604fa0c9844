import { describe, expect, test } from '@jest/globals';
import { usualSettings } from './settings.ts';
import type { MailSettings } from './settings.ts';
import { whenToTell } from './whenToTell.ts';
import type { ItemReader, TellableItem } from './whenToTell.ts';

/** A Thursday, 11:00 in Madrid; the weekly digest comes on Tuesday, 1 December. */
const now = new Date('2026-11-26T10:00:00Z');
const digestAt = new Date('2026-12-01T08:00:00Z');
const coopId = 'a'.repeat(24);
const item: TellableItem = {
  coopId,
  deadline: new Date('2026-12-15T12:00:00Z'),
  coversAllMusts: true,
  facts: 'f1',
};
const reader: ItemReader = {
  settings: usualSettings,
  zone: 'Europe/Madrid',
  toldFacts: null,
  hasAnswered: false,
  hearsForAnother: false,
  instantThisWeek: 0,
};
const tell = (
  settings: Partial<MailSettings> = {},
  about: Partial<TellableItem> = {},
  who: Partial<ItemReader> = {},
  at = now,
) =>
  whenToTell({ ...item, ...about }, { ...reader, settings: { ...usualSettings, ...settings }, ...who }, at);
const instant = { frequency: 'instant' } as const;
const inTwoDays = { deadline: new Date('2026-11-28T10:00:00Z') };

describe('never', () => {
  const cases: [string, Partial<MailSettings>, Partial<TellableItem>, Partial<ItemReader>][] = [
    ['answered', {}, {}, { hasAnswered: true }],
    ['closed', {}, { deadline: now }, {}],
    ['off', { frequency: 'off' as const }, {}, {}],
    ['scope', { scope: 'all_musts' as const }, { coversAllMusts: false }, {}],
    ['silent_coop', { silentCoopIds: [coopId] }, {}, {}],
    ['other_coop', {}, {}, { hearsForAnother: true }],
    ['told', {}, {}, { toldFacts: 'f1' }],
    ['closes_first', {}, inTwoDays, {}],
    ['closes_first', { frequency: 'daily' as const }, { deadline: new Date('2026-11-27T08:00:00Z') }, {}],
  ];
  test.each(cases)('%s', (because, settings, about, who) => {
    const frequencies =
      because === 'closes_first' || because === 'off' ? [{}] : [{}, instant, { frequency: 'daily' as const }];
    for (const frequency of frequencies) {
      expect(tell({ ...settings, ...frequency }, about, who)).toEqual({ when: 'never', because });
    }
  });

  test('at once where the quiet hours last until the deadline', () => {
    const friday = new Date('2026-11-27T18:00:00Z');
    expect(tell(instant, { deadline: new Date('2026-11-29T18:00:00Z') }, {}, friday)).toEqual({
      when: 'never',
      because: 'closes_first',
    });
  });
});

describe('at once', () => {
  test('where all musts are met', () => {
    expect(tell(instant)).toEqual({ when: 'now', at: now, because: 'all_musts' });
  });

  test('where it closes within 72 hours, to the minute', () => {
    const within = (ms: number) => ({ coversAllMusts: false, deadline: new Date(now.getTime() + ms) });
    expect(tell(instant, within(72 * 3_600_000))).toEqual({ when: 'now', at: now, because: 'closes_soon' });
    expect(tell(instant, { ...within(72 * 3_600_000 + 1) })).toEqual({
      when: 'never',
      because: 'closes_first',
    });
    expect(tell({ ...instant, weekday: 5 }, within(72 * 3_600_000 + 1))).toMatchObject({
      when: 'digest',
      because: 'not_urgent',
    });
  });

  test('again, when what it says has changed', () => {
    expect(tell(instant, { facts: 'f2' }, { toldFacts: 'f1' })).toMatchObject({ when: 'now' });
  });

  test('after the quiet hours', () => {
    const evening = new Date('2026-11-26T20:00:00Z');
    expect(tell(instant, {}, {}, evening)).toEqual({
      when: 'now',
      at: new Date('2026-11-27T07:00:00Z'),
      because: 'all_musts',
    });
  });

  test('at any hour and on any frequency where it closes before the digest and they want that', () => {
    const night = new Date('2026-11-26T23:00:00Z');
    for (const frequency of ['instant', 'weekly', 'daily'] as const) {
      const about = { coversAllMusts: false, deadline: new Date('2026-11-27T06:00:00Z') };
      expect(tell({ frequency, isUrgentWelcome: true }, about, {}, night)).toEqual({
        when: 'now',
        at: night,
        because: 'closes_soon',
      });
    }
  });
});

describe('in the digest', () => {
  test.each([
    ['frequency', {}, {}, {}],
    ['not_urgent', instant, { coversAllMusts: false }, {}],
    ['cap', instant, {}, { instantThisWeek: 2 }],
    ['cap', { ...instant, mostInstantAWeek: 0 }, {}, {}],
  ] as const)('%s', (because, settings, about, who) => {
    expect(tell(settings, about, who)).toEqual({ when: 'digest', at: digestAt, because });
  });

  test('after a pause or a holiday, also what would have come at once', () => {
    for (const settings of [
      { ...instant, pausedUntil: '2026-12-03' },
      { ...instant, holidays: [{ from: '2026-11-26', to: '2026-12-02' }] },
      { pausedUntil: '2026-12-03', isUrgentWelcome: true },
    ]) {
      expect(tell(settings)).toEqual({
        when: 'digest',
        at: new Date('2026-12-03T08:00:00Z'),
        because: 'away',
      });
    }
    expect(tell({ pausedUntil: '2026-12-03', isUrgentWelcome: true }, inTwoDays)).toEqual({
      when: 'never',
      because: 'closes_first',
    });
  });

  test('what is urgent comes at once only within the cap', () => {
    expect(tell({ isUrgentWelcome: true }, inTwoDays)).toMatchObject({ when: 'now' });
    expect(tell({ isUrgentWelcome: true }, inTwoDays, { instantThisWeek: 2 })).toEqual({
      when: 'never',
      because: 'closes_first',
    });
  });

  test('what the digest tells in time is not urgent', () => {
    const about = { deadline: new Date('2026-11-29T10:00:00Z') };
    expect(tell({ frequency: 'daily', isUrgentWelcome: true }, about)).toMatchObject({
      when: 'digest',
      because: 'frequency',
    });
  });
});
