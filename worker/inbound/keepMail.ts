import { createHash } from 'node:crypto';
import { replyIsAutomatic } from '@cobid/domain/reply/replyIsAutomatic.ts';
import { after, days } from '@cobid/platform/clock.ts';
import type { Clock } from '@cobid/platform/clock.ts';
import type { Config } from '@cobid/platform/config.ts';
import type { Resolver } from '@cobid/platform/dns.ts';
import { inboundMails } from '@cobid/platform/mongo/models/inboundMail.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';
import { authenticatedBy, authenticateMail } from './authenticateMail.ts';
import type { Authentication } from './authenticateMail.ts';
import type { Destination } from './destination.ts';
import { MailRefusal } from './listenForMail.ts';
import type { HandedOver } from './listenForMail.ts';
import { readInbound } from './readInbound.ts';
import type { InboundContent } from './readInbound.ts';

const KEPT_DAYS = 60;

export interface MailKeeping {
  config: Pick<Config, 'INBOUND_AUTHSERV_ID'>;
  clock: Clock;
  queues: Queues;
  resolver: Resolver;
  hostname: string;
}

/**
 * Stores a mail that came in, a row for each of its recipients, and has a worker look at it. The same mail handed over
 * again changes nothing. Throws where it cannot be stored, so that the sender keeps it.
 */
export async function keepMail(mail: HandedOver, keeping: MailKeeping): Promise<void> {
  const content = await readInbound(mail.raw);
  const isReply = mail.destinations.some(({ use }) => use === 'reply' || use === 'sender');
  const authentication = isReply ? await authenticate(mail, content, keeping) : notAsked;
  if (authentication.isUncertain) throw new MailRefusal(451, '4.7.0 The DNS cannot be asked right now');
  const ids: string[] = [];
  for (const destination of mail.destinations) {
    const kept = await inboundMails.insertIfNew(rowOf(mail, content, authentication, destination, keeping));
    if (kept !== null) ids.push(kept.id);
  }
  await keeping.queues.nudgeAll(
    'takeInboundMail',
    ids.map((inboundMailId) => ({ inboundMailId })),
  );
}

const notAsked: Authentication = { isAuthentic: false, isUncertain: false, says: '' };

function authenticate(
  { raw, sender, ip, helo }: HandedOver,
  { from, headers }: InboundContent,
  { config, resolver, hostname }: MailKeeping,
): Promise<Authentication> | Authentication {
  const { INBOUND_AUTHSERV_ID } = config;
  const isFromHere = /^(127\.|::1$)/.test(ip);
  if (INBOUND_AUTHSERV_ID !== undefined && isFromHere)
    return authenticatedBy(INBOUND_AUTHSERV_ID, headers, from);
  return authenticateMail(raw, { ip, helo, sender, from }, { resolver, hostname });
}

function rowOf(
  mail: HandedOver,
  content: InboundContent,
  authentication: Authentication,
  { address, use, deliveryId, item }: Destination,
  { clock }: MailKeeping,
): Parameters<typeof inboundMails.insert>[0] {
  const now = clock();
  // A signed mail to somebody else that is handed over here is a replay, not a reply.
  const isAddressed = content.addressees.includes(address);
  return {
    key: keyOf(mail.raw, content.messageId, address),
    use,
    deliveryId,
    item,
    receivedAt: now,
    from: content.from,
    subject: content.subject,
    text: content.text,
    size: mail.raw.length,
    isAuthentic: authentication.isAuthentic && isAddressed,
    authentication: isAddressed ? authentication.says : `${authentication.says}; not addressed here`,
    automatic: replyIsAutomatic(content.headers, mail.sender),
    report: content.report,
    state: 'new',
    leaseUntil: now,
    outcome: null,
    personId: null,
    decidedAt: null,
    decidedBy: null,
    undoHash: null,
    effect: null,
    expiresAt: after(now, days(KEPT_DAYS)),
  };
}

function keyOf(raw: Buffer, messageId: string, address: string): string {
  const hash = createHash('sha256').update(address).update('\n');
  return hash.update(messageId === '' ? raw : messageId).digest('hex');
}
