import { after, days } from '@cobid/platform/clock.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { ensureMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from './composer.ts';

/** People find old mails; the way out of them has to work for long. */
const UNSUBSCRIBE_DAYS = 400;

interface About {
  personId: string;
  coopId: string;
  tenderId: string;
}

/** The token of a mail's five answers: one for each mail, for this reader and co-op, until the deadline. */
export async function ensureAnswerToken(
  delivery: DeliveryRecord,
  about: About & { expiresAt: Date },
  { config, now }: ComposeTools,
): Promise<string> {
  const token = derivedToken(config.COBID_SECRET, 'opportunity', delivery.id);
  await ensureMailToken({
    ...about,
    tokenHash: hashToken(token),
    purpose: 'opportunity',
    invitationId: null,
    createdAt: now,
  });
  return token;
}

/** The token that stops opportunity mails to the reader's address. */
export async function ensureUnsubscribeToken(
  delivery: DeliveryRecord,
  about: About,
  { config, now }: ComposeTools,
): Promise<string> {
  const token = derivedToken(config.COBID_SECRET, 'unsubscribe', delivery.id);
  await ensureMailToken({
    ...about,
    tokenHash: hashToken(token),
    purpose: 'unsubscribe',
    invitationId: null,
    createdAt: now,
    expiresAt: after(now, days(UNSUBSCRIBE_DAYS)),
  });
  return token;
}

/** The token of a seat's offer, for this reader, until the time to answer is over. */
export async function ensureSeatOfferToken(
  delivery: DeliveryRecord,
  about: About & { invitationId: string; expiresAt: Date },
  { config, now }: ComposeTools,
): Promise<string> {
  const token = derivedToken(config.COBID_SECRET, 'seat-offer', delivery.id);
  await ensureMailToken({ ...about, tokenHash: hashToken(token), purpose: 'invitation', createdAt: now });
  return token;
}
