import { mailRules, hasSwitch } from '@cobid/domain/mail/rules.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import { switchOff } from '@cobid/platform/mongo/models/mailSettings.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import type { Context } from '../context.ts';
import type { Taken } from '../jobs/takeInboundMail.ts';

/**
 * Stops mails at once: about opportunities to the address that the mail went to or, as a mail of another kind offers,
 * those of its kind. The address that this came to is all the proof that is asked for, as with the link of RFC 8058:
 * whoever has the mail may stop such mails.
 */
export async function takeUnsubscribe(mail: InboundMailRecord, { clock }: Context): Promise<Taken> {
  const delivery = mail.deliveryId === null ? null : await deliveries.findById(mail.deliveryId);
  if (delivery === null) return { state: 'done', outcome: 'It names no mail of ours.' };
  if (mail.use === 'unsubscribe' && mail.item > 0) return stopKind(delivery, clock());
  const { email } = delivery;
  await suppressions.insertIfNew({ email, kind: 'opportunity', at: clock(), cause: 'unsubscribed' });
  return { state: 'done', outcome: 'Unsubscribed.' };
}

async function stopKind({ kind, personId }: DeliveryRecord, now: Date): Promise<Taken> {
  const person = personId === null ? null : await people.findById(personId);
  if (person === null || !hasSwitch(kind))
    return { state: 'done', outcome: 'There is nothing to switch off.' };
  const { id: networkId } = await mainNetwork();
  await switchOff(person, networkId, kind, now);
  return { state: 'done', outcome: `Switched off: ${mailRules[kind].name}.` };
}
