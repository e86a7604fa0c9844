import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { Requirement, TenderContent } from '@cobid/domain/tender/schema.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { OfferedTender } from '../mail/kinds/opportunityParts.ts';
import type { RequirementInMail } from '../mail/kinds/requirementInWords.ts';
import type { Reader, TenderInMail } from '../mail/wording.ts';
import { wordsIn } from '../mail/words/wordsIn.ts';
import { pageUrl } from './composer.ts';
import type { ComposeTools } from './composer.ts';

/** What every mail about a tender says of it; a published tender always has a deadline. */
export function tenderInMail(
  tender: TenderRecord,
  clientName: string,
  { language }: Reader,
  tools: ComposeTools,
): TenderInMail {
  return {
    title: tender.content.title || wordsIn(language).general.untitledTender,
    url: pageUrl(tools, paths.tender(tender.id)),
    clientName,
    deadline: tender.deadline ?? tender.createdAt,
    zone: tender.content.zone,
  };
}

/** The same with what a co-op weighs before it answers. */
export function offeredTender(
  tender: TenderRecord,
  clientName: string,
  reader: Reader,
  tools: ComposeTools,
): OfferedTender {
  const { content } = tender;
  const { workplace, city, country, start } = content;
  return {
    ...tenderInMail(tender, clientName, reader, tools),
    summary: content.summary.trim(),
    days: content.requirements.reduce((sum, { days }) => sum + days, 0),
    budget: budgetOf(content),
    workplace,
    city,
    country,
    start,
  };
}

function budgetOf({ budget, currency }: TenderContent): OfferedTender['budget'] {
  if (budget?.kind !== 'band') return null;
  const { minMinor, maxMinor } = budget;
  return { minMinor, maxMinor, currency };
}

/** A requirement, or the days of it that somebody takes. */
export function requirementInMail(
  { skill, level }: Pick<Requirement, 'skill' | 'level'>,
  days: number,
): RequirementInMail {
  return { skill: skillLabel(skill), level, days };
}
