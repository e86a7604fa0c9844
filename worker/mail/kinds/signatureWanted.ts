import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

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
  const { signatureWanted: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(revision, tender.title),
    preview: say.preview(lead, organisation.name),
    title: say.title(revision),
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.frozen(lead, revision)),
      action(say.action, bidUrl),
      facts(
        ...tenderFacts(tender, reader),
        fact(say.signedBy, signedBy.length === 0 ? say.nobodyYet : general.formats.list(signedBy)),
        fact(general.facts.fingerprint, hash),
      ),
      paragraph(say.fingerprint),
    ],
    footer: roleFooter(organisation, reader),
  };
}
