import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, moment, roleFooter, sentenceList, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

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
  return {
    lang: 'en',
    subject: `Submitted: ${tender.title}`,
    preview: 'Your receipt, with the fingerprint of what was submitted.',
    title: 'Your bid is submitted',
    blocks: [
      paragraph(greeting(reader)),
      paragraph(
        `Well done. ${lead} has submitted your joint bid. It stays sealed until the deadline: until then nobody outside the bid can read it or learn that it exists.`,
      ),
      facts(
        ...tenderFacts(tender, reader),
        fact('Bidders', sentenceList(members)),
        fact('Submitted', moment(submittedAt, tender.zone, reader)),
        fact('Revision', String(revision)),
        fact('Fingerprint', hash),
      ),
      paragraph(
        'Please keep this mail. The fingerprint (SHA-256 of the offer) shows later that not a word has changed.',
      ),
      action('Open the bid', bidUrl),
      paragraph('Until the deadline you can still improve or withdraw it.'),
    ],
    footer: roleFooter(organisation),
  };
}
