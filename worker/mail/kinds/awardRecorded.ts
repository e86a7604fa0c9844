import { action, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting, moment, roleFooter } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

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
  const { awardRecorded: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(tender.title),
    preview: say.preview(lead),
    title: say.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.chosen(lead, others)),
      facts(
        fact(general.facts.tender, tender.title),
        fact(general.facts.bidders, general.formats.list(members)),
        fact(say.chosenAt, moment(at, tender.zone, reader)),
      ),
      paragraph(say.yourReason),
      quote(reason),
      action(say.openTender, tender.url),
      paragraph(say.complete),
    ],
    footer: roleFooter(organisation, reader),
  };
}
