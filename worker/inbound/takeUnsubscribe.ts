import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import type { Context } from '../context.ts';
import type { Taken } from '../jobs/takeInboundMail.ts';

/**
 * Stops mails about opportunities to the address that the mail went to, at once. The address that this came to is all the
 * proof that is asked for, as with the link of RFC 8058: whoever has the mail may stop such mails.
 */
export async function takeUnsubscribe(mail: InboundMailRecord, { clock }: Context): Promise<Taken> {
  const delivery = mail.deliveryId === null ? null : await deliveries.findById(mail.deliveryId);
  if (delivery === null) return { state: 'done', outcome: 'It names no mail of ours.' };
  const { email } = delivery;
  await suppressions.insertIfNew({ email, kind: 'opportunity', at: clock(), cause: 'unsubscribed' });
  return { state: 'done', outcome: 'Unsubscribed.' };
}
