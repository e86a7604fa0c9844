import { formatDay, formatMoment } from '../formatTime.ts';
import { effectiveSetting } from './effectiveSetting.ts';
import type { MailSettings } from './settings.ts';
import { weekdayNames } from './weekdays.ts';

/** "Tuesday at 9:00 (Madrid)". */
function weekly({ weekday, hour }: MailSettings, zone: string): string {
  return `${weekdayNames[weekday - 1]} at ${hour}:00 (${placeOf(zone)})`;
}

/** Madrid of Europe/Madrid. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** How often somebody hears of tenders, as they chose it, in one sentence. */
export function cadenceInWords(settings: MailSettings, zone: string): string {
  const { frequency, scope, hour, mostInstantAWeek } = settings;
  const which = scope === 'every' ? 'tenders that fit' : 'tenders whose musts you all cover';
  switch (frequency) {
    case 'off':
      return 'You get no mails about tenders.';
    case 'instant':
      return `You hear at once, up to ${mostInstantAWeek} times a week, of tenders whose musts you all cover or that close within 72 hours; the other ${which} come in a mail on ${weekly(settings, zone)}.`;
    case 'daily':
      return `You get a daily mail at ${hour}:00 (${placeOf(zone)}) with ${which}.`;
    case 'weekly':
      return `You get a weekly mail on ${weekly(settings, zone)} with ${which}.`;
  }
}

/** What counts at this moment, in plain words: the cadence, what is in its way, and when the next digest comes. */
export function settingInWords(settings: MailSettings, zone: string, now: Date): string {
  const { is, until, nextDigestAt } = effectiveSetting(settings, zone, now);
  const cadence = cadenceInWords(settings, zone);
  if (nextDigestAt === null) return cadence;
  const next = `Next one: ${formatMoment(nextDigestAt, zone)}.`;
  if (until === null) return `${cadence} ${next}`;
  const away = is === 'pause' ? 'You have a pause' : 'You are on holiday';
  return `${away} until ${formatDay(until)}; until then nothing about tenders comes. ${cadence} ${next}`;
}
