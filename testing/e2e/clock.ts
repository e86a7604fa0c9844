const MINUTE_MS = 60_000;

/** The next full minute that is at least so many minutes away. */
export function minutesAhead(minutes: number, now = new Date()): Date {
  return new Date(Math.ceil((now.getTime() + minutes * MINUTE_MS) / MINUTE_MS) * MINUTE_MS);
}

/** A moment as a field for date and time takes it, by the clock of a zone: 2026-12-01T13:00. */
export function localTime(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(at).replace(' ', 'T');
}

/** The day so many days from now, as a field for a date takes it. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10);
}
