import { recordBounce } from '@cobid/platform/mailFeedback/recordBounce.ts';
import type { DeliveryRecord, Settlement } from '@cobid/platform/mongo/models/delivery.ts';
import type { Context } from '../context.ts';
import { nextAttempt } from './nextAttempt.ts';

/** Waiting for its turn, or for the reader's hours, is no attempt that failed. */
export function waitUntil(leaseUntil: Date, { attempts }: DeliveryRecord): Settlement {
  return { state: 'wanted', leaseUntil, attempts: attempts - 1, lastError: null };
}

/** Later, unless it was tried often enough. */
export async function tryAgain(
  delivery: DeliveryRecord,
  lastError: string,
  context: Context,
): Promise<Settlement> {
  const at = nextAttempt(delivery.attempts, context.clock(), Math.random());
  if (at !== null) return { state: 'wanted', leaseUntil: at, lastError };
  await cameBack(delivery, 'soft', lastError, context);
  return { state: 'failed', lastError };
}

/** The server would not have it: the same as if the mail had come back (domain rules, section 5). */
export async function cameBack(
  { id, email, key }: DeliveryRecord,
  kind: 'hard' | 'soft',
  words: string,
  { clock }: Context,
): Promise<void> {
  await recordBounce({ key: `smtp:${key}`, email, kind, deliveryId: id, at: clock(), words });
}
