import { action, facts, heading, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, moment, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { termsBlocks } from './seatTerms.ts';
import type { TermsInMail } from './seatTerms.ts';

export interface SeatOfferedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  tender: TenderInMail;
  terms: TermsInMail;
  replyBy: Date;
  /** Works once, for this reader, without signing in. */
  link: string;
}

/** A lead offers a co-op a seat in its bid. */
export function seatOffered(offer: SeatOfferedFacts): MailContent {
  const { reader, organisation, lead, tender, terms, replyBy, link } = offer;
  const { seatOffered: say, terms: words } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(lead, tender.title),
    preview: say.preview(organisation.name, terms.days),
    title: say.title(lead, organisation.name),
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.would(lead, tender.title, organisation.name)),
      ...termsBlocks(terms, lead, reader),
      heading(say.tenderHeading),
      facts(...tenderFacts(tender, reader), fact(words.facts.answerBy, moment(replyBy, tender.zone, reader))),
      action(words.readAndAnswer, link),
      paragraph(say.whatYouCan),
    ],
    footer: roleFooter(organisation, reader),
  };
}
