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
import { requirementInWords } from './requirementInWords.ts';
import type { RequirementInMail } from './requirementInWords.ts';

/** A tender in a digest. */
export interface DigestItemInMail {
  section: Exclude<DigestSection, 'partners'>;
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

/** A tender for which other co-ops look for partners. */
export interface PartnersInDigest {
  tender: OfferedTender;
  /** The reader's co-op that could do a part. */
  coop: string;
  /** What the reader's co-op brings to that part. */
  why: Reason[];
  freeDays: number;
  /** Who looks for partners, what of it the reader's co-op could do, and the page that brings them together. */
  calls: { coop: string; parts: RequirementInMail[]; url: string }[];
  /** Null where the reader's co-op has said yes already. */
  answers: { yesWithPartners: string; not_now: string; no: string } | null;
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
  partners: PartnersInDigest[];
  /** How many more fit and are not in this mail, and where they are. */
  more: number;
  opportunitiesUrl: string;
  seats: SeatInDigest[];
  bids: BidInDigest[];
  links: Omit<OpportunityLinks, 'answers' | 'replyTo'>;
}

/** Those that need nothing added by mail; the others are a reply away, or a page. */
const quickAnswers = ['yes', 'not_now', 'no'] as const;

/** The same to those who look for partners. */
const quickAnswersToPartners = ['yes_with_partners', 'not_now', 'no'] as const;

const sections = ['closing', 'new', 'changed'] as const;

/** What is new for a reader since the last time, a few tenders at once: each with its reasons and five answers. */
export function digest(mail: DigestFacts): MailContent {
  const { reader, coops, settings, items, partners, more, opportunitiesUrl, seats, bids } = mail;
  const told = [...items, ...partners];
  const calls = partners.flatMap((each) => each.calls).length;
  const { digest: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(items.length, calls, seats.length, bids.length),
    preview: told.length > 0 ? titlesOf(told).join(' · ') : say.previewOwn,
    title: say.title(settings.frequency),
    blocks: [
      paragraph(greeting(reader)),
      ...sections.flatMap((section) => sectionBlocks(section, mail)),
      ...partnersBlocks(mail),
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

/** Each once: a tender may stand there twice, with those who look for partners for it. */
function titlesOf(told: readonly { tender: Pick<OfferedTender, 'title'> }[]): string[] {
  return [...new Set(told.map(({ tender }) => tender.title))];
}

function sectionBlocks(section: DigestItemInMail['section'], { items, reader, coops }: DigestFacts): Block[] {
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

function partnersBlocks({ partners, reader, coops }: DigestFacts): Block[] {
  const { digest: say } = wordsIn(reader.language);
  if (partners.length === 0) return [];
  return [
    heading(say.sections.partners),
    paragraph(say.partnersIntro),
    ...partners.flatMap((item) => partnersItemBlocks(item, reader, coops.length > 1)),
  ];
}

function partnersItemBlocks(item: PartnersInDigest, reader: Reader, namesCoop: boolean): Block[] {
  const { digest: say, offer, general, reason } = wordsIn(reader.language);
  const { tender, coop, why, calls, freeDays, answers, replyTo } = item;
  const inWords = (part: RequirementInMail) => requirementInWords(part, reader.language);
  return [
    subheading(tender.title),
    paragraph(namesCoop ? say.postedFor(tender.clientName, coop) : say.posted(tender.clientName)),
    list([...calls.map((call) => say.looksFor(call.coop, call.parts.map(inWords))), ...why.map(reason)]),
    facts(
      fact(general.facts.deadline, moment(tender.deadline, tender.zone, reader)),
      fact(offer.facts.free, offer.freeInThatTime(freeDays)),
    ),
    links([
      { text: offer.readTender, href: tender.url },
      ...(answers === null
        ? calls.map((call) => ({ text: say.bringTogether(call.coop), href: call.url }))
        : [
            { text: say.yesWithPartners, href: answers.yesWithPartners },
            { text: say.answers.not_now, href: answers.not_now },
            { text: say.answers.no, href: answers.no },
          ]),
    ]),
    ...(replyTo === null || answers === null
      ? []
      : [links(answersByMail(quickAnswersToPartners, { replyTo, subject: tender.title }, reader.language))]),
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
