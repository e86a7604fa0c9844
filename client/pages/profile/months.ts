/** The current calendar month, such as 2026-12. */
export function monthNow(): string {
  return new Date().toISOString().slice(0, 7);
}

const format = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A month for people, such as "December 2026". */
export function monthLabel(month: string): string {
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

const short = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A month in little space, such as "Dec 2026". */
export function shortMonthLabel(month: string): string {
  return short.format(new Date(`${month}-01T00:00:00Z`));
}

const YEARS_BACK = 12;

/**
 * Months to choose from for "last used": each of the last twelve, then years (their middle stands for them), because
 * nobody remembers the month longer. A month that is stored already is among them.
 */
export function lastUsedOptions(stored: string | null): { value: string; label: string }[] {
  const now = new Date();
  const months = Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
  const years = Array.from({ length: YEARS_BACK }, (_, back) => `${now.getUTCFullYear() - 1 - back}`);
  const options = [
    ...months.map((month) => ({ value: month, label: monthLabel(month) })),
    ...years
      .map((year) => ({ value: `${year}-06`, label: `in ${year}` }))
      .filter(({ value }) => !months.includes(value)),
  ];
  return stored === null || options.some(({ value }) => value === stored)
    ? options
    : [{ value: stored, label: monthLabel(stored) }, ...options];
}
