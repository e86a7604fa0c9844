import { answers as allAnswers } from '@cobid/domain/opportunity/schema.ts';
import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import type { Language } from '@cobid/domain/language.ts';
import type { Currency } from '@cobid/domain/money.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { choices, facts, heading, links, list, paragraph } from '../content.ts';
import type { Block, Footer, Unsubscribe } from '../content.ts';
import { fact, tenderFacts } from '../wording.ts';
import type { Reader, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { answersByMail } from './answerByMail.ts';
import { requirementInWords } from './requirementInWords.ts';
import type { RequirementInMail } from './requirementInWords.ts';

/** A tender with what a co-op weighs before it answers. */
export interface OfferedTender extends TenderInMail, Pick<TenderContent, 'workplace' | 'city' | 'country'> {
  summary: string;
  /** Person-days of all requirements. */
  days: number;
  /** Null where it is not disclosed. */
  budget: { minMinor: number; maxMinor: number; currency: Currency } | null;
  start: string | null;
}

/** The certificate's name and the language's code that a requirement asks for; one of them, or both, are missing. */
export interface MissingPapers {
  certificate: string | null;
  language: string | null;
}

/** A requirement that the co-op does not cover, and who could. */
export interface MissingPart {
  requirement: RequirementInMail;
  isMust: boolean;
  /** What alone is missing, where the co-op has the skill; null where it does not cover the skill itself. */
  papers: MissingPapers | null;
  completers: string[];
}

export interface OpportunityLinks {
  answers: Record<Answer, string>;
  /** Where an answer by mail goes; null where no mail comes back. */
  replyTo: string | null;
  settings: string;
  pause: string;
  /** Page that asks before it stops these mails. */
  unsubscribe: string;
  oneClick: Unsubscribe;
}

/** What the work is; the title is the heading of the mail. */
export function workFacts(tender: OfferedTender, reader: Reader, freeDays: number | null): Block {
  const { offer, general } = wordsIn(reader.language);
  return facts(
    ...tenderFacts(tender, reader).slice(1),
    fact(offer.facts.work, general.days(tender.days)),
    freeDays === null ? null : fact(offer.facts.free, offer.freeInThatTime(freeDays)),
    fact(offer.facts.budget, budgetInWords(tender, reader)),
    fact(offer.facts.place, placeInWords(tender, reader)),
    tender.start === null ? null : fact(offer.facts.start, general.formats.day(tender.start)),
  );
}

/** The band of the budget, or that it is not disclosed. */
export function budgetInWords({ budget }: OfferedTender, { language }: Reader): string {
  const { offer, general } = wordsIn(language);
  if (budget === null) return offer.budgetNotDisclosed;
  const [least, most] = [budget.minMinor, budget.maxMinor].map((minor) =>
    general.formats.money(minor, budget.currency),
  );
  return least === undefined || most === undefined || least === most
    ? (least ?? '')
    : offer.budgetBand(least, most);
}

function placeInWords({ workplace, city, country }: OfferedTender, { language }: Reader): string {
  const { offer, general } = wordsIn(language);
  const manner = offer.workplaces[workplace];
  if (workplace === 'remote') return manner;
  return [manner, city, country === null ? '' : general.formats.country(country)].filter(Boolean).join(', ');
}

/** What the co-op can't cover, each with the co-ops that could. */
export function missingBlocks(missing: readonly MissingPart[], { language }: Reader): Block[] {
  const { offer } = wordsIn(language);
  if (missing.length === 0) return [heading(offer.missingHeading), paragraph(offer.nothingMissing)];
  const items = missingInWords(missing, { language });
  return [heading(offer.missingHeading), list(items), paragraph(offer.gapsLater)];
}

/** One sentence for each requirement that the co-op does not cover. */
export function missingInWords(
  missing: readonly MissingPart[],
  { language }: Pick<Reader, 'language'>,
): string[] {
  const { offer } = wordsIn(language);
  return missing.map(({ requirement, isMust, papers, completers }) => {
    const need = requirementInWords(requirement, language);
    const wanted = isMust ? need : offer.niceToHave(need);
    const said = papers === null ? wanted : papersInWords(wanted, papers, language);
    return completers.length === 0 ? offer.nobodyCovers(said) : offer.couldBeDoneBy(said, completers);
  });
}

/** That the skill is there, and which certificate or language may not be: of two, one is enough to be missing. */
function papersInWords(
  requirement: string,
  { certificate, language }: MissingPapers,
  readers: Language,
): string {
  const { general, offer } = wordsIn(readers);
  const papers = [
    ...(certificate === null ? [] : [offer.certificate(certificate)]),
    ...(language === null ? [] : [offer.language(general.formats.languageName(language))]),
  ];
  return offer.skillButNot(requirement, general.formats.list(papers), papers.length > 1);
}

/** The five answers; each opens a page, and only that page's button acts. Then the same by mail, if it comes back. */
export function answerBlocks(
  { answers, replyTo }: OpportunityLinks,
  tender: TenderInMail,
  { language }: Reader,
): Block[] {
  const { offer } = wordsIn(language);
  return [
    heading(offer.answerHeading),
    paragraph(offer.answerHow),
    choices([
      { text: offer.answers.yes, href: answers.yes },
      { text: offer.answers.yes_if, href: answers.yes_if },
      { text: offer.answers.not_now, href: answers.not_now },
      { text: offer.answers.pass_to, href: answers.pass_to },
      { text: offer.answers.no, href: answers.no },
    ]),
    ...(replyTo === null
      ? []
      : [
          paragraph(offer.byMail.how),
          links(answersByMail(allAnswers, { replyTo, subject: tender.title }, language)),
        ]),
    paragraph(offer.moreFirst),
    choices([{ text: offer.readTender, href: tender.url }]),
  ];
}

export function opportunityFooter(
  links: Omit<OpportunityLinks, 'answers' | 'replyTo'>,
  why: string,
  { language }: Reader,
): Footer {
  const { footer } = wordsIn(language).offer;
  return {
    why,
    actions: [
      { text: footer.settings, href: links.settings },
      { text: footer.pause, href: links.pause },
      { text: footer.unsubscribe, href: links.unsubscribe },
    ],
  };
}
