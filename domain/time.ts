import { z } from 'zod';

/** A moment: ISO 8601 in UTC, such as 2026-11-21T17:00:00Z. */
export const instant = z.iso.datetime({
  error: 'is not a date with a time in UTC, such as 2026-12-01T12:00:00Z',
});

/** A calendar day, such as 2026-12-01. */
export const day = z.iso.date({ error: 'is not a day, such as 2026-12-01' });

/** A calendar month, such as 2026-12. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month, such as 2026-12');

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** An IANA time zone, such as Europe/Madrid. */
export const zone = z.string().max(64).refine(isZone, 'is not a time zone, such as Europe/Madrid');

/** The six months that a capacity calendar covers, the current one first. */
export function nextMonths(now: Date, count = 6): string[] {
  return Array.from({ length: count }, (_, ahead) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7),
  );
}

// Apart, so that a page that only shows times loads no validation.
export { formatDay, formatMoment } from './formatTime.ts';
