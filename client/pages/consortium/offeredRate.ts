import type { TenderCard } from '@cobid/domain/tender/schema.ts';

/** What a day could be offered for, in minor units: the middle of the budget over all days; null where none is told. */
export function offeredRate({ budget, days }: Pick<TenderCard, 'budget' | 'days'>): number | null {
  if (budget === null || budget.kind === 'not_disclosed' || days === 0) return null;
  return (budget.minMinor + budget.maxMinor) / 2 / days;
}
