import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

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
  const { bidWithdrawn: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(tender.title),
    preview: say.preview(lead),
    title: say.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.withdrawn(lead, organisation.name)),
      facts(...tenderFacts(tender, reader)),
      action(general.lookAtBid, bidUrl),
      paragraph(say.free),
    ],
    footer: roleFooter(organisation, reader),
  };
}
