import { CAP_PERIOD_MS } from '@cobid/domain/mail/whenToTell.ts';
import { after } from '../clock.ts';
import { after as laterThan, oneOf } from '../mongo/filter.ts';
import { deliveries } from '../mongo/models/delivery.ts';
import type { DeliveryRecord } from '../mongo/models/delivery.ts';

/**
 * How many mails about tenders people get or got at once in the last seven days. For a mail that is already wanted
 * (`before`) only those count that were wanted before it, so that two that race for the last place do not both lose it.
 */
export async function instantMails(
  personIds: readonly string[],
  now: Date,
  before?: DeliveryRecord,
): Promise<(personId: string) => number> {
  if (personIds.length === 0) return () => 0;
  const found = await deliveries.find(
    {
      personId: oneOf(personIds),
      wantedAt: laterThan(after(now, -CAP_PERIOD_MS)),
      kind: 'opportunity',
      state: oneOf(['wanted', 'claimed', 'sent']),
    },
    { without: ['refs', 'data'] },
  );
  const counts = new Map<string, number>();
  for (const delivery of found) {
    if (delivery.personId === null || (before !== undefined && !precedes(delivery, before))) continue;
    counts.set(delivery.personId, (counts.get(delivery.personId) ?? 0) + 1);
  }
  return (personId) => counts.get(personId) ?? 0;
}

function precedes(one: DeliveryRecord, other: DeliveryRecord): boolean {
  const between = one.wantedAt.getTime() - other.wantedAt.getTime();
  return between < 0 || (between === 0 && one.id < other.id);
}
