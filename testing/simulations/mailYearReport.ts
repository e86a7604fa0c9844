import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { readerYear } from './mailYear.ts';
import type { ReaderYear } from './mailYear.ts';
import { faultsOf, noFaults } from './mailYearFaults.ts';
import type { Faults } from './mailYearFaults.ts';
import { WEEKS, YEAR_BEGINS } from './mailYearWorld.ts';
import type { YearReader, YearTender } from './mailYearWorld.ts';

/** What people choose, by the name that the report has for it. */
export const scenarios: Readonly<Record<string, MailSettings>> = {
  'weekly (usual)': usualSettings,
  'weekly, urgent ones at any hour': { ...usualSettings, isUrgentWelcome: true },
  'weekly, ten tenders a mail': { ...usualSettings, mostItems: 10 },
  'weekly, only all musts': { ...usualSettings, scope: 'all_musts' },
  daily: { ...usualSettings, frequency: 'daily' },
  'at once, two a week': { ...usualSettings, frequency: 'instant' },
  'at once, ten a week, urgent at any hour': {
    ...usualSettings,
    frequency: 'instant',
    mostInstantAWeek: 10,
    isUrgentWelcome: true,
  },
  never: { ...usualSettings, frequency: 'off' },
};

/** How a year went for all readers under one setting. */
export interface SettingYear {
  setting: string;
  /** Mails about tenders per person and week: at once, digests, together. */
  atOnce: number;
  digests: number;
  mails: number;
  mostInAWeek: number;
  /** Share of the fitting tenders that are told in time, and so answered if every one that is told is. */
  answeredShare: number;
  /** Days from publishing to hearing of it, the median of those that were told. */
  medianDays: number;
  faults: Faults;
}

/** Lets the same year happen under each setting. */
export function mailYears(readers: readonly YearReader[], tenders: readonly YearTender[]): SettingYear[] {
  return Object.entries(scenarios).map(([setting, scenario]) =>
    summed(
      setting,
      readers.map((reader) => readerYear(reader, tenders, scenario)),
    ),
  );
}

function summed(setting: string, years: readonly ReaderYear[]): SettingYear {
  const weeks = years.length * WEEKS;
  const mails = years.flatMap((year) => year.mails);
  const digests = mails.filter(({ because }) => because === 'digest').length;
  const delays = years.flatMap(delaysOf).toSorted((a, b) => a - b);
  const fitting = years.reduce((sum, year) => sum + year.fitting.length, 0);
  return {
    setting,
    atOnce: (mails.length - digests) / weeks,
    digests: digests / weeks,
    mails: mails.length / weeks,
    mostInAWeek: Math.max(0, ...years.map(mostInAWeek)),
    answeredShare: fitting === 0 ? 0 : delays.length / fitting,
    medianDays: delays[Math.floor(delays.length / 2)] ?? 0,
    faults: years.map(faultsOf).reduce(together, noFaults),
  };
}

/** Days until each tender was told for the first time. */
function delaysOf({ mails, fitting }: ReaderYear): number[] {
  const first = new Map<string, Date>();
  for (const { at, told } of mails) {
    for (const { tenderId } of told) if (!first.has(tenderId)) first.set(tenderId, at);
  }
  return fitting.flatMap(({ id, publishedAt }) => {
    const at = first.get(id);
    return at === undefined ? [] : [(at.getTime() - publishedAt.getTime()) / 86_400_000];
  });
}

function mostInAWeek({ mails }: ReaderYear): number {
  const counts = new Map<number, number>();
  for (const { at } of mails) {
    const week = Math.floor((at.getTime() - YEAR_BEGINS.getTime()) / (7 * 86_400_000));
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function together(one: Faults, other: Faults): Faults {
  return {
    inQuietHours: one.inQuietHours + other.inQuietHours,
    whileAway: one.whileAway + other.whileAway,
    overCap: one.overCap + other.overCap,
    offSchedule: one.offSchedule + other.offSchedule,
    toldTwice: one.toldTwice + other.toldTwice,
    tooManyItems: one.tooManyItems + other.tooManyItems,
    notUrgent: one.notUrgent + other.notUrgent,
  };
}
