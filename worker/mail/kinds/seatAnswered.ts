import { action, facts, paragraph, quote } from '../content.ts';
import type { Block, MailContent } from '../content.ts';
import { greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { termsBlocks } from './seatTerms.ts';
import type { TermsInMail } from './seatTerms.ts';

export type SeatAnswer =
  | { outcome: 'accepted' }
  | { outcome: 'declined'; reason: string }
  | { outcome: 'countered'; terms: TermsInMail }
  | { outcome: 'expired' }
  | { outcome: 'left' };

export interface SeatAnsweredFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  coop: string;
  tender: TenderInMail;
  answer: SeatAnswer;
  bidUrl: string;
}

/** What became of an offered seat, for the lead. */
export function seatAnswered(facts_: SeatAnsweredFacts): MailContent {
  const { reader, organisation, coop, tender, answer, bidUrl } = facts_;
  const said = sayings[answer.outcome](coop);
  return {
    lang: 'en',
    subject: `${said.headline}: ${tender.title}`,
    preview: said.next,
    title: said.headline,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(said.sentence),
      ...details(answer, coop),
      paragraph(said.next),
      action(said.action, bidUrl),
      facts(...tenderFacts(tender, reader)),
    ],
    footer: roleFooter(organisation),
  };
}

function details(answer: SeatAnswer, coop: string): Block[] {
  if (answer.outcome === 'declined') return [paragraph('Their reason:'), quote(answer.reason)];
  if (answer.outcome === 'countered') return termsBlocks(answer.terms, coop);
  return [];
}

interface Saying {
  headline: string;
  sentence: string;
  next: string;
  action: string;
}

const sayings: Record<SeatAnswer['outcome'], (coop: string) => Saying> = {
  accepted: (coop) => ({
    headline: `${coop} takes the seat`,
    sentence: `${coop} has accepted the seat that you offered.`,
    next: 'Their part is in the bid now.',
    action: 'Open the bid',
  }),
  declined: (coop) => ({
    headline: `${coop} declines the seat`,
    sentence: `${coop} will not take the seat this time.`,
    next: 'The seat is open again. The bid shows who else could fill it.',
    action: 'Find somebody else',
  }),
  countered: (coop) => ({
    headline: `${coop} proposes other terms`,
    sentence: `${coop} would like to take part, on other terms than you offered.`,
    next: 'You can take these terms, answer with others, or take the offer back.',
    action: 'Answer the proposal',
  }),
  expired: (coop) => ({
    headline: `${coop} did not answer in time`,
    sentence: `The time to answer has passed without a word from ${coop}.`,
    next: 'The seat is open again. You can invite them once more, or somebody else.',
    action: 'Fill the seat',
  }),
  left: (coop) => ({
    headline: `${coop} has left the bid`,
    sentence: `${coop} has left the bid, so its seat is open again.`,
    next: 'The bid shows who could fill it. Signatures on the last revision no longer count.',
    action: 'Fill the seat',
  }),
};
