import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import { choices, facts, heading, list, paragraph } from '../content.ts';
import type { Block, Footer, Unsubscribe } from '../content.ts';
import { dayCount, dayFact, fact, sentenceList, tenderFacts } from '../wording.ts';
import type { Reader, TenderInMail } from '../wording.ts';

/** A tender with what a co-op weighs before it answers. */
export interface OfferedTender extends TenderInMail {
  summary: string;
  /** Person-days of all requirements. */
  days: number;
  /** "€40,000 to €60,000" or "not disclosed". */
  budget: string;
  /** "Remote", "On site in Leeds, GB". */
  place: string;
  start: string | null;
}

/** A requirement that the co-op does not cover, and who could. */
export interface MissingPart {
  /** "Accessibility audit, level 3, 10 days". */
  requirement: string;
  isMust: boolean;
  completers: string[];
}

export interface OpportunityLinks {
  answers: Record<Answer, string>;
  settings: string;
  pause: string;
  /** Page that asks before it stops these mails. */
  unsubscribe: string;
  oneClick: Unsubscribe;
}

const answerWords: Record<Answer, string> = {
  yes: 'Yes, we want to do this',
  yes_if: 'Yes, if …',
  not_now: 'Not now, maybe later',
  pass_to: 'Pass it on to another co-op',
  no: 'No, this is not for us',
};

/** What the work is; the title is the heading of the mail. */
export function workFacts(tender: OfferedTender, reader: Reader, freeDays: number | null): Block {
  return facts(
    ...tenderFacts(tender, reader).slice(1),
    fact('Work', dayCount(tender.days)),
    freeDays === null ? null : fact('You have free', `${dayCount(freeDays)} in that time`),
    fact('Budget', tender.budget),
    fact('Place', tender.place),
    dayFact('Start', tender.start),
  );
}

/** What the co-op can't cover, each with the co-ops that could. */
export function missingBlocks(missing: readonly MissingPart[]): Block[] {
  if (missing.length === 0) {
    return [heading('What is missing'), paragraph('Nothing. Your co-op covers every requirement itself.')];
  }
  return [
    heading('What is missing'),
    list(missing.map(inWords)),
    paragraph('You do not have to fill the gaps first. If you say yes, Cobid shows who could join you.'),
  ];
}

function inWords({ requirement, isMust, completers }: MissingPart): string {
  const need = `${requirement}${isMust ? '' : ' (nice to have)'}`;
  return completers.length === 0
    ? `${need}. Nobody in the network covers this yet.`
    : `${need}. Could be done by ${sentenceList(completers)}.`;
}

/** The five answers; each opens a page, and only that page's button acts. */
export function answerBlocks({ answers }: OpportunityLinks, tender: TenderInMail): Block[] {
  return [
    heading('Your answer'),
    paragraph('Each of these opens a page where you confirm. Opening it does nothing yet.'),
    choices([
      { text: answerWords.yes, href: answers.yes },
      { text: answerWords.yes_if, href: answers.yes_if },
      { text: answerWords.not_now, href: answers.not_now },
      { text: answerWords.pass_to, href: answers.pass_to },
      { text: answerWords.no, href: answers.no },
    ]),
    paragraph('Want to know more first?'),
    choices([{ text: 'Read the whole tender', href: tender.url }]),
  ];
}

export function opportunityFooter(links: OpportunityLinks, why: string): Footer {
  return {
    why,
    actions: [
      { text: 'Change which tenders you hear of', href: links.settings },
      { text: 'Take a break from these mails', href: links.pause },
      { text: 'Stop these mails for your address', href: links.unsubscribe },
    ],
  };
}
