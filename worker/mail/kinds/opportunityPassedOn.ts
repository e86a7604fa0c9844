import { heading, list, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting } from '../wording.ts';
import type { Reader } from '../wording.ts';
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
  match: { why: string[]; missing: MissingPart[]; freeDays: number } | null;
  links: OpportunityLinks;
}

/** Another co-op thought of this one. */
export function opportunityPassedOn(offer: OpportunityPassedOnFacts): MailContent {
  const { reader, coop, passedOnBy, note, tender, match, links } = offer;
  return {
    lang: 'en',
    subject: `${passedOnBy} thought of ${coop}: ${tender.title}`,
    preview: `Passed on to you by ${passedOnBy}.`,
    title: tender.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(`${passedOnBy} has passed this tender of ${tender.clientName} on to ${coop}.`),
      ...(note === '' ? [] : [paragraph('They write:'), quote(note)]),
      ...(tender.summary === '' ? [] : [paragraph(tender.summary)]),
      ...(match === null ? [] : [heading('Why you match'), list(match.why), ...missingBlocks(match.missing)]),
      heading('The work'),
      workFacts(tender, reader, match?.freeDays ?? null),
      ...answerBlocks(links, tender),
    ],
    footer: opportunityFooter(
      links,
      `You get this mail because you can answer for ${coop}, and ${passedOnBy} passed a tender on to it.`,
    ),
    unsubscribe: links.oneClick,
  };
}
