import { action, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

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
  const { bidAwarded: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(tender.title),
    preview: say.preview(tender.clientName),
    title: say.headline(tender.clientName),
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.congratulations(tender.clientName)),
      quote(reason),
      action(general.openBid, bidUrl),
      facts(
        fact(general.facts.tender, tender.title),
        fact(general.facts.client, tender.clientName),
        fact(general.facts.lead, lead),
        fact(general.facts.bidders, general.formats.list(members)),
      ),
      paragraph(say.speaks(lead)),
    ],
    footer: roleFooter(organisation, reader),
  };
}
