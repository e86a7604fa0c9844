import type { Message } from '@cobid/embedded/inbox/message.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { inboundMails } from '@cobid/platform/mongo/models/inboundMail.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { sendDelivery } from '@cobid/worker/jobs/sendDelivery.ts';
import { takeInboundMail } from '@cobid/worker/jobs/takeInboundMail.ts';
import type { BidStage, Player } from './bidStage.ts';
import type { TestContext } from './jobContext.ts';
import { openLinks } from './openLinks.ts';

/** Sends every mail that is wanted, as a worker would, and returns what came of it; scanners open all its links first. */
export async function sendWanted(context: TestContext): Promise<Message[]> {
  const before = context.sink.messages.length;
  for (const { id, kind } of await deliveries.find({ state: 'wanted' }, { sort: { id: 1 } })) {
    await sendDelivery({ deliveryId: id }, context);
    const after = await deliveries.findById(id);
    if (after?.state === 'wanted') throw new Error(`${kind} could not be sent: ${after.lastError}`);
  }
  const mails = context.sink.messages.slice(before);
  await openLinks(context.url, mails);
  return mails;
}

/** Works on every mail that came in, as a worker would, and returns them as they are then, the newest last. */
export async function takeInbound(context: TestContext): Promise<InboundMailRecord[]> {
  const found = await inboundMails.find({}, { sort: { id: 1 } });
  for (const { id } of found) await takeInboundMail({ inboundMailId: id }, context);
  return inboundMails.find({}, { sort: { id: 1 } });
}

/** A mail that tells a player of the tender, as it came, and what it carries along. */
export interface OpportunityMail {
  delivery: DeliveryRecord;
  message: Message;
  replyTo: string;
  bounceTo: string;
  unsubscribeTo: string;
}

/** Tells a player of the tender of the stage. */
export async function tellOf(
  { tender }: BidStage,
  { organisation, person }: Player,
  context: TestContext,
): Promise<OpportunityMail> {
  // Only who covers all musts hears at once.
  const about = { tenderId: tender.id, coopId: organisation.id };
  await matches.change(about, { set: { missing: [] } });
  await wantDeliveries(
    [
      {
        key: `opportunity:${tender.id}:1:${person.id}`,
        kind: 'opportunity',
        personId: person.id,
        email: person.email,
        refs: about,
      },
    ],
    context.clock(),
  );
  await sendWanted(context);
  const delivery = await deliveries.findOne({ key: `opportunity:${tender.id}:1:${person.id}` });
  const message = context.sink.messages.find(({ to }) => to.includes(person.email));
  if (delivery === null || message === undefined) throw new Error('the mail did not come');
  return { delivery, message, bounceTo: context.sink.senderOf(message), ...addressesIn(message) };
}

/** Where replies to a mail go, and mails that stop it. */
export function addressesIn({ headers }: Pick<Message, 'headers'>): {
  replyTo: string;
  unsubscribeTo: string;
} {
  return {
    replyTo: /<([^<>]+)>$/.exec(headers['reply-to'] ?? '')?.[1] ?? '',
    unsubscribeTo: /<mailto:([^?>]+)/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? '',
  };
}
