import { isAtLeast } from '@cobid/domain/actor.ts';
import { responseInput } from '@cobid/domain/opportunity/schema.ts';
import type { ResponseInput } from '@cobid/domain/opportunity/schema.ts';
import type { Understood } from '@cobid/domain/reply/understandReply.ts';
import { fold } from '@cobid/domain/text.ts';
import { after, days } from '@cobid/platform/clock.ts';
import type { WantedDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import {
  checkAnswer,
  fieldsOf,
  isSameAnswer,
  storeAnswer,
} from '@cobid/platform/opportunities/giveAnswer.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import type { Context } from '../context.ts';
import type { Taken } from '../jobs/takeInboundMail.ts';
import { wantMails } from '../jobs/wantMails.ts';
import type { Reply } from './reply.ts';
import { replyUnclear } from './replyUnclear.ts';

/** How long "not now" holds where no day was named; the mail that confirms it says so. */
const NOT_NOW_DAYS = 30;

/** A reply to a mail about a tender is the co-op's answer, and a mail says how it was understood. */
export async function answerByReply(reply: Reply, context: Context): Promise<Taken> {
  const { mail, delivery, person, understood } = reply;
  const now = context.clock();
  const { tenderId = '', coopId = '' } = delivery.refs;
  const key = { tenderId, coopId };
  const [tender, membership, before] = await Promise.all([
    tenders.findById(tenderId),
    memberships.findOne({ personId: person.id, organisationId: coopId }),
    responses.findOne(key),
  ]);
  if (tender === null) return { state: 'done', outcome: 'The tender has gone.' };
  if (membership === null || !isAtLeast(membership.role, 'bidder')) {
    return replyUnclear(reply, 'needs_bidder', context);
  }
  const input = await inputOf(understood, mail.receivedAt);
  if (input === null) {
    return replyUnclear(reply, understood.kind === 'pass_to' ? 'no_such_coop' : 'not_understood', context);
  }
  const isOvertaken =
    before !== null && before.at > mail.receivedAt && !isSameAnswer(before, fieldsOf(input));
  if (isOvertaken) return replyUnclear(reply, 'later_answer', context);
  const answering = { tender, coopId, personId: person.id, via: 'mail' } as const;
  const checked = await checkAnswer(answering, input, now);
  if (!checked.ok) {
    const { refusal } = checked;
    if ('because' in refusal)
      return replyUnclear(
        reply,
        refusal.because === 'deadline_passed' ? 'deadline_passed' : 'not_possible',
        context,
      );
    return replyUnclear(reply, input.answer === 'not_now' ? 'day_passed' : 'no_such_coop', context);
  }
  const { response, deliveryIds } = await storeAnswer(answering, checked, now);
  await context.queues.nudgeAll(
    'sendDelivery',
    deliveryIds.map((deliveryId) => ({ deliveryId })),
  );
  await wantMails([confirmation(reply, input, checked.receiver?.name ?? '')], context);
  const undo = derivedToken(context.config.COBID_SECRET, 'reply-undo', mail.id);
  return {
    state: 'done',
    outcome: `Taken as an answer: ${input.answer}.`,
    personId: person.id,
    undoHash: hashToken(undo),
    effect: { ...key, answer: input.answer, answeredAt: response.at },
  };
}

/** The answer as the page would send it; null for what is none. */
async function inputOf(understood: Understood, receivedAt: Date): Promise<ResponseInput | null> {
  switch (understood.kind) {
    case 'yes':
      return { answer: 'yes', seeksPartners: understood.seeksPartners };
    case 'yes_if':
      return checked({ answer: 'yes_if', condition: understood.condition, seeksPartners: false });
    case 'not_now': {
      const until = understood.until ?? after(receivedAt, days(NOT_NOW_DAYS)).toISOString().slice(0, 10);
      return checked({ answer: 'not_now', until });
    }
    case 'pass_to': {
      const coopId = await coopNamed(understood.name);
      return coopId === null ? null : checked({ answer: 'pass_to', coopId, note: '' });
    }
    case 'no':
      return checked({ answer: 'no', reason: understood.reason, note: understood.note });
    case 'unsubscribe':
    case 'unclear':
      return null;
  }
}

function checked(input: ResponseInput): ResponseInput | null {
  return responseInput.safeParse(input).data ?? null;
}

/** The one co-op of this name; null where there is none, or more than one. */
async function coopNamed(name: string): Promise<string | null> {
  const found = await organisations.find(
    { isCoop: true, nameFolded: fold(name) },
    { limit: 2, without: ['profile', 'searchWords', 'about'] },
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

function confirmation(
  { mail, person, words, delivery, understood }: Reply,
  input: ResponseInput,
  passedTo: string,
): WantedDelivery {
  const { condition, until, reason, seeksPartners } = fieldsOf(input);
  const isNamed = understood.kind !== 'not_now' || understood.until !== null;
  const given = { condition, until, reason, passedTo: passedTo === '' ? null : passedTo };
  return {
    key: `replyTaken:${mail.id}`,
    kind: 'replyTaken',
    personId: person.id,
    email: person.email,
    refs: { ...delivery.refs, inboundMailId: mail.id },
    data: {
      answer: input.answer,
      words: words.slice(0, 1000),
      ...(isNamed ? {} : { isGuess: 'yes' }),
      ...(seeksPartners ? { seeksPartners: 'yes' } : {}),
      ...Object.fromEntries(
        Object.entries(given)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [name, String(value)]),
      ),
    },
  };
}
