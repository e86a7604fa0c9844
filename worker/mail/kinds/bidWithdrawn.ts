import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

export interface BidWithdrawnFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  tender: TenderInMail;
  bidUrl: string;
}

/** The lead has taken the bid back. */
export function bidWithdrawn(bid: BidWithdrawnFacts): MailContent {
  const { reader, organisation, lead, tender, bidUrl } = bid;
  return {
    lang: 'en',
    subject: `Bid withdrawn: ${tender.title}`,
    preview: `${lead} has withdrawn the bid. You need not do anything.`,
    title: 'The bid is withdrawn',
    blocks: [
      paragraph(greeting(reader)),
      paragraph(
        `${lead} has withdrawn the bid that ${organisation.name} is part of. Nobody outside it will learn of it.`,
      ),
      facts(...tenderFacts(tender, reader)),
      action('Look at the bid', bidUrl),
      paragraph(
        'You need not do anything. Your co-op is free to join another bid for this tender, or to start one.',
      ),
    ],
    footer: roleFooter(organisation),
  };
}
