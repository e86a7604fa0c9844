import { dateFormat } from '@cobid/domain/intlFormats.ts';
import { formatDay, formatMoment } from '@cobid/domain/time.ts';
import type { Fact } from './content.ts';

/** The person who reads the mail; the name is '' until the first sign-in, the zone is an IANA name. */
export interface Reader {
  name: string;
  zone: string;
}

/** What every mail about a tender tells of it. */
export interface TenderInMail {
  title: string;
  url: string;
  clientName: string;
  deadline: Date;
  /** IANA zone in which the client means the deadline. */
  zone: string;
}

/** The reader's organisation that a mail concerns, and the page where the reader's role in it is set. */
export interface ReadersOrganisation {
  name: string;
  url: string;
}

/** "Hello Ana," or, before we know a name, "Hello,". */
export function greeting({ name }: Reader): string {
  return name === '' ? 'Hello,' : `Hello ${name},`;
}

/**
 * A moment in the zone that it was meant in and, where that differs, in the reader's:
 * "Tue, 1 Dec 2026, 13:00 CET (Madrid), which is 12:00 GMT for you".
 */
export function moment(at: Date, zone: string, reader: Reader): string {
  const meant = `${formatMoment(at, zone)} (${placeOf(zone)})`;
  if (clockIn(at, zone) === clockIn(at, reader.zone)) return meant;
  const isSameDay = dayIn(at, zone) === dayIn(at, reader.zone);
  const readers = isSameDay ? hourIn(at, reader.zone) : formatMoment(at, reader.zone);
  return `${meant}, which is ${readers} for you`;
}

/** Madrid of Europe/Madrid. */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const clockIn = (at: Date, timeZone: string) => `${dayIn(at, timeZone)} ${hourIn(at, timeZone).slice(0, 5)}`;
const dayIn = (at: Date, timeZone: string) =>
  dateFormat('en-GB', { dateStyle: 'short', timeZone }).format(at);
const hourIn = (at: Date, timeZone: string) =>
  dateFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);

/** "1 day", "2.5 days". */
export function dayCount(count: number): string {
  return `${Math.round(count * 10) / 10} ${count === 1 ? 'day' : 'days'}`;
}

/** "a, b and c". */
export function sentenceList(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

export const fact = (name: string, value: string): Fact => ({ name, value });
export const dayFact = (name: string, day: string | null): Fact | null =>
  day === null ? null : fact(name, formatDay(day));

/** Title, client and deadline of a tender. */
export function tenderFacts(tender: TenderInMail, reader: Reader): Fact[] {
  return [
    fact('Tender', tender.title),
    fact('Client', tender.clientName),
    fact('Deadline', moment(tender.deadline, tender.zone, reader)),
  ];
}

/** The footer of mails that come because the reader may bind an organisation that takes part in something. */
export function roleFooter({ name, url }: ReadersOrganisation) {
  return {
    why: `You get this mail because you can answer and sign for ${name} on Cobid.`,
    actions: [{ text: `People and roles of ${name}`, href: url }],
  };
}
