import { action, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter, sentenceList } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

export interface BidAwardedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  members: string[];
  tender: TenderInMail;
  reason: string;
  bidUrl: string;
}

/** The bid has won. */
export function bidAwarded(bid: BidAwardedFacts): MailContent {
  const { reader, organisation, lead, members, tender, reason, bidUrl } = bid;
  return {
    lang: 'en',
    subject: `You won it: ${tender.title}`,
    preview: `${tender.clientName} has chosen your bid.`,
    title: `${tender.clientName} has chosen your bid`,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(`Congratulations: ${tender.clientName} would like to work with you. They say why:`),
      quote(reason),
      action('Open the bid', bidUrl),
      facts(
        fact('Tender', tender.title),
        fact('Client', tender.clientName),
        fact('Lead', lead),
        fact('Bidders', sentenceList(members)),
      ),
      paragraph(`${lead} speaks for the bid and is the one to get in touch with the client.`),
    ],
    footer: roleFooter(organisation),
  };
}
