/** Names of the days, Monday first; ISO day 1 is at index 0. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const DAY_MS = 86_400_000;

/** ISO 8601 day of the week (1 is Monday) of a calendar day such as 2026-11-26. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The calendar day so many days later. */
export function daysAfter(day: string, count: number): string {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + count * DAY_MS).toISOString().slice(0, 10);
}
