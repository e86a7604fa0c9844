import { usualScope } from '@cobid/domain/mail/stopping.ts';
import type { StopScope } from '@cobid/domain/mail/stopping.ts';
import { ownWords } from '@cobid/domain/reply/ownWords.ts';
import { understandReply } from '@cobid/domain/reply/understandReply.ts';
import { stopMails } from '@cobid/platform/mailStops/stopMails.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord, WantedDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import type { Context } from '../context.ts';
import type { Taken } from '../jobs/takeInboundMail.ts';
import { wantMails } from '../jobs/wantMails.ts';

/**
 * Stops mails at once: those about tenders to the address that the mail went to, those of its kind, or, where it says so,
 * all that one can be without. The address that this came to is all the proof that is asked for, as with the link of
 * RFC 8058: whoever has the mail may stop such mails. Its reader hears once what was stopped, and how to undo it; whoever
 * From names hears nothing, and nobody does where a program wrote it.
 */
export async function takeUnsubscribe(mail: InboundMailRecord, context: Context): Promise<Taken> {
  const now = context.clock();
  const delivery = mail.deliveryId === null ? null : await deliveries.findById(mail.deliveryId);
  if (delivery === null) return { state: 'done', outcome: 'It names no mail of ours.' };
  const { email, kind, personId } = delivery;
  const person = personId === null ? null : await people.findById(personId);
  const scope = scopeOf(mail, delivery);
  if (!(await stopMails({ email, person, kind }, scope, now)))
    return { state: 'done', outcome: 'There is nothing to switch off.' };
  if (person !== null && mail.automatic === null)
    await wantMails([confirmation(delivery, person, scope)], context);
  return { state: 'done', outcome: `Stopped: ${scope === 'kind' ? kind : scope}.` };
}

/** An address that stops a kind alone says so by its item. */
function scopeOf(mail: InboundMailRecord, { kind }: DeliveryRecord): StopScope {
  const today = mail.receivedAt.toISOString().slice(0, 10);
  const isFromAll = [mail.subject, ownWords(mail.text)].some((words) => {
    const understood = understandReply(words, today);
    return understood.kind === 'unsubscribe' && understood.isFromAll;
  });
  if (isFromAll) return 'all';
  if (mail.use === 'unsubscribe') return mail.item > 0 ? 'kind' : 'tenders';
  return usualScope(kind);
}

/** One for each mail and what was stopped from it, however many mails ask for it. */
function confirmation({ id, kind }: DeliveryRecord, person: PersonRecord, scope: StopScope): WantedDelivery {
  return {
    key: `mailsStopped:${id}:${scope}`,
    kind: 'mailsStopped',
    personId: person.id,
    email: person.email,
    refs: {},
    data: { deliveryId: id, kind, scope },
  };
}
