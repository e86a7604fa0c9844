import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

export interface BidsOpenedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  tender: TenderInMail;
  count: number;
  bidsUrl: string;
}

/** The client may read the bids now, or learns that there are none. */
export function bidsOpened({ reader, organisation, tender, count, bidsUrl }: BidsOpenedFacts): MailContent {
  const headline =
    count === 0 ? 'No bids this time' : count === 1 ? 'One bid to read' : `${count} bids to read`;
  return {
    lang: 'en',
    subject: `${headline}: ${tender.title}`,
    preview: 'The deadline has passed and the envelopes are open.',
    title: headline,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(count === 0 ? none : some),
      count === 0
        ? action('See what you can do now', tender.url)
        : action(count === 1 ? 'Read the bid' : 'Read the bids', bidsUrl),
      facts(...tenderFacts(tender, reader)),
    ],
    footer: roleFooter(organisation),
  };
}

const some =
  'The deadline has passed and the envelopes are open. The bidders stand in random order; everyone who is not chosen will get the reason that you give.';
const none =
  'The deadline has passed and nobody has bid. Often a later deadline, fewer musts or a budget band help. You can close the tender and post a copy of it.';
