import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, roleFooter, sentenceList } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

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
  return {
    lang: 'en',
    subject: `Completed: ${tender.title}`,
    preview: 'The work is done. Thank you.',
    title: 'The work is done',
    blocks: [
      paragraph(greeting(reader)),
      paragraph(`${tender.clientName} has marked “${tender.title}” as completed. Thank you, all of you.`),
      facts(
        fact('Tender', tender.title),
        fact('Client', tender.clientName),
        fact('Done by', sentenceList(members)),
      ),
      ...(isClient
        ? [action('Open the tender', tender.url)]
        : [
            paragraph(
              'While it is fresh: a few lines about it among your past projects help you to be found.',
            ),
            action('Add it to your profile', profileUrl),
          ]),
    ],
    footer: roleFooter(organisation),
  };
}
