import { hasSwitch } from '@cobid/domain/mail/rules.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { ensureMailTokens } from '@cobid/platform/mongo/models/mailToken.ts';
import type { NewMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { withStopLink } from '../mail/stopLink.ts';
import { pageUrl } from './composer.ts';
import type { Composed, ComposeTools } from './composer.ts';
import { unsubscribeToken } from './unsubscribeToken.ts';

/**
 * Gives each mail that has a switch the way to turn it: by one click in the mail program (RFC 8058), and by a link at its
 * end. Those about tenders have brought theirs along.
 */
export async function withUnsubscribe(
  deliveries: readonly DeliveryRecord[],
  composed: Map<string, Composed>,
  tools: ComposeTools,
): Promise<void> {
  const records: NewMailToken[] = [];
  for (const { id, kind, personId } of deliveries) {
    const mail = composed.get(id);
    if (mail === undefined || !('content' in mail) || personId === null || !hasSwitch(kind)) continue;
    if (mail.content.unsubscribe !== undefined) continue;
    const { token, record } = unsubscribeToken(id, { personId, mailKind: kind }, tools);
    records.push(record);
    const oneClick = { url: pageUrl(tools, `/api/unsubscribe/${token}`), token };
    const content = withStopLink(mail.content, pageUrl(tools, paths.unsubscribe(token)), oneClick);
    composed.set(id, { ...mail, content });
  }
  if (records.length > 0) await ensureMailTokens(records);
}
