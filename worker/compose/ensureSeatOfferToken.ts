import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { ensureMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from './composer.ts';

/** Whom the token speaks for, and about what. */
interface About {
  personId: string;
  coopId: string;
  tenderId: string;
  invitationId: string;
  expiresAt: Date;
}

/** The token of a seat's offer, for this reader, until the time to answer is over. */
export async function ensureSeatOfferToken(
  { id }: DeliveryRecord,
  about: About,
  { config, now }: ComposeTools,
): Promise<string> {
  const token = derivedToken(config.COBID_SECRET, 'seat-offer', id);
  await ensureMailToken({ ...about, purpose: 'invitation', tokenHash: hashToken(token), createdAt: now });
  return token;
}
