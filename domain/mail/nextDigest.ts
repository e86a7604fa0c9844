import { deliveryDay, localTime, momentOf } from './deliveryTime.ts';
import type { MailSettings } from './settings.ts';
import { daysAfter, weekdayOf } from './weekdays.ts';

/**
 * When the reader's next digest comes, later than `after`; null where they want none. One that would come in a pause
 * or on a holiday comes on the first day after it. Who hears at once gets what had to wait in a weekly digest.
 */
export function nextDigest(settings: MailSettings, zone: string, after: Date): Date | null {
  const { frequency, weekday, hour } = settings;
  if (frequency === 'off') return null;
  const isDue = (day: string) => frequency === 'daily' || weekdayOf(day) === weekday;
  // The last week's may have been put off until after a holiday.
  for (let day = daysAfter(localTime(after, zone).day, -6); ; day = daysAfter(day, 1)) {
    if (!isDue(day)) continue;
    const at = momentOf(deliveryDay(settings, day), hour, zone);
    if (at > after) return at;
  }
}
