const DAY = 86_400_000;

/** The day so many days from now, such as 2026-12-01. */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** The month so many months from now, such as 2026-12. */
export function monthFrom(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 7);
}

/** The same, moved off a weekend: away from now, so that the past stays past and the future future. */
export function workdayFrom(now: Date, days: number): string {
  const weekday = new Date(now.getTime() + days * DAY).getUTCDay();
  if (weekday !== 0 && weekday !== 6) return dayFrom(now, days);
  const isSaturday = weekday === 6;
  if (days < 0) return dayFrom(now, days - (isSaturday ? 1 : 2));
  return dayFrom(now, days + (isSaturday ? 2 : 1));
}

/** A full hour of a day, as clocks in the zone show it. */
function atHour(day: string, hour: number, zone: string): Date {
  const asUtc = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const shown = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone });
  const ahead = ((Number(shown.format(asUtc)) - hour + 36) % 24) - 12;
  return new Date(asUtc.getTime() - ahead * 3_600_000);
}

/** An hour on a working day so many days from now, in a zone. */
export function workHourFrom(now: Date, days: number, hour: number, zone: string): Date {
  return atHour(workdayFrom(now, days), hour, zone);
}
