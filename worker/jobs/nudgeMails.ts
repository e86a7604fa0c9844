import { MOST_TOGETHER } from '@cobid/platform/queues/jobs.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';

/** Has mails sent now, in this order: one by itself, as somebody may wait for it, many together. */
export async function nudgeMails(deliveryIds: readonly string[], queues: Queues): Promise<void> {
  const [first, ...others] = deliveryIds;
  if (first !== undefined && others.length === 0) {
    await queues.nudge('sendDelivery', { deliveryId: first });
    return;
  }
  const batches: { deliveryIds: string[] }[] = [];
  for (let at = 0; at < deliveryIds.length; at += MOST_TOGETHER) {
    batches.push({ deliveryIds: deliveryIds.slice(at, at + MOST_TOGETHER) });
  }
  await queues.nudgeAll('sendDeliveries', batches);
}
