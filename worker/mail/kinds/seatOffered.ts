import { action, facts, heading, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, moment, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
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
  return {
    lang: 'en',
    subject: `${lead} would like to bid with you: ${tender.title}`,
    preview: `A seat for ${organisation.name}, ${terms.days} days of work.`,
    title: `${lead} offers ${organisation.name} a seat`,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(
        `${lead} leads a bid for “${tender.title}” and would like ${organisation.name} to be part of it.`,
      ),
      ...termsBlocks(terms, lead),
      heading('The tender'),
      facts(...tenderFacts(tender, reader), fact('Answer by', moment(replyBy, tender.zone, reader))),
      action('Read the offer and answer', link),
      paragraph(
        'You can accept, decline, or propose other terms. Accepting does not sign the bid yet: you will read the finished offer first. Nobody outside this bid knows of it.',
      ),
    ],
    footer: roleFooter(organisation),
  };
}
