import type { Problem } from '@cobid/domain/problem.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';

/** The time to answer lies ahead, and before the deadline. */
export function replyByProblems(replyBy: Date, { deadline }: TenderRecord, now: Date): Problem[] {
  const pointer = '/replyBy';
  if (replyBy <= now) return [{ pointer, message: 'This is in the past. Choose a later time.' }];
  return deadline !== null && replyBy > deadline
    ? [{ pointer, message: 'This is after the deadline of the tender. Choose an earlier time.' }]
    : [];
}
