import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestItems } from './digestItems.ts';
import type { DigestCandidate } from './digestItems.ts';
import { usualSettings } from './settings.ts';
import type { MailSettings } from './settings.ts';

const now = new Date('2026-12-01T08:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);
const coopId = 'a'.repeat(24);
const otherCoopId = 'b'.repeat(24);
const candidate = (tenderId: string, more: Partial<DigestCandidate> = {}): DigestCandidate => ({
  about: 'tender',
  tenderId,
  coopId,
  order: 0.5,
  deadline: inDays(20),
  coversAllMusts: true,
  facts: 'f1',
  toldFacts: null,
  hasAnswered: false,
  ...more,
});
const digest = (candidates: DigestCandidate[], settings: Partial<MailSettings> = {}) => {
  const reader = { settings: { ...usualSettings, ...settings }, zone: 'Europe/Madrid' };
  const { items, more } = digestItems(candidates, reader, now);
  return { items: items.map((item) => `${item.section} ${item.candidate.tenderId}`), more };
};

describe('a digest', () => {
  test('is ordered by fit, with what closes within a week first, and says what is new and what changed', () => {
    expect(
      digest([
        candidate('weak', { order: 0.2 }),
        candidate('closes', { order: 0.1, deadline: inDays(7) }),
        candidate('strong', { order: 0.9 }),
        candidate('changed', { order: 0.8, toldFacts: 'f0' }),
        candidate('closes later', { order: 0.05, deadline: inDays(7.01) }),
      ]),
    ).toEqual({
      items: ['closing closes', 'new strong', 'changed changed', 'new weak', 'new closes later'],
      more: 0,
    });
  });

  test('leaves out what was told, answered, has closed or is not wanted', () => {
    const left = [
      candidate('told', { toldFacts: 'f1' }),
      candidate('answered', { hasAnswered: true }),
      candidate('closed', { deadline: now }),
    ];
    expect(digest(left)).toEqual({ items: [], more: 0 });
    expect(digest([candidate('part', { coversAllMusts: false })], { scope: 'all_musts' }).items).toEqual([]);
    expect(digest([candidate('silent')], { silentCoopIds: [coopId] }).items).toEqual([]);
    expect(digest([candidate('off')], { frequency: 'off' }).items).toEqual([]);
  });

  test('tells a tender once, for the co-op that fits better and may be heard for', () => {
    const both = [candidate('t', { order: 0.4 }), candidate('t', { order: 0.6, coopId: otherCoopId })];
    const reader = { settings: usualSettings, zone: 'UTC' };
    expect(digestItems(both, reader, now).items.map((item) => item.candidate.coopId)).toEqual([otherCoopId]);
    const silent = { ...reader, settings: { ...usualSettings, silentCoopIds: [otherCoopId] } };
    expect(digestItems(both, silent, now).items.map((item) => item.candidate.coopId)).toEqual([coopId]);
  });

  test('tells of those who look for partners beside the tender, within the same number, and not to who declined', () => {
    const partners = (tenderId: string, more: Partial<DigestCandidate> = {}) =>
      candidate(tenderId, { about: 'partners', ...more });
    expect(
      digest([
        partners('both', { order: 0.9 }),
        candidate('both', { order: 0.9 }),
        partners('soon', { order: 0.1, deadline: inDays(2) }),
        partners('declined', { hasAnswered: true }),
        partners('told', { toldFacts: 'f1' }),
      ]),
    ).toEqual({ items: ['partners soon', 'new both', 'partners both'], more: 0 });
    const twice = [partners('t'), partners('t', { coopId: otherCoopId }), candidate('u', { order: 0.9 })];
    expect(digest(twice, { mostItems: 1 })).toEqual({ items: ['new u'], more: 1 });
    expect(digest([partners('part', { coversAllMusts: false })], { scope: 'all_musts' }).items).toEqual([]);
  });

  test('never shows more than is wanted, shows all of it over time, and nothing twice', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 8 }), (numbers, mostItems) => {
        let waiting = numbers.map((number) => candidate(`t${number}`, { order: number / 60 }));
        const shown: string[] = [];
        for (;;) {
          const { items, more } = digestItems(
            waiting,
            { settings: { ...usualSettings, mostItems }, zone: 'UTC' },
            now,
          );
          expect(items.length).toBeLessThanOrEqual(mostItems);
          expect(items.length + more).toBe(waiting.filter(({ toldFacts }) => toldFacts === null).length);
          if (items.length === 0) break;
          const told = new Set(items.map((item) => item.candidate.tenderId));
          shown.push(...told);
          waiting = waiting.map((each) =>
            told.has(each.tenderId) ? { ...each, toldFacts: each.facts } : each,
          );
        }
        expect(shown.toSorted()).toEqual(numbers.map((number) => `t${number}`).toSorted());
      }),
    );
  });
});
