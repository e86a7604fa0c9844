import { formatMoney } from '../formatMoney.ts';
import type { TenderContent } from './schema.ts';

/** The budget in words: a band, or "not disclosed". */
export function budgetText({ budget, currency }: Pick<TenderContent, 'budget' | 'currency'>): string {
  if (budget === null || budget.kind === 'not_disclosed') return 'not disclosed';
  const [least, most] = [formatMoney(budget.minMinor, currency), formatMoney(budget.maxMinor, currency)];
  return least === most ? least : `${least} to ${most}`;
}
