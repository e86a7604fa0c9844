import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { isAboutTenders } from '@cobid/domain/mail/rules.ts';
import { after, days } from '../clock.ts';
import { deliveries } from '../mongo/models/delivery.ts';
import { findMailToken } from '../mongo/models/mailToken.ts';
import { hashToken } from '../tokens.ts';
import { linkToken, readLinkToken } from './linkToken.ts';

/** People find old mails; the way out of them has to work for long. */
const WORKS_MS = days(400);

/** The secret of the link in a mail by which such mails can be stopped; the same one whenever it is composed. */
export function stopToken(secret: string, deliveryId: string): string {
  return linkToken(secret, 'stop-link', [deliveryId]);
}

/**
 * Whose mails a token stops, and of which kind the mail is; null when Cobid has not made it, or long ago. Tokens of older
 * mails are stored. Changes nothing.
 */
export async function findStopLink(
  token: string,
  secret: string,
  now: Date,
): Promise<{ personId: string; kind: MailKind } | null> {
  const stored = await findMailToken(hashToken(token), 'unsubscribe', now);
  if (stored !== null) return { personId: stored.personId, kind: stored.mailKind ?? 'opportunity' };
  const [deliveryId] = readLinkToken(secret, 'stop-link', token, 1) ?? [];
  const delivery = deliveryId === undefined ? null : await deliveries.findById(deliveryId);
  if (delivery === null || delivery.personId === null || after(delivery.wantedAt, WORKS_MS) <= now)
    return null;
  const { personId, kind } = delivery;
  return { personId, kind: isAboutTenders(kind) ? 'opportunity' : kind };
}
