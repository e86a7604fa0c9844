import { wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { WantedDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import type { Context } from '../context.ts';
import { nudgeMails } from './nudgeMails.ts';

/**
 * Records that mails are to be sent, and has those that are new sent now. Those that have to wait are found by the
 * sweep when their time has come. Safe to repeat.
 */
export async function wantMails(wanted: readonly WantedDelivery[], context: Context): Promise<void> {
  const now = context.clock();
  const isDue = ({ notBefore = now }: WantedDelivery) => notBefore <= now;
  const [due] = await Promise.all([
    wantDeliveries(wanted.filter(isDue), now),
    wantDeliveries(
      wanted.filter((each) => !isDue(each)),
      now,
    ),
  ]);
  await nudgeMails(due, context.queues);
}
