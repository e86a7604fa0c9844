import type { PastWork } from '@cobid/domain/matching/pastWork/pastWork.ts';
import type { Award } from './readAwards.ts';

/** An award as a past work of its winners. */
export function toWork({ id, title, buyer, suppliers, date }: Award): PastWork {
  return { id, text: title, client: buyer, day: Date.parse(date) / 86_400_000, coops: suppliers };
}
