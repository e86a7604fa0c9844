import { action, facts, list, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting, roleFooter, tenderFacts } from '../wording.ts';
import type { Reader, ReadersOrganisation, TenderInMail } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

/** What kept a bid from being submitted. */
export type Gap =
  | {
      kind:
        | 'seats'
        | 'coverage'
        | 'totalMinor'
        | 'sections'
        | 'disputePath'
        | 'joiningReasons'
        | 'other'
        | 'neverFrozen';
    }
  | { kind: 'notSigned'; revision: number; coops: string[] }
  | { kind: 'notSubmitted'; revision: number };

export interface BidLapsedFacts {
  reader: Reader;
  organisation: ReadersOrganisation;
  lead: string;
  tender: TenderInMail;
  missing: Gap[];
  bidUrl: string;
}

/** The deadline came before the bid was complete. */
export function bidLapsed(bid: BidLapsedFacts): MailContent {
  const { reader, organisation, lead, tender, missing, bidUrl } = bid;
  const { bidLapsed: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(tender.title),
    preview: say.preview,
    title: say.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.passed(lead)),
      paragraph(say.missing),
      list(missing.map((gap) => gapInWords(gap, reader))),
      action(general.lookAtBid, bidUrl),
      facts(...tenderFacts(tender, reader)),
      paragraph(say.kept),
    ],
    footer: roleFooter(organisation, reader),
  };
}

function gapInWords(gap: Gap, { language }: Reader): string {
  const { bidLapsed: say } = wordsIn(language);
  if (gap.kind === 'notSigned') return say.notSigned(gap.revision, gap.coops);
  if (gap.kind === 'notSubmitted') return say.notSubmitted(gap.revision);
  return say.gaps[gap.kind];
}
