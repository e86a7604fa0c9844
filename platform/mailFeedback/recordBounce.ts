import { after, days, hours } from '../clock.ts';
import { bounces, countSoftBounces } from '../mongo/models/bounce.ts';
import type { BounceRecord } from '../mongo/models/bounce.ts';
import { deliveries } from '../mongo/models/delivery.ts';
import { suppressions } from '../mongo/models/suppression.ts';

/** So many soft bounces in so many days, and the address gets no more mail (domain rules, section 5). */
const MOST_SOFT = 5;
const SOFT_DAYS = 14;
const KEPT_DAYS = 60;

export type Bounce = Omit<BounceRecord, 'id' | 'expiresAt'>;

/**
 * Records that a mail came back and does what follows: a mailbox that is not there gets no more mail at once; after a
 * soft bounce mails wait for an hour, then four times as long each time, and stop after the fifth in 14 days. Telling
 * of the same bounce twice changes nothing.
 */
export async function recordBounce(bounce: Bounce): Promise<void> {
  const { email, kind, at, key, deliveryId } = bounce;
  await bounces.insertIfNew({ ...bounce, expiresAt: after(at, days(KEPT_DAYS)) });
  await deliveries.change(
    { id: deliveryId, 'feedback.bounce': null },
    { set: { 'feedback.bounce': kind, 'feedback.bouncedAt': at } },
  );
  if (kind === 'hard') return suppress(email, at, `hard bounce: ${key}`);
  const count = await countSoftBounces(email, after(at, -days(SOFT_DAYS)));
  if (count >= MOST_SOFT) return suppress(email, at, `${count} soft bounces in ${SOFT_DAYS} days`);
  const until = after(at, hours(4 ** (count - 1)));
  await suppressions.upsert({ email, kind: 'soft' }, { set: { at, until, cause: `soft bounce: ${key}` } });
}

/** Records that somebody called a mail spam: the address gets no more mail, at once. */
export async function recordComplaint(complaint: {
  email: string;
  deliveryId: string;
  at: Date;
}): Promise<void> {
  const { email, deliveryId, at } = complaint;
  await deliveries.change(
    { id: deliveryId, 'feedback.complainedAt': null },
    { set: { 'feedback.complainedAt': at } },
  );
  await suppress(email, at, 'complaint');
}

async function suppress(email: string, at: Date, cause: string): Promise<void> {
  await suppressions.insertIfNew({ email, kind: 'all', at, cause });
}
