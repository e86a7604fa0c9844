import { after } from '@cobid/platform/clock.ts';
import { claimDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { composeDigests } from '../compose/digest/composeDigests.ts';
import { moot } from '../compose/composer.ts';
import type { Handler } from '../context.ts';
import { sendClaimed } from './sendDelivery.ts';

/** Mails that are on their way at once; the mailer has as many connections. */
const AT_ONCE = 10;

/**
 * Sends digests that are due together: those of one hour are about the same tenders, so what they tell is read and
 * recorded for all at once. Each is sent and settled by itself; one that is left behind is found by the sweep.
 */
export const sendDigests: Handler<'sendDigests'> = async ({ deliveryIds }, context) => {
  const now = context.clock();
  // Two claims of the same moment must not take each other's for their own.
  const leaseMs = context.leaseMs + Math.floor(Math.random() * 1000);
  const claimed = await claimDeliveries(deliveryIds, now, after(now, leaseMs));
  if (claimed.length === 0) return;
  const composed = await composeDigests(claimed, { config: context.config, now });
  const waiting = [...claimed];
  const sendSome = async () => {
    for (let delivery = waiting.shift(); delivery !== undefined; delivery = waiting.shift()) {
      const content = composed.get(delivery.id) ?? moot('nobody to read it');
      await sendClaimed(delivery, context, () => Promise.resolve(content));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
};
