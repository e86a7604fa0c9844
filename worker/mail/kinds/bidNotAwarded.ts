import { action, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

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
  const { bidNotAwarded: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(tender.title),
    preview: say.preview(tender.clientName),
    title: say.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.decided(tender.clientName)),
      quote(reason),
      action(general.lookAtBid, bidUrl),
      facts(
        fact(general.facts.tender, tender.title),
        fact(general.facts.client, tender.clientName),
        fact(general.facts.lead, lead),
      ),
    ],
    footer: roleFooter(organisation, reader),
  };
}
