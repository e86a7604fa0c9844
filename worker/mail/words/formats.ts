import { formatMoney } from '@cobid/domain/formatMoney.ts';
import { formatDay, formatMoment } from '@cobid/domain/formatTime.ts';
import {
  dateFormat,
  displayNames,
  listFormat,
  numberFormat,
  pluralRules,
} from '@cobid/domain/intlFormats.ts';
import type { Language } from '@cobid/domain/language.ts';
import type { Currency } from '@cobid/domain/money.ts';

const locales: Record<Language, string> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR' };

/** Numbers, dates and lists as one language writes them. */
export interface Formats {
  /** "€12,300" of minor units. */
  money(amountMinor: number, currency: Currency): string;
  /** "1 December 2026" of 2026-12-01. */
  day(day: string): string;
  /** "August 2026" of 2026-08. */
  month(month: string): string;
  /** "Tue, 1 Dec 2026, 13:00 CET". */
  moment(at: Date, zone: string): string;
  /** "13:00 CET". */
  hour(at: Date, zone: string): string;
  /** "a, b and c". */
  list(names: readonly string[]): string;
  /** With one decimal at most. */
  number(value: number): string;
  /** "1 day", "2.5 days": the number with the noun in the form that goes with it. */
  count(value: number, one: string, other: string): string;
  /** The name of an ISO 3166-1 country. */
  country(code: string): string;
  /** The name of a language by its BCP 47 code. */
  languageName(code: string): string;
}

/** The formats of a language. */
export function formatsIn(language: Language): Formats {
  const locale = locales[language];
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return {
    money: (amountMinor, currency) => formatMoney(amountMinor, currency, locale),
    day: (day) => formatDay(day, locale),
    month: (month) =>
      dateFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${month}-01T00:00:00Z`),
      ),
    moment: (at, zone) => formatMoment(at, zone, locale),
    hour: (at, timeZone) =>
      dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone, timeZoneName: 'short' }).format(at),
    list: (names) => listFormat(locale, { type: 'conjunction' }).format(names),
    number,
    count: (value, one, other) =>
      `${number(value)} ${pluralRules(locale, { maximumFractionDigits: 1 }).select(value) === 'one' ? one : other}`,
    country: (code) => displayNames(locale, { type: 'region' }).of(code) ?? code,
    languageName: (code) => displayNames(locale, { type: 'language' }).of(code) ?? code,
  };
}
