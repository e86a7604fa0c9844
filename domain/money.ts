import { z } from 'zod';

export const currencies = [
  'EUR',
  'GBP',
  'USD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CAD',
  'AUD',
  'ARS',
  'BRL',
  'MXN',
] as const;

/** ISO 4217 code of a currency that Cobid trades in; each has two minor digits. */
export const currency = z.enum(currencies);
export type Currency = z.infer<typeof currency>;

/** Amount in integer minor units (cents, pence). */
export const minor = z.int().min(0).max(1_000_000_000_00);

// Apart, so that a page that only shows amounts loads no validation.
export { formatMoney } from './formatMoney.ts';

/**
 * Splits a total by weights into whole minor units that sum to it exactly: the remainder goes to the largest
 * share, ties by id (domain rules, section 1). Weights all zero split evenly.
 */
export function splitByWeights<Key extends string>(
  totalMinor: number,
  parts: readonly { id: Key; weight: number }[],
): Map<Key, number> {
  const sum = parts.reduce((total, part) => total + part.weight, 0);
  const exact = parts.map((part) => ({
    id: part.id,
    share: Math.floor(sum > 0 ? (totalMinor * part.weight) / sum : totalMinor / parts.length),
  }));
  const remainder = totalMinor - exact.reduce((total, part) => total + part.share, 0);
  const largest = exact.toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))[0];
  return new Map(exact.map((part) => [part.id, part.share + (part.id === largest?.id ? remainder : 0)]));
}
