import { action, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

export interface BidNotAwardedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  tender: TenderInMail;
  reason: string;
  bidUrl: string;
}

/** Another bid has won; the reason is the one that the client gave for this one. */
export function bidNotAwarded(bid: BidNotAwardedFacts): MailContent {
  const { reader, organisation, lead, tender, reason, bidUrl } = bid;
  return {
    lang: 'en',
    subject: `Not chosen this time: ${tender.title}`,
    preview: `${tender.clientName} has decided, and says why.`,
    title: 'Your bid was not chosen this time',
    blocks: [
      paragraph(greeting(reader)),
      paragraph(
        `${tender.clientName} has decided for another bid. Thank you for the work that you put into yours. This is what they say about it:`,
      ),
      quote(reason),
      action('Look at the bid', bidUrl),
      facts(fact('Tender', tender.title), fact('Client', tender.clientName), fact('Lead', lead)),
    ],
    footer: roleFooter(organisation),
  };
}
