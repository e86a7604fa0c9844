import { formatMoney } from '@cobid/domain/formatMoney.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';

/** The budget in words: a band, "not disclosed", or that it is still open. */
export function budgetText(budget: TenderContent['budget'], currency: TenderContent['currency']): string {
  if (budget === null) return 'not set yet';
  if (budget.kind === 'not_disclosed') return 'not disclosed';
  if (budget.minMinor === budget.maxMinor) return formatMoney(budget.maxMinor, currency);
  return `${formatMoney(budget.minMinor, currency)} to ${formatMoney(budget.maxMinor, currency)}`;
}

const workplaceText = { remote: 'remote', hybrid: 'partly on site', on_site: 'on site' } as const;

const countryNames = new Intl.DisplayNames('en-GB', { type: 'region' });

/** Where the work is done: "remote", "partly on site in Bilbao, Spain". */
export function placeText(workplace: TenderContent['workplace'], country: string | null, city = ''): string {
  const where = [city, country === null ? '' : (countryNames.of(country) ?? country)]
    .filter(Boolean)
    .join(', ');
  return workplace === 'remote' || where === ''
    ? workplaceText[workplace]
    : `${workplaceText[workplace]} in ${where}`;
}

/** Who answers to the client for a joint bid. */
export const liabilityText = {
  lead_prime: 'The lead answers for the whole bid',
  several: 'Each co-op answers for its own part',
  joint_several: 'All answer for everything together',
} as const;
