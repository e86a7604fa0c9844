import { mailAddress } from '@cobid/platform/mailAddress.ts';
import type { ComposeTools } from './composer.ts';

/**
 * Where a reply to a mail goes, or to one item of a digest (from 1 on), so that it finds what it answers; null where no
 * mail comes back.
 */
export function replyAddress(
  deliveryId: string,
  item: number,
  { config: { COBID_SECRET, INBOUND_DOMAIN } }: ComposeTools,
): string | null {
  if (INBOUND_DOMAIN === undefined) return null;
  return mailAddress(COBID_SECRET, 'reply', { deliveryId, item }, INBOUND_DOMAIN);
}
