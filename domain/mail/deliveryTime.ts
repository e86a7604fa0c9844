import { toInstant, toLocal } from '../zonedTime.ts';
import type { MailSettings } from './settings.ts';
import { daysAfter, weekdayOf } from './weekdays.ts';

type Absence = Pick<MailSettings, 'pausedUntil' | 'holidays'>;
type Hours = Absence & Pick<MailSettings, 'deliveryDays' | 'deliveryFrom' | 'deliveryTo'>;

/** What the reader's calendar and clock show at a moment. */
export function localTime(at: Date, zone: string): { day: string; hour: number } {
  const local = toLocal(at.toISOString(), zone);
  return { day: local.slice(0, 10), hour: Number(local.slice(11, 13)) };
}

/** The pause or holiday that holds this day, and the first day after it; null where there is none. */
export function awayOn(
  { pausedUntil, holidays }: Absence,
  day: string,
): { is: 'pause' | 'holiday'; until: string } | null {
  if (pausedUntil !== null && day < pausedUntil) return { is: 'pause', until: pausedUntil };
  const holiday = holidays.find(({ from, to }) => from <= day && day <= to);
  return holiday === undefined ? null : { is: 'holiday', until: daysAfter(holiday.to, 1) };
}

/** The first day from this one on on which mails come. */
export function deliveryDay(settings: Hours, from: string): string {
  let day = from;
  for (;;) {
    const away = awayOn(settings, day);
    if (away !== null) day = away.until;
    else if (settings.deliveryDays.includes(weekdayOf(day))) return day;
    else day = daysAfter(day, 1);
  }
}

/** The moment at which the reader's clock shows this hour; where clocks skip it, as long after the jump. */
export function momentOf(day: string, hour: number, zone: string): Date {
  const at = toInstant(`${day}T${String(hour).padStart(2, '0')}:00`, zone);
  if (at === null) throw new Error(`${day} ${hour} is no time`);
  return new Date(at);
}

/** The earliest moment, now or later, that is outside the reader's quiet hours, pause and holidays. */
export function nextDelivery(settings: Hours, zone: string, now: Date): Date {
  const { day, hour } = localTime(now, zone);
  const { deliveryFrom, deliveryTo } = settings;
  const isOpen = hour >= deliveryFrom && hour < deliveryTo && deliveryDay(settings, day) === day;
  if (isOpen) return now;
  const first = hour < deliveryFrom ? day : daysAfter(day, 1);
  return momentOf(deliveryDay(settings, first), deliveryFrom, zone);
}
