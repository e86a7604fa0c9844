import { heading, list, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { answerBlocks, missingBlocks, opportunityFooter, workFacts } from './opportunityParts.ts';
import type { MissingPart, OfferedTender, OpportunityLinks } from './opportunityParts.ts';

export interface OpportunityFacts {
  reader: Reader;
  coop: string;
  tender: OfferedTender;
  /** The strongest terms of the match, in words. */
  why: string[];
  missing: MissingPart[];
  freeDays: number;
  /** The co-op's notification setting, in words. */
  setting: string;
  links: OpportunityLinks;
}

/** A tender that fits the co-op: why, what is missing, and five ways to answer. */
export function opportunity(offer: OpportunityFacts): MailContent {
  const { reader, coop, tender, why, missing, freeDays, setting, links } = offer;
  return {
    lang: 'en',
    subject: `A fit for ${coop}: ${tender.title}`,
    preview: why.join(' · '),
    title: tender.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(`${tender.clientName} has posted work that fits ${coop}.`),
      ...(tender.summary === '' ? [] : [paragraph(tender.summary)]),
      heading('Why you match'),
      list(why),
      ...missingBlocks(missing),
      heading('The work'),
      workFacts(tender, reader, freeDays),
      ...answerBlocks(links, tender),
    ],
    footer: opportunityFooter(
      links,
      `You get this mail because you can answer for ${coop}, and its profile says: ${setting}.`,
    ),
    unsubscribe: links.oneClick,
  };
}
