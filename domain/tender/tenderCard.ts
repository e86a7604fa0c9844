import type { OrganisationRef } from '../organisation/schema.ts';
import { skillLabel } from '../vocabulary/vocabulary.ts';
import { tenderStateAt } from './lifecycle.ts';
import type { TenderState } from './lifecycle.ts';
import type { TenderCard, TenderContent } from './schema.ts';

/** What a card needs to know of a tender. */
export interface CardFacts {
  id: string;
  state: TenderState;
  deadline: Date | null;
  publishedAt: Date | null;
  content: TenderContent;
}

/** One row of a list of tenders, as anybody who may read the tender sees it. */
export function tenderCardOf(tender: CardFacts, client: OrganisationRef | null, now: Date): TenderCard {
  const { content } = tender;
  return {
    id: tender.id,
    title: content.title,
    summary: content.summary,
    client,
    state: tenderStateAt(tender, now),
    skills: content.requirements.map((requirement) => skillLabel(requirement.skill)),
    days: content.requirements.reduce((sum, { days }) => sum + days, 0),
    budget: content.budget,
    currency: content.currency,
    deadline: content.deadline,
    zone: content.zone,
    workplace: content.workplace,
    country: content.country,
    publishedAt: tender.publishedAt?.toISOString() ?? null,
  };
}
