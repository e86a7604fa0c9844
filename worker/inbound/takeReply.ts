import { isOptional } from '@cobid/domain/mail/rules.ts';
import { ownWords } from '@cobid/domain/reply/ownWords.ts';
import { understandReply } from '@cobid/domain/reply/understandReply.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryKind, DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import type { Context } from '../context.ts';
import type { Taken } from '../jobs/takeInboundMail.ts';
import { wantMails } from '../jobs/wantMails.ts';
import { answerByReply } from './answerByReply.ts';
import { declineByReply } from './declineByReply.ts';
import type { Reply } from './reply.ts';
import { replyUnclear } from './replyUnclear.ts';
import { takeUnsubscribe } from './takeUnsubscribe.ts';

/**
 * A reply to one of our mails. It counts when it is from the person who got that mail and DKIM or SPF says so; else it is
 * held, and that person hears of it. Whoever From names hears nothing: it may be forged.
 */
export async function takeReply(mail: InboundMailRecord, context: Context): Promise<Taken> {
  if (mail.automatic !== null) return { state: 'done', outcome: `Not read: ${mail.automatic}.` };
  const known = await whoReplied(mail);
  if (known === null) return gone;
  const { delivery, person } = known;
  if (mail.isAuthentic && mail.from === person.email) return act(mail, known, context);
  await deliveries.change({ id: delivery.id }, { set: { 'feedback.heldAt': context.clock() } });
  await wantMails([heldMail(mail, delivery, person)], context);
  const why =
    mail.from === person.email
      ? 'Neither DKIM nor SPF says that it is from there.'
      : 'It is from another address than the mail went to.';
  return { state: 'held', outcome: why, personId: person.id };
}

/** Does what a reply says; for one that was held when it has been released. */
export async function actOnReply(mail: InboundMailRecord, context: Context): Promise<Taken> {
  const known = await whoReplied(mail);
  return known === null ? gone : act(mail, known, context);
}

const gone: Taken = { state: 'done', outcome: 'The mail or the person that it answers for has gone.' };

interface Known {
  delivery: DeliveryRecord;
  person: PersonRecord;
}

async function whoReplied({ deliveryId }: InboundMailRecord): Promise<Known | null> {
  const delivery = deliveryId === null ? null : await deliveries.findById(deliveryId);
  const personId = delivery?.personId ?? null;
  const person = personId === null ? null : await people.findById(personId);
  return delivery === null || person === null ? null : { delivery, person };
}

/** What a reply to each kind of mail can do; to the others it can do nothing, and a mail says so. */
const actions: Partial<Record<DeliveryKind, (reply: Reply, context: Context) => Promise<Taken>>> = {
  opportunity: answerByReply,
  opportunityPassedOn: answerByReply,
  seatOffered: declineByReply,
  counterAnswered: declineByReply,
};

function act(mail: InboundMailRecord, known: Known, context: Context): Promise<Taken> {
  const { person } = known;
  const delivery = itemOf(known.delivery, mail.item);
  const words = ownWords(mail.text);
  const understood = understandReply(words, mail.receivedAt.toISOString().slice(0, 10));
  const reply: Reply = { mail, delivery, person, words, understood };
  if (understood.kind === 'unsubscribe' && (understood.isFromAll || isOptional(delivery.kind)))
    return takeUnsubscribe(mail, context);
  const action = actions[delivery.kind];
  if (action !== undefined) return action(reply, context);
  const isOfMany = delivery.kind === 'digest' && (delivery.items?.length ?? 0) > 1;
  return replyUnclear(reply, isOfMany ? 'which_tender' : 'not_read', context);
}

/** What of a digest a reply is about, as if its mail had told of nothing else; the only tender goes without saying. */
function itemOf(delivery: DeliveryRecord, item: number): DeliveryRecord {
  const { kind, items = [], refs } = delivery;
  const told = items.length === 1 ? items[0] : items[item - 1];
  if (kind !== 'digest' || told === undefined) return delivery;
  return { ...delivery, kind: 'opportunity', refs: { ...refs, ...told } };
}

/** One for each mail that was answered, however many replies in the person's name come to its address. */
function heldMail(
  mail: InboundMailRecord,
  { id, refs }: DeliveryRecord,
  { id: personId, email }: PersonRecord,
) {
  return {
    key: `replyHeld:${id}`,
    kind: 'replyHeld' as const,
    personId,
    email,
    refs: { ...refs, inboundMailId: mail.id },
  };
}
