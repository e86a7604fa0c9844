import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import type { DigestSection } from '@cobid/domain/mail/digestItems.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import { answers as allAnswers } from '@cobid/domain/opportunity/schema.ts';
import { choices, facts, heading, links, list, paragraph, subheading } from '../content.ts';
import type { Block, MailContent } from '../content.ts';
import { fact, greeting, moment } from '../wording.ts';
import type { Reader, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { answersByMail } from './answerByMail.ts';
import { budgetInWords, missingInWords, opportunityFooter } from './opportunityParts.ts';
import type { MissingPart, OfferedTender, OpportunityLinks } from './opportunityParts.ts';

/** A tender in a digest. */
export interface DigestItemInMail {
  section: DigestSection;
  tender: OfferedTender;
  /** The reader's co-op that it fits. */
  coop: string;
  /** What the strongest terms of the match rest on. */
  why: Reason[];
  missing: MissingPart[];
  freeDays: number;
  answers: Record<Answer, string>;
  /** Where an answer by mail goes; null where no mail comes back. */
  replyTo: string | null;
}

export interface SeatInDigest {
  lead: string;
  tender: TenderInMail;
  days: number;
  replyBy: Date;
  url: string;
}

export interface BidInDigest {
  tender: TenderInMail;
  state: BidState;
  url: string;
}

export interface DigestFacts {
  reader: Reader;
  /** The co-ops that the reader may answer for. */
  coops: string[];
  settings: MailSettings;
  items: DigestItemInMail[];
  /** How many more tenders fit and are not in this mail, and where they are. */
  more: number;
  opportunitiesUrl: string;
  seats: SeatInDigest[];
  bids: BidInDigest[];
  links: Omit<OpportunityLinks, 'answers' | 'replyTo'>;
}

/** Those that need nothing added by mail; the others are a reply away, or a page. */
const quickAnswers = ['yes', 'not_now', 'no'] as const;

const sections: readonly DigestSection[] = ['closing', 'new', 'changed'];

/** What is new for a reader since the last time, a few tenders at once: each with its reasons and five answers. */
export function digest(mail: DigestFacts): MailContent {
  const { reader, coops, settings, items, more, opportunitiesUrl, seats, bids } = mail;
  const { digest: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(items.length, seats.length, bids.length),
    preview: items.length > 0 ? items.map(({ tender }) => tender.title).join(' · ') : say.previewOwn,
    title: say.title(settings.frequency),
    blocks: [
      paragraph(greeting(reader)),
      ...sections.flatMap((section) => sectionBlocks(section, mail)),
      ...(more === 0
        ? []
        : [paragraph(say.more(more)), choices([{ text: say.seeAll, href: opportunitiesUrl }])]),
      ...seatBlocks(mail),
      ...bidBlocks(mail),
    ],
    footer: opportunityFooter(
      mail.links,
      say.why(general.formats.list(coops), settings, reader.zone),
      reader,
    ),
    unsubscribe: mail.links.oneClick,
  };
}

function sectionBlocks(section: DigestSection, { items, reader, coops }: DigestFacts): Block[] {
  const { digest: say } = wordsIn(reader.language);
  const chosen = items.filter((item) => item.section === section);
  if (chosen.length === 0) return [];
  return [
    heading(say.sections[section]),
    ...chosen.flatMap((item) => itemBlocks(item, reader, coops.length > 1)),
  ];
}

function itemBlocks(item: DigestItemInMail, reader: Reader, namesCoop: boolean): Block[] {
  const { digest: say, offer, general, reason } = wordsIn(reader.language);
  const { tender, coop, why, missing, freeDays, answers, replyTo } = item;
  return [
    subheading(tender.title),
    paragraph(namesCoop ? say.postedFor(tender.clientName, coop) : say.posted(tender.clientName)),
    list([...why.map(reason), ...missingInWords(missing, reader).map(say.missing)]),
    facts(
      fact(general.facts.deadline, moment(tender.deadline, tender.zone, reader)),
      fact(offer.facts.work, general.days(tender.days)),
      fact(offer.facts.free, offer.freeInThatTime(freeDays)),
      fact(offer.facts.budget, budgetInWords(tender, reader)),
    ),
    links([
      { text: offer.readTender, href: tender.url },
      ...allAnswers.map((answer) => ({ text: say.answers[answer], href: answers[answer] })),
    ]),
    ...(replyTo === null
      ? []
      : [links(answersByMail(quickAnswers, { replyTo, subject: tender.title }, reader.language))]),
  ];
}

function seatBlocks({ seats, reader }: DigestFacts): Block[] {
  const { digest: say } = wordsIn(reader.language);
  if (seats.length === 0) return [];
  return [
    heading(say.seats),
    ...seats.flatMap(({ lead, tender, days, replyBy, url }): Block[] => [
      paragraph(say.seat(lead, tender.title, days, moment(replyBy, tender.zone, reader))),
      links([{ text: say.answerSeat(tender.title), href: url }]),
    ]),
  ];
}

function bidBlocks({ bids, reader }: DigestFacts): Block[] {
  const { digest: say } = wordsIn(reader.language);
  if (bids.length === 0) return [];
  return [
    heading(say.bids),
    ...bids.flatMap(({ tender, state, url }): Block[] => [
      paragraph(
        say.bid(tender.title, say.bidStates[state] ?? '', moment(tender.deadline, tender.zone, reader)),
      ),
      links([{ text: say.openBid(tender.title), href: url }]),
    ]),
  ];
}
