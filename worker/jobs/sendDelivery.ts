import { after } from '@cobid/platform/clock.ts';
import { claimDelivery, settleDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { recordBounce } from '@cobid/platform/mailFeedback/recordBounce.ts';
import { markShown } from '@cobid/platform/mongo/models/exposure.ts';
import { mailStopOf } from '@cobid/platform/mongo/models/suppression.ts';
import { untell } from '@cobid/platform/mongo/models/told.ts';
import { isStoreAway } from '@cobid/platform/mongo/storeAway.ts';
import type { Composer } from '../compose/composer.ts';
import { composers } from '../compose/composers.ts';
import type { Context, Handler } from '../context.ts';
import { renderMail } from '../mail/renderMail.ts';
import { nextAttempt } from './nextAttempt.ts';
import { settingsSay } from './settingsSay.ts';

/** How an attempt ended, as the delivery's row will say. */
type Settlement = Parameters<typeof settleDelivery>[1];

/**
 * Sends one mail once. The row is claimed with a lease, so that of several workers one sends; a worker that dies
 * leaves the lease to run out, and the sweep finds the row. Only between the server's 250 and the row's `sent` can a
 * crash make a second copy, and that one has the same Message-ID.
 */
export const sendDelivery: Handler<'sendDelivery'> = async ({ deliveryId }, context) => {
  const now = context.clock();
  const delivery = await claimDelivery(deliveryId, now, after(now, context.leaseMs));
  if (delivery !== null) await sendClaimed(delivery, context, composers[delivery.kind]);
};

/** Writes, sends and settles a mail that this worker holds; digests are composed by many. */
export async function sendClaimed(
  delivery: DeliveryRecord,
  context: Context,
  compose: Composer,
): Promise<void> {
  const settlement = await attempt(delivery, context, compose);
  context.metrics.mails.inc({ kind: delivery.kind, outcome: settlement.state ?? 'wanted' });
  await settleDelivery(delivery, settlement);
  if (settlement.state === 'failed') await untell(delivery.id);
  if (settlement.state === 'sent') await countAsShown(delivery, context.clock());
  if (settlement.state === 'wanted' && settlement.leaseUntil !== undefined) {
    const at = settlement.leaseUntil;
    await context.queues.nudge('sendDelivery', { deliveryId: delivery.id }, { at });
  }
}

/** Counts for the order of later mails (see orderHearers). */
async function countAsShown({ kind, refs }: DeliveryRecord, now: Date): Promise<void> {
  if (kind !== 'opportunity' || refs.tenderId === undefined || refs.coopId === undefined) return;
  await markShown(refs.tenderId, [refs.coopId], now);
}

async function attempt(delivery: DeliveryRecord, context: Context, compose: Composer): Promise<Settlement> {
  try {
    const now = context.clock();
    const stop = await stopOf(delivery);
    if (stop.isSuppressed) return { state: 'suppressed', lastError: null };
    if (stop.waitUntil !== null && stop.waitUntil > now) return waitUntil(stop.waitUntil, delivery);
    const settings = await settingsSay(delivery, now);
    if (settings.say === 'no') return { state: 'suppressed', lastError: settings.because };
    if (settings.say === 'wait') return waitUntil(settings.until, delivery);
    const composed = await compose(delivery, { config: context.config, now });
    if ('moot' in composed) return { state: 'moot', lastError: composed.moot };
    if ('notBefore' in composed) return waitUntil(composed.notBefore, delivery);
    const mail = renderMail(composed.content);
    const waitMs = await context.pace.waitFor(delivery.email);
    if (waitMs > 0) return waitUntil(after(context.clock(), waitMs), delivery);
    // The lease has to outlive the attempt, or another worker would begin while this one still sends.
    const patienceMs = context.leaseMs / 2;
    const sent = await context.mailer.send({ delivery, mail }, patienceMs);
    if (sent.ok) {
      const { content, onRecord } = composed;
      const { why } = content.footer;
      const { messageId } = sent;
      return { state: 'sent', sentAt: context.clock(), messageId, lastError: null, why, ...onRecord };
    }
    if (sent.kind === 'for_now') return await tryAgain(delivery, sent.error, context);
    const bounce = sent.kind === 'no_such_mailbox' ? 'hard' : 'soft';
    if (sent.isAboutRecipient) await bounced(delivery, bounce, sent.error, context);
    return { state: 'failed', lastError: sent.error };
  } catch (err) {
    if (isStoreAway(err)) throw err;
    context.log.error({ err, deliveryId: delivery.id, kind: delivery.kind }, 'could not compose a mail');
    return tryAgain(delivery, err instanceof Error ? err.name : 'unknown error', context);
  }
}

/** Waiting for its turn, or for the reader's hours, is no attempt that failed. */
function waitUntil(leaseUntil: Date, { attempts }: DeliveryRecord): Settlement {
  return { state: 'wanted', leaseUntil, attempts: attempts - 1, lastError: null };
}

async function tryAgain(delivery: DeliveryRecord, lastError: string, context: Context): Promise<Settlement> {
  const at = nextAttempt(delivery.attempts, context.clock(), Math.random());
  if (at !== null) return { state: 'wanted', leaseUntil: at, lastError };
  await bounced(delivery, 'soft', lastError, context);
  return { state: 'failed', lastError };
}

/** Signing in is asked for by whoever has the mailbox in front of them; all else respects what was said before. */
async function stopOf({ email, kind }: DeliveryRecord): ReturnType<typeof mailStopOf> {
  if (kind === 'signIn') return { isSuppressed: false, waitUntil: null };
  const isAboutOpportunities = kind === 'opportunity' || kind === 'opportunityPassedOn' || kind === 'digest';
  return mailStopOf(email, isAboutOpportunities ? 'opportunity' : 'all');
}

/** The server would not have it: the same as if the mail had come back (domain rules, section 5). */
async function bounced(
  { id, email, key }: DeliveryRecord,
  kind: 'hard' | 'soft',
  words: string,
  { clock }: Context,
): Promise<void> {
  await recordBounce({ key: `smtp:${key}`, email, kind, deliveryId: id, at: clock(), words });
}
