import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, moment, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface BidSubmittedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  members: string[];
  tender: TenderInMail;
  revision: number;
  hash: string;
  submittedAt: Date;
  bidUrl: string;
}

/** The receipt: keep it, its fingerprint proves what was submitted. */
export function bidSubmitted(receipt: BidSubmittedFacts): MailContent {
  const { reader, organisation, lead, members, tender, revision, hash, submittedAt, bidUrl } = receipt;
  const { bidSubmitted: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(tender.title),
    preview: say.preview,
    title: say.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.wellDone(lead)),
      facts(
        ...tenderFacts(tender, reader),
        fact(general.facts.bidders, general.formats.list(members)),
        fact(say.facts.submitted, moment(submittedAt, tender.zone, reader)),
        fact(say.facts.revision, String(revision)),
        fact(general.facts.fingerprint, hash),
      ),
      paragraph(say.keep),
      action(general.openBid, bidUrl),
      paragraph(say.stillYours),
    ],
    footer: roleFooter(organisation, reader),
  };
}
