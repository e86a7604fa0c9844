import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import type { WhyNow } from '@cobid/domain/mail/whenToTell.ts';
import type { Reason } from '@cobid/domain/opportunity/matchInWords.ts';
import { heading, list, paragraph, theirWords } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';
import { answerBlocks, missingBlocks, opportunityFooter, workFacts } from './opportunityParts.ts';
import type { MissingPart, OfferedTender, OpportunityLinks } from './opportunityParts.ts';

export interface OpportunityFacts {
  reader: Reader;
  coop: string;
  tender: OfferedTender;
  /** What the strongest terms of the match rest on. */
  why: Reason[];
  missing: MissingPart[];
  freeDays: number;
  /** What the reader wants to get, and why this tender did not wait. */
  settings: MailSettings;
  because: WhyNow;
  links: OpportunityLinks;
}

/** A tender that fits the co-op: why, what is missing, and five ways to answer. */
export function opportunity(offer: OpportunityFacts): MailContent {
  const { reader, coop, tender, why, missing, freeDays, settings, because, links } = offer;
  const words = wordsIn(reader.language);
  const say = words.opportunity;
  const reasons = why.map(words.reason);
  return {
    lang: reader.language,
    subject: say.subject(coop, tender.title),
    preview: reasons.join(' · '),
    title: tender.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.posted(tender.clientName, coop)),
      ...(tender.summary === '' ? [] : [theirWords(tender.summary)]),
      heading(words.offer.whyHeading),
      list(reasons),
      ...missingBlocks(missing, reader),
      heading(words.offer.workHeading),
      workFacts(tender, reader, freeDays),
      ...answerBlocks(links, tender, reader),
    ],
    footer: opportunityFooter(links, words.atOnce[because](coop, settings, reader.zone), reader),
    unsubscribe: links.oneClick,
  };
}
