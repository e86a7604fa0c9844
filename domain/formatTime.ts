import { dateFormat } from './intlFormats.ts';

/** A moment for people, in the given zone and with the zone's name, such as "Tue 1 Dec 2026, 13:00 CET". */
export function formatMoment(at: Date | string, timeZone: string, locale = 'en-GB'): string {
  return dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));
}

/** A calendar day for people, such as "1 December 2026". */
export function formatDay(value: string, locale = 'en-GB'): string {
  return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T00:00:00Z`));
}
