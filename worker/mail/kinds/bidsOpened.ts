import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface BidsOpenedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  tender: TenderInMail;
  count: number;
  bidsUrl: string;
}

/** The client may read the bids now, or learns that there are none. */
export function bidsOpened({ reader, organisation, tender, count, bidsUrl }: BidsOpenedFacts): MailContent {
  const { bidsOpened: say, general } = wordsIn(reader.language);
  const headline = say.headline(count);
  return {
    lang: reader.language,
    subject: general.about(headline, tender.title),
    preview: say.preview,
    title: headline,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(count === 0 ? say.none : say.some),
      count === 0
        ? action(say.seeWhatNow, tender.url)
        : action(count === 1 ? say.readOne : say.readAll, bidsUrl),
      facts(...tenderFacts(tender, reader)),
    ],
    footer: roleFooter(organisation, reader),
  };
}
