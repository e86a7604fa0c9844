import { dateFormat } from '@cobid/domain/intlFormats.ts';
import type { Language } from '@cobid/domain/language.ts';
import type { Fact, Footer } from './content.ts';
import { wordsIn } from './words/wordsIn.ts';

/** The person who reads the mail; the name is '' until the first sign-in, the zone is an IANA name. */
export interface Reader {
  name: string;
  zone: string;
  language: Language;
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
export function greeting({ name, language }: Reader): string {
  return wordsIn(language).general.greeting(name);
}

/**
 * A moment in the zone that it was meant in and, where that differs, in the reader's:
 * "Tue, 1 Dec 2026, 13:00 CET (Madrid), which is 12:00 GMT for you".
 */
export function moment(at: Date, zone: string, reader: Reader): string {
  const { general } = wordsIn(reader.language);
  const { formats } = general;
  const meant = `${formats.moment(at, zone)} (${placeOf(zone)})`;
  if (clockIn(at, zone) === clockIn(at, reader.zone)) return meant;
  const isSameDay = dayIn(at, zone) === dayIn(at, reader.zone);
  const readers = isSameDay ? formats.hour(at, reader.zone) : formats.moment(at, reader.zone);
  return general.alsoForReader(meant, readers);
}

/** Madrid of Europe/Madrid. */
function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const clockIn = (at: Date, timeZone: string) =>
  dateFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);
const dayIn = (at: Date, timeZone: string) =>
  dateFormat('en-GB', { dateStyle: 'short', timeZone }).format(at);

export const fact = (name: string, value: string): Fact => ({ name, value });

/** Title, client and deadline of a tender. */
export function tenderFacts(tender: TenderInMail, reader: Reader): Fact[] {
  const { facts } = wordsIn(reader.language).general;
  return [
    fact(facts.tender, tender.title),
    fact(facts.client, tender.clientName),
    fact(facts.deadline, moment(tender.deadline, tender.zone, reader)),
  ];
}

/** The footer of mails that come because the reader may bind an organisation that takes part in something. */
export function roleFooter({ name, url }: ReadersOrganisation, { language }: Reader): Footer {
  const { general } = wordsIn(language);
  return { why: general.whyByRole(name), actions: [{ text: general.peopleAndRoles(name), href: url }] };
}
