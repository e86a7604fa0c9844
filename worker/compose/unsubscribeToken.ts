import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { after, days } from '@cobid/platform/clock.ts';
import type { NewMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from './composer.ts';

/** People find old mails; the way out of them has to work for long. */
const UNSUBSCRIBE_DAYS = 400;

/**
 * The secret of the link in a mail by which such mails can be stopped, and what is stored of it; always the same one.
 * `mailKind` is left out of mails about tenders.
 */
export function unsubscribeToken(
  deliveryId: string,
  about: { personId: string; mailKind?: MailKind },
  { config, now }: ComposeTools,
): { token: string; record: NewMailToken } {
  const token = derivedToken(config.COBID_SECRET, 'unsubscribe', deliveryId);
  return {
    token,
    record: {
      purpose: 'unsubscribe',
      ...about,
      coopId: null,
      tenderId: null,
      invitationId: null,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: after(now, days(UNSUBSCRIBE_DAYS)),
    },
  };
}
