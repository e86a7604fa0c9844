import { settleDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord, Settlement } from '@cobid/platform/mongo/models/delivery.ts';
import { markShown } from '@cobid/platform/mongo/models/exposure.ts';
import { untell } from '@cobid/platform/mongo/models/telling.ts';
import type { Context } from '../context.ts';

interface Ended {
  claimed: DeliveryRecord;
  settlement: Settlement;
}

/** Records how deliveries ended. */
export interface Settling {
  /** Resolves once it is recorded. */
  settle(claimed: DeliveryRecord, settlement: Settlement): Promise<void>;
}

/**
 * What ends while a write is under way is recorded together by the next one: few writes, and none waits longer than
 * for the one before it. So the window in which a crash makes a second copy stays as short as two writes.
 */
export function createSettling(context: Context): Settling {
  let waiting: Ended[] = [];
  let next: Promise<void> | null = null;
  let running: Promise<void> = Promise.resolve();

  const recordWaiting = async () => {
    const ended = waiting;
    waiting = [];
    next = null;
    await record(ended, context);
  };
  return {
    settle(claimed, settlement) {
      waiting.push({ claimed, settlement });
      if (next === null) {
        next = running.then(recordWaiting, recordWaiting);
        running = next;
      }
      return next;
    },
  };
}

async function record(ended: readonly Ended[], { metrics, queues, clock }: Context): Promise<void> {
  await settleDeliveries(ended);
  const idsThat = (state: DeliveryRecord['state']) =>
    ended.filter(({ settlement }) => settlement.state === state).map(({ claimed }) => claimed.id);
  await Promise.all([untell(idsThat('failed')), countAsShown(ended, clock())]);
  for (const { claimed, settlement } of ended) {
    const { state = 'wanted', leaseUntil: at } = settlement;
    metrics.mails.inc({ kind: claimed.kind, outcome: state });
    // One by one also where many were late: whoever is too slow for a hundred is not for one.
    if (state === 'wanted' && at !== undefined) {
      await queues.nudge('sendDelivery', { deliveryId: claimed.id }, { at });
    }
  }
}

/** Counts for the order of later mails (see orderHearers). */
async function countAsShown(ended: readonly Ended[], now: Date): Promise<void> {
  const shownTo = new Map<string, string[]>();
  for (const { claimed, settlement } of ended) {
    const { tenderId, coopId } = claimed.refs;
    const isShown = claimed.kind === 'opportunity' && settlement.state === 'sent';
    if (!isShown || tenderId === undefined || coopId === undefined) continue;
    shownTo.set(tenderId, [...(shownTo.get(tenderId) ?? []), coopId]);
  }
  await Promise.all([...shownTo].map(([tenderId, coopIds]) => markShown(tenderId, coopIds, now)));
}
