import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { formatMoney } from '@cobid/domain/money.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { Requirement, TenderContent } from '@cobid/domain/tender/schema.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { OfferedTender } from '../mail/kinds/opportunityParts.ts';
import type { TenderInMail } from '../mail/wording.ts';
import { pageUrl } from './composer.ts';
import type { ComposeTools } from './composer.ts';

/** What every mail about a tender says of it; a published tender always has a deadline. */
export function tenderInMail(tender: TenderRecord, clientName: string, tools: ComposeTools): TenderInMail {
  return {
    title: tender.content.title || 'A tender without a title',
    url: pageUrl(tools, paths.tender(tender.id)),
    clientName,
    deadline: tender.deadline ?? tender.createdAt,
    zone: tender.content.zone,
  };
}

/** The same with what a co-op weighs before it answers. */
export function offeredTender(tender: TenderRecord, clientName: string, tools: ComposeTools): OfferedTender {
  const { content } = tender;
  return {
    ...tenderInMail(tender, clientName, tools),
    summary: content.summary.trim(),
    days: content.requirements.reduce((sum, { days }) => sum + days, 0),
    budget: budgetInWords(content),
    place: placeInWords(content),
    start: content.start,
  };
}

function budgetInWords({ budget, currency }: TenderContent): string {
  if (budget === null || budget.kind === 'not_disclosed') return 'not disclosed';
  const [least, most] = [formatMoney(budget.minMinor, currency), formatMoney(budget.maxMinor, currency)];
  return least === most ? least : `${least} to ${most}`;
}

function placeInWords({ workplace, city, country }: TenderContent): string {
  const place = [city, country].filter(Boolean).join(', ');
  if (workplace === 'remote') return 'Remote';
  const manner = workplace === 'hybrid' ? 'Partly remote' : 'On site';
  return place === '' ? manner : `${manner}, ${place}`;
}

/** "Accessibility audit, level 3, 10 days". */
export function requirementInWords(
  { skill, level }: Pick<Requirement, 'skill' | 'level'>,
  days: number,
): string {
  return `${skillLabel(skill)}, level ${level}, ${days} ${days === 1 ? 'day' : 'days'}`;
}
