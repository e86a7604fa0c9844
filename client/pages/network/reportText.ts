import type { reportedTypes } from '@cobid/domain/network/reports.ts';
import { baseLabel } from '../organisations/organisationText.ts';

/** What a Gini coefficient means, in words. */
export function evenness(gini: number): string {
  if (gini < 0.15) return 'very even';
  if (gini < 0.3) return 'fairly even';
  return gini < 0.45 ? 'uneven' : 'very uneven';
}

export function twoPlaces(value: number): string {
  return value.toFixed(2);
}

/** "1 co-op", "3 co-ops". */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

export function typeLabel(type: (typeof reportedTypes)[number]): string {
  return type === 'not_said' ? 'Did not say' : baseLabel(type);
}
