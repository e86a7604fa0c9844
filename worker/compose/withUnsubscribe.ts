import { hasSwitch } from '@cobid/domain/mail/rules.ts';
import { paths } from '@cobid/domain/paths.ts';
import { stopToken } from '@cobid/platform/mailLinks/stopLink.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { withStopLink } from '../mail/stopLink.ts';
import { pageUrl } from './composer.ts';
import type { Composed, ComposeTools } from './composer.ts';

/**
 * Gives each mail that has a switch the way to turn it: by one click in the mail program (RFC 8058), and by a link at its
 * end. Those about tenders have brought theirs along.
 */
export function withUnsubscribe(
  deliveries: readonly DeliveryRecord[],
  composed: Map<string, Composed>,
  tools: ComposeTools,
): void {
  for (const { id, kind, personId } of deliveries) {
    const mail = composed.get(id);
    if (mail === undefined || !('content' in mail) || personId === null || !hasSwitch(kind)) continue;
    if (mail.content.unsubscribe !== undefined) continue;
    const token = stopToken(tools.config.COBID_SECRET, id);
    const oneClick = { url: pageUrl(tools, `/api/unsubscribe/${token}`), token };
    const content = withStopLink(mail.content, pageUrl(tools, paths.unsubscribe(token)), oneClick);
    composed.set(id, { ...mail, content });
  }
}
