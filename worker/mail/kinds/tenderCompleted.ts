import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface TenderCompletedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  tender: TenderInMail;
  members: string[];
  isClient: boolean;
  /** Where a co-op adds the work to its past projects; absent for the client. */
  profileUrl: string;
}

/** The work is done. */
export function tenderCompleted(done: TenderCompletedFacts): MailContent {
  const { reader, organisation, tender, members, isClient, profileUrl } = done;
  const { tenderCompleted: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(tender.title),
    preview: say.preview,
    title: say.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.completed(tender.clientName, tender.title)),
      facts(
        fact(general.facts.tender, tender.title),
        fact(general.facts.client, tender.clientName),
        fact(say.doneBy, general.formats.list(members)),
      ),
      ...(isClient
        ? [action(say.openTender, tender.url)]
        : [paragraph(say.whileFresh), action(say.addToProfile, profileUrl)]),
    ],
    footer: roleFooter(organisation, reader),
  };
}
