import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { after, days } from '@cobid/platform/clock.ts';
import type { NewMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { ComposeTools } from './composer.ts';
import { UNSUBSCRIBE_DAYS } from './mailTokens.ts';

/** The secret of the link by which a mail of a kind can be stopped, and what is stored of it; always the same one. */
export function unsubscribeToken(
  deliveryId: string,
  { personId, mailKind }: { personId: string; mailKind: MailKind },
  { config, now }: ComposeTools,
): { token: string; record: NewMailToken } {
  const token = derivedToken(config.COBID_SECRET, 'unsubscribe', deliveryId);
  return {
    token,
    record: {
      purpose: 'unsubscribe',
      personId,
      coopId: null,
      tenderId: null,
      invitationId: null,
      mailKind,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: after(now, days(UNSUBSCRIBE_DAYS)),
    },
  };
}
