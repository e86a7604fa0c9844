import { after } from '@cobid/platform/clock.ts';
import { claimDeliveries, settleDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { composeDigests } from '../compose/digest/composeDigests.ts';
import { moot } from '../compose/composer.ts';
import type { Context, Handler } from '../context.ts';
import { sendClaimed } from './sendDelivery.ts';

/** Mails that are on their way at once; the mailer has as many connections. */
const AT_ONCE = 10;

/**
 * Sends digests that are due together: those of one hour are about the same tenders, so what they tell is read and
 * recorded for all at once. Each is sent and settled by itself; one that is left behind is found by the sweep. A slow
 * mail server must not outlast the lease, or another worker would send the rest as well: what is late is given back.
 */
export const sendDigests: Handler<'sendDigests'> = async ({ deliveryIds }, context) => {
  const now = context.clock();
  const claimed = await claimDeliveries(deliveryIds, now, after(now, context.leaseMs));
  if (claimed.length === 0) return;
  const composed = await composeDigests(claimed, { config: context.config, now });
  // One attempt may take half of the lease (see sendDelivery).
  const latest = after(now, context.leaseMs / 2);
  const waiting = [...claimed];
  const sendSome = async () => {
    while (context.clock() < latest) {
      const delivery = waiting.shift();
      if (delivery === undefined) return;
      const content = composed.get(delivery.id) ?? moot('nobody to read it');
      await sendClaimed(delivery, context, () => Promise.resolve(content));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
  await giveBack(waiting, context);
};

/** Nothing was tried with these, so it does not count as an attempt. */
async function giveBack(late: readonly DeliveryRecord[], { clock, queues }: Context): Promise<void> {
  if (late.length === 0) return;
  for (const delivery of late) {
    const { attempts } = delivery;
    await settleDelivery(delivery, { state: 'wanted', leaseUntil: clock(), attempts: attempts - 1 });
  }
  await queues.nudge('sendDigests', { deliveryIds: late.map(({ id }) => id) });
}
