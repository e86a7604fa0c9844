import { action, facts, list, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

export interface BidLapsedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  tender: TenderInMail;
  /** What kept it from being submitted, as sentences. */
  missing: string[];
  bidUrl: string;
}

/** The deadline came before the bid was complete. */
export function bidLapsed(bid: BidLapsedFacts): MailContent {
  const { reader, organisation, lead, tender, missing, bidUrl } = bid;
  return {
    lang: 'en',
    subject: `Not submitted in time: ${tender.title}`,
    preview: 'The deadline has passed before the bid was complete.',
    title: 'The bid was not submitted in time',
    blocks: [
      paragraph(greeting(reader)),
      paragraph(
        `The deadline has passed, and the bid led by ${lead} was not complete. It stays closed: the client has not seen it and will not.`,
      ),
      paragraph('What was missing:'),
      list(missing),
      action('Look at the bid', bidUrl),
      facts(...tenderFacts(tender, reader)),
      paragraph('Your text is kept, in case it helps with the next one.'),
    ],
    footer: roleFooter(organisation),
  };
}
