import type { CoopProfile } from '../coop/schema.ts';
import type { TenderContent } from '../tender/schema.ts';

/** Months that are looked at when a tender doesn't say when the work ends. */
const USUAL_MONTHS = 6;

function monthAfter(month: string, count: number): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + count, 1)).toISOString().slice(0, 7);
}

/** First and last calendar month of the work that is still ahead, or undefined when it is all past. */
export function workMonths(
  content: Pick<TenderContent, 'start' | 'end'>,
  now: Date,
): { first: string; last: string } | undefined {
  const current = now.toISOString().slice(0, 7);
  const start = content.start?.slice(0, 7) ?? current;
  const last = content.end?.slice(0, 7) ?? monthAfter(start, USUAL_MONTHS - 1);
  const first = start > current ? start : current;
  return first <= last ? { first, last } : undefined;
}

/** Free person-days of a co-op in the months of the work, from the current month on. */
export function freeDaysFor(
  profile: Pick<CoopProfile, 'freeDays'>,
  content: Pick<TenderContent, 'start' | 'end'>,
  now: Date,
): number {
  const months = workMonths(content, now);
  if (months === undefined) return 0;
  return profile.freeDays
    .filter((entry) => entry.month >= months.first && entry.month <= months.last)
    .reduce((sum, entry) => sum + entry.days, 0);
}
