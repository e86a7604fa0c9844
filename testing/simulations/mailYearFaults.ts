import { CAP_PERIOD_MS, CLOSES_SOON_MS } from '@cobid/domain/mail/whenToTell.ts';
import type { ReaderYear, YearMail } from './mailYear.ts';
import type { YearTender } from './mailYearWorld.ts';

/** What a year's mails did against the reader's settings; worked out apart from the code that decides. */
export interface Faults {
  inQuietHours: number;
  whileAway: number;
  overCap: number;
  offSchedule: number;
  toldTwice: number;
  tooManyItems: number;
  notUrgent: number;
}

export const noFaults: Faults = {
  inQuietHours: 0,
  whileAway: 0,
  overCap: 0,
  offSchedule: 0,
  toldTwice: 0,
  tooManyItems: 0,
  notUrgent: 0,
};

/** Looks through a year with the eyes of a reader who knows their calendar, not the rules of the code. */
export function faultsOf({ reader, settings, mails, fitting }: ReaderYear): Faults {
  const tenders = new Map(fitting.map((tender) => [tender.id, tender]));
  const clock = clockIn(reader.zone);
  const heard = new Set<string>();
  const faults = { ...noFaults };
  const instant = mails.filter(({ because }) => because !== 'digest');
  for (const mail of mails) {
    const { weekday, hour, day } = clock(mail.at);
    const isUrgent = settings.isUrgentWelcome && mail.because === 'closes_soon';
    const isOpen =
      settings.deliveryDays.includes(weekday) && hour >= settings.deliveryFrom && hour < settings.deliveryTo;
    if (!isOpen && !isUrgent) faults.inQuietHours += 1;
    const isOff = settings.holidays.some(({ from, to }) => from <= day && day <= to);
    if (isOff || (settings.pausedUntil !== null && day < settings.pausedUntil)) faults.whileAway += 1;
    if (mail.because === 'digest') {
      if (hour !== settings.hour) faults.offSchedule += 1;
      if (mail.told.length > settings.mostItems) faults.tooManyItems += 1;
    } else if (!isWorthAMail(mail, tenders, reader.coopIds)) faults.notUrgent += 1;
    for (const { tenderId, facts } of mail.told) {
      if (heard.has(`${tenderId} ${facts}`)) faults.toldTwice += 1;
      heard.add(`${tenderId} ${facts}`);
    }
  }
  for (const { at } of instant) {
    const week = instant.filter(
      (other) => other.at <= at && at.getTime() - other.at.getTime() < CAP_PERIOD_MS,
    );
    if (week.length > settings.mostInstantAWeek) faults.overCap += 1;
  }
  return faults;
}

/** At once comes only what meets all musts or closes within 72 hours. */
function isWorthAMail(
  mail: YearMail,
  tenders: ReadonlyMap<string, YearTender>,
  coopIds: readonly string[],
): boolean {
  const tender = tenders.get(mail.told[0]?.tenderId ?? '');
  if (tender === undefined) return false;
  const closesSoon = tender.deadline.getTime() - mail.at.getTime() <= CLOSES_SOON_MS;
  return closesSoon || coopIds.some((id) => tender.fits.get(id)?.coversAllMusts === true);
}

/** What a wall calendar and a clock in the zone show; by Intl alone. */
function clockIn(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  });
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  return (at: Date) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return {
      day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
      hour: Number(parts.get('hour')),
      weekday: days.indexOf(parts.get('weekday') ?? '') + 1,
    };
  };
}
