import { followTender } from '@cobid/platform/consortium/followTender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { Services } from '../http/services.ts';

/** Wants the mails that follow and hands them to the queue; the sweep does what fails here. */
export async function tellAll(
  tender: TenderRecord,
  { now, services }: { now: Date; services: Pick<Services, 'queues'> },
): Promise<void> {
  const deliveryIds = await followTender(tender, now);
  await services.queues.nudgeAll(
    'sendDelivery',
    deliveryIds.map((deliveryId) => ({ deliveryId })),
  );
}
