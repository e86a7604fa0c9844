import { after, days } from '@cobid/platform/clock.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { ensureMailTokens } from '@cobid/platform/mongo/models/mailToken.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from './composer.ts';

/** People find old mails; the way out of them has to work for long. */
export const UNSUBSCRIBE_DAYS = 400;

/** Whom a token speaks for, and about what. */
interface About {
  personId: string;
  coopId: string;
  tenderId: string;
}

/**
 * The tokens of an opportunity's mail: one for its five answers, until the deadline, and one that stops such mails to
 * the reader's address. Each mail has its own.
 */
export async function ensureOpportunityTokens(
  { id }: DeliveryRecord,
  about: About,
  deadline: Date,
  { config, now }: ComposeTools,
): Promise<{ answer: string; unsubscribe: string }> {
  const answer = derivedToken(config.COBID_SECRET, 'opportunity', id);
  const unsubscribe = derivedToken(config.COBID_SECRET, 'unsubscribe', id);
  const common = { ...about, invitationId: null, createdAt: now };
  await ensureMailTokens([
    { ...common, purpose: 'opportunity', tokenHash: hashToken(answer), expiresAt: deadline },
    {
      ...common,
      purpose: 'unsubscribe',
      tokenHash: hashToken(unsubscribe),
      expiresAt: after(now, days(UNSUBSCRIBE_DAYS)),
    },
  ]);
  return { answer, unsubscribe };
}

/** The token of a seat's offer, for this reader, until the time to answer is over. */
export async function ensureSeatOfferToken(
  { id }: DeliveryRecord,
  about: About & { invitationId: string; expiresAt: Date },
  { config, now }: ComposeTools,
): Promise<string> {
  const token = derivedToken(config.COBID_SECRET, 'seat-offer', id);
  await ensureMailTokens([{ ...about, purpose: 'invitation', tokenHash: hashToken(token), createdAt: now }]);
  return token;
}
