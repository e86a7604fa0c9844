import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter, sentenceList, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

export interface SignatureWantedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  tender: TenderInMail;
  revision: number;
  hash: string;
  /** Co-ops that have signed this revision. */
  signedBy: string[];
  bidUrl: string;
}

/** A frozen revision waits for the co-op's signature. */
export function signatureWanted(wanted: SignatureWantedFacts): MailContent {
  const { reader, organisation, lead, tender, revision, hash, signedBy, bidUrl } = wanted;
  return {
    lang: 'en',
    subject: `Please read and sign revision ${revision}: ${tender.title}`,
    preview: `The bid led by ${lead} is ready for the signature of ${organisation.name}.`,
    title: `Revision ${revision} is ready for your signature`,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(
        `The bid led by ${lead} is frozen as revision ${revision}. It can be submitted once every co-op has signed the same text.`,
      ),
      action('Read the offer and sign', bidUrl),
      facts(
        ...tenderFacts(tender, reader),
        fact('Signed by', signedBy.length === 0 ? 'nobody yet' : sentenceList(signedBy)),
        fact('Fingerprint', hash),
      ),
      paragraph('The fingerprint (SHA-256) is the same for everybody who reads the same text.'),
    ],
    footer: roleFooter(organisation),
  };
}
