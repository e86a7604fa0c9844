import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import { heading, list, paragraph, quote, theirWords } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { answerBlocks, missingBlocks, opportunityFooter, workFacts } from './opportunityParts.ts';
import type { MissingPart, OfferedTender, OpportunityLinks } from './opportunityParts.ts';

export interface OpportunityPassedOnFacts {
  reader: Reader;
  coop: string;
  passedOnBy: string;
  /** What the other co-op wrote along; '' if nothing. */
  note: string;
  tender: OfferedTender;
  /** null where the tender was not matched to this co-op. */
  match: { why: Reason[]; missing: MissingPart[]; freeDays: number } | null;
  links: OpportunityLinks;
}

/** Another co-op thought of this one. */
export function opportunityPassedOn(offer: OpportunityPassedOnFacts): MailContent {
  const { reader, coop, passedOnBy, note, tender, match, links } = offer;
  const { opportunityPassedOn: say, offer: words, reason } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(passedOnBy, coop, tender.title),
    preview: say.preview(passedOnBy),
    title: tender.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.passedOn(passedOnBy, tender.clientName, coop)),
      ...(note === '' ? [] : [paragraph(say.theyWrite), quote(note)]),
      ...(tender.summary === '' ? [] : [theirWords(tender.summary)]),
      ...(match === null
        ? []
        : [heading(words.whyHeading), list(match.why.map(reason)), ...missingBlocks(match.missing, reader)]),
      heading(words.workHeading),
      workFacts(tender, reader, match?.freeDays ?? null),
      ...answerBlocks(links, tender, reader),
    ],
    footer: opportunityFooter(links, say.why(coop, passedOnBy), reader),
    unsubscribe: links.oneClick,
  };
}
