import { action, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, moment, roleFooter, sentenceList } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';

export interface AwardRecordedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  tender: TenderInMail;
  lead: string;
  members: string[];
  reason: string;
  at: Date;
  /** How many other bidders were told that they were not chosen. */
  others: number;
}

/** The client's record of its own decision. */
export function awardRecorded(award: AwardRecordedFacts): MailContent {
  const { reader, organisation, tender, lead, members, reason, at, others } = award;
  const told = others === 0 ? '' : others === 1 ? ' The other bid' : ` The ${others} other bids`;
  return {
    lang: 'en',
    subject: `Your choice is recorded: ${tender.title}`,
    preview: `You have chosen the bid led by ${lead}.`,
    title: 'Your choice is recorded',
    blocks: [
      paragraph(greeting(reader)),
      paragraph(
        `You have chosen the bid led by ${lead}, and we have told them.${told === '' ? '' : `${told} got the reason that you gave.`}`,
      ),
      facts(
        fact('Tender', tender.title),
        fact('Bidders', sentenceList(members)),
        fact('Chosen', moment(at, tender.zone, reader)),
      ),
      paragraph('Your reason:'),
      quote(reason),
      action('Open the tender', tender.url),
      paragraph('When the work is done, mark the tender as completed there.'),
    ],
    footer: roleFooter(organisation),
  };
}
