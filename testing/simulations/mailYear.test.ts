import { expect, test } from '@jest/globals';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { faultsOf, noFaults } from './mailYearFaults.ts';
import { readerYear } from './mailYear.ts';
import { mailYears, scenarios } from './mailYearReport.ts';
import { mailYearWorld } from './mailYearWorld.ts';

const { readers, tenders } = mailYearWorld(7, { coops: 6, tenders: 60 });
const years = mailYears(readers, tenders);
const yearOf = (setting: string) => years.find((year) => year.setting === setting);

test.each(Object.keys(scenarios))('a year of “%s” does nothing against the setting', (setting) => {
  expect(yearOf(setting)?.faults).toEqual(noFaults);
});

test('people hear of more the more they want to hear, and never of anything where they want nothing', () => {
  const share = (setting: string) => yearOf(setting)?.answeredShare ?? 0;
  expect(share('never')).toBe(0);
  expect(share('weekly (usual)')).toBeGreaterThan(0.5);
  expect(share('daily')).toBeGreaterThanOrEqual(share('weekly (usual)'));
  expect(share('weekly, urgent ones at any hour')).toBeGreaterThanOrEqual(share('weekly (usual)'));
  expect(yearOf('weekly (usual)')?.mostInAWeek).toBeLessThanOrEqual(2); // one put off by a holiday, and the next
});

test('the same year comes out the same', () => {
  const again = mailYearWorld(7, { coops: 6, tenders: 60 });
  expect(again.tenders).toEqual(tenders);
  const [one, other] = [readers[0], again.readers[0]];
  if (one === undefined || other === undefined) throw new Error('nobody reads');
  expect(readerYear(other, again.tenders, usualSettings).mails).toEqual(
    readerYear(one, tenders, usualSettings).mails,
  );
});

test('who looks for faults finds them', () => {
  const [reader] = readers;
  if (reader === undefined) throw new Error('nobody reads');
  const year = readerYear(reader, tenders, usualSettings);
  const [mail] = year.mails;
  if (mail === undefined) throw new Error('nothing came');
  const atNight = { ...mail, at: new Date('2026-08-02T02:00:00Z') };
  expect(faultsOf({ ...year, mails: [mail, mail, atNight] })).toMatchObject({
    inQuietHours: 1,
    offSchedule: 1,
    toldTwice: 2 * mail.told.length,
  });
});
