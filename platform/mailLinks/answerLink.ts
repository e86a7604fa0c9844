import { after, days } from '../clock.ts';
import { deliveries } from '../mongo/models/delivery.ts';
import { findMailToken, mailTokens, useMailToken } from '../mongo/models/mailToken.ts';
import { hashToken } from '../tokens.ts';
import { linkToken, readLinkToken } from './linkToken.ts';

/** Longer than any tender is open: until then it is remembered that a link was used. */
const REMEMBERED_MS = days(400);

/** What the answers of one co-op to one tender, in one mail, go by. */
export interface AnswerSubject {
  deliveryId: string;
  tenderId: string;
  coopId: string;
}

/** A link by which somebody answers for a co-op without being signed in, used or not. */
export interface AnswerLink {
  tokenHash: string;
  personId: string;
  coopId: string;
  tenderId: string;
  usedAt: Date | null;
}

/** The secret of the link; the same one whenever the mail is composed. */
export function answerToken(secret: string, { deliveryId, tenderId, coopId }: AnswerSubject): string {
  return linkToken(secret, 'answer-link', [deliveryId, tenderId, coopId]);
}

/**
 * The link behind a token; null when Cobid has not made it. It holds as long as its tender is open, which is for the
 * caller to see. Links are stored once they are used; in older mails they are from the beginning. Changes nothing.
 */
export async function findAnswerLink(token: string, secret: string, now: Date): Promise<AnswerLink | null> {
  const tokenHash = hashToken(token);
  const stored = await findMailToken(tokenHash, 'opportunity', now);
  if (stored !== null) {
    const { personId, coopId, tenderId, usedAt } = stored;
    return coopId === null || tenderId === null ? null : { tokenHash, personId, coopId, tenderId, usedAt };
  }
  const [deliveryId, tenderId, coopId] = readLinkToken(secret, 'answer-link', token, 3) ?? [];
  if (deliveryId === undefined || tenderId === undefined || coopId === undefined) return null;
  const personId = (await deliveries.findById(deliveryId))?.personId ?? null;
  return personId === null ? null : { tokenHash, personId, coopId, tenderId, usedAt: null };
}

/** Uses up a link; false when somebody has been faster. */
export async function useAnswerLink(link: AnswerLink, now: Date): Promise<boolean> {
  const { tokenHash, personId, coopId, tenderId } = link;
  if ((await useMailToken(tokenHash, 'opportunity', now)) !== null) return true;
  const used = await mailTokens.insertIfNew({
    tokenHash,
    purpose: 'opportunity',
    personId,
    coopId,
    tenderId,
    invitationId: null,
    createdAt: now,
    usedAt: now,
    expiresAt: after(now, REMEMBERED_MS),
  });
  return used !== null;
}
