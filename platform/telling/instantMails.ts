import { CAP_PERIOD_MS } from '@cobid/domain/mail/whenToTell.ts';
import { after } from '../clock.ts';
import { after as laterThan, oneOf } from '../mongo/filter.ts';
import { deliveries } from '../mongo/models/delivery.ts';
import type { DeliveryRecord } from '../mongo/models/delivery.ts';

/**
 * How many mails about tenders somebody gets or got at once in the last seven days. For a mail that is already wanted
 * (`before`) only those count that were wanted before it, so that two that race for the last place do not both lose it.
 */
export type InstantMails = (personId: string, before?: DeliveryRecord) => number;

/** The same for many people in one read. */
export async function instantMails(personIds: readonly string[], now: Date): Promise<InstantMails> {
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
  const byPerson = new Map<string | null, DeliveryRecord[]>();
  for (const delivery of found) {
    const others = byPerson.get(delivery.personId);
    if (others === undefined) byPerson.set(delivery.personId, [delivery]);
    else others.push(delivery);
  }
  return (personId, before) => {
    const theirs = byPerson.get(personId) ?? [];
    return before === undefined ? theirs.length : theirs.filter((each) => precedes(each, before)).length;
  };
}

function precedes(one: DeliveryRecord, other: DeliveryRecord): boolean {
  const between = one.wantedAt.getTime() - other.wantedAt.getTime();
  return between < 0 || (between === 0 && one.id < other.id);
}
