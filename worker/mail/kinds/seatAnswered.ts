import { action, facts, paragraph, quote } from '../content.ts';
import type { Block, MailContent } from '../content.ts';
import { greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { termsBlocks } from './seatTerms.ts';
import type { TermsInMail } from './seatTerms.ts';

export type SeatAnswer =
  | { outcome: 'accepted' }
  /** The reason is '' where none was given. */
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
  const { seatAnswered: words, general } = wordsIn(reader.language);
  const say = words[answer.outcome];
  const headline = say.headline(coop);
  return {
    lang: reader.language,
    subject: general.about(headline, tender.title),
    preview: say.next,
    title: headline,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.sentence(coop)),
      ...details(facts_),
      paragraph(say.next),
      action(say.action, bidUrl),
      facts(...tenderFacts(tender, reader)),
    ],
    footer: roleFooter(organisation, reader),
  };
}

function details({ answer, coop, reader }: SeatAnsweredFacts): Block[] {
  const { seatAnswered: say, general } = wordsIn(reader.language);
  if (answer.outcome === 'countered') return termsBlocks(answer.terms, coop, reader);
  if (answer.outcome !== 'declined') return [];
  return answer.reason === ''
    ? [paragraph(say.noReason)]
    : [paragraph(general.theirReason), quote(answer.reason)];
}
