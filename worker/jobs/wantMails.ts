import { wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { WantedDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import type { Context } from '../context.ts';

/** Records that mails are to be sent, and has those that are new sent now. Safe to repeat. */
export async function wantMails(wanted: readonly WantedDelivery[], context: Context): Promise<void> {
  const ids = await wantDeliveries(wanted, context.clock());
  await context.queues.nudgeAll(
    'sendDelivery',
    ids.map((deliveryId) => ({ deliveryId })),
  );
}
