import { after } from '@cobid/platform/clock.ts';
import { claimDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord, Settlement } from '@cobid/platform/mongo/models/delivery.ts';
import { isStoreAway } from '@cobid/platform/mongo/storeAway.ts';
import type { Context } from '../context.ts';
import { renderMail } from '../mail/renderMail.ts';
import { prepareMails } from './prepareMails.ts';
import type { Prepared } from './prepareMails.ts';
import { cameBack, tryAgain, waitUntil } from './settlement.ts';
import { createSettling } from './settling.ts';

/**
 * Sends each of these mails once. Their rows are claimed with a lease, so that of several workers one sends; a worker
 * that dies leaves the lease to run out, and the sweep finds the rows. Only between the server's 250 and the row's
 * `sent` can a crash make a second copy, and that one has the same Message-ID. What they tell is read for all of them
 * at once; they are sent in the order of the ids, each by itself. A slow mail server must not outlast the lease, or
 * another worker would send the rest as well: what is late is given back.
 */
export async function sendTogether(deliveryIds: readonly string[], context: Context): Promise<void> {
  const now = context.clock();
  const claimed = await claimDeliveries(deliveryIds, now, after(now, context.leaseMs));
  if (claimed.length === 0) return;
  const prepared = await prepareMails(claimed, context);
  const settling = createSettling(context);
  // One attempt may take half of the lease (see attempt).
  const latest = after(now, context.leaseMs / 2);
  const waiting = [...claimed];
  const sendSome = async () => {
    while (context.clock() < latest) {
      const delivery = waiting.shift();
      const mail = delivery && prepared.get(delivery.id);
      if (delivery === undefined || mail === undefined) return;
      await settling.settle(delivery, await attempt(delivery, mail, context));
    }
  };
  await Promise.all(Array.from({ length: context.mailsAtOnce }, sendSome));
  // Nothing was tried with those that are left, so it does not count as an attempt.
  await Promise.all(
    waiting.map((delivery) => settling.settle(delivery, waitUntil(context.clock(), delivery))),
  );
}

async function attempt(delivery: DeliveryRecord, mail: Prepared, context: Context): Promise<Settlement> {
  if ('settlement' in mail) return mail.settlement;
  try {
    return await send(delivery, mail, context);
  } catch (err) {
    if (isStoreAway(err)) throw err;
    context.log.error({ err, deliveryId: delivery.id, kind: delivery.kind }, 'could not send a mail');
    return tryAgain(delivery, err instanceof Error ? err.name : 'unknown error', context);
  }
}

async function send(
  delivery: DeliveryRecord,
  { content, onRecord }: Extract<Prepared, { content: unknown }>,
  context: Context,
): Promise<Settlement> {
  const mail = renderMail(content);
  const waitMs = await context.pace.waitFor(delivery.email);
  if (waitMs > 0) return waitUntil(after(context.clock(), waitMs), delivery);
  // The lease has to outlive the attempt, or another worker would begin while this one still sends.
  const patienceMs = context.leaseMs / 2;
  const sent = await context.mailer.send({ delivery, mail }, patienceMs);
  if (sent.ok) {
    const { why } = content.footer;
    const { messageId } = sent;
    return { state: 'sent', sentAt: context.clock(), messageId, lastError: null, why, ...onRecord };
  }
  if (sent.kind === 'for_now') return tryAgain(delivery, sent.error, context);
  const bounce = sent.kind === 'no_such_mailbox' ? 'hard' : 'soft';
  if (sent.isAboutRecipient) await cameBack(delivery, bounce, sent.error, context);
  return { state: 'failed', lastError: sent.error };
}
