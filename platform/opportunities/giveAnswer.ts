import { isPausedAt } from '@cobid/domain/coop/isPausedAt.ts';
import type { ResponseInput } from '@cobid/domain/opportunity/schema.ts';
import type { Problem } from '@cobid/domain/problem.ts';
import type { Reason } from '@cobid/domain/reasons.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import type { TenderState } from '@cobid/domain/tender/lifecycle.ts';
import { markAnswered } from '../mailFeedback/markAnswered.ts';
import { wantDeliveries } from '../mongo/models/delivery.ts';
import { bindersOf } from '../mongo/models/membership.ts';
import { findCoop } from '../mongo/models/organisation.ts';
import type { CoopRecord } from '../mongo/models/organisation.ts';
import { recordAnswer, responses } from '../mongo/models/response.ts';
import type { GivenAnswer, ResponseRecord } from '../mongo/models/response.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';

/** Who answers for which co-op, and by what way. */
export interface Answering {
  tender: TenderRecord;
  coopId: string;
  personId: string;
  via: GivenAnswer['via'];
}

export type AnswerFields = Omit<GivenAnswer, 'personId' | 'via' | 'at'>;

/** Why an answer can't be given: the moment is wrong, or something about the answer is. */
export type AnswerRefusal = { because: Reason; state: TenderState | null } | { problem: Problem };

/** An answer that may be given: what will be stored, and the co-op that it is passed on to. */
export interface CheckedAnswer {
  fields: AnswerFields;
  receiver: CoopRecord | null;
}

/** Whether an answer can be given; writes nothing. */
export async function checkAnswer(
  answering: Answering,
  input: ResponseInput,
  now: Date,
): Promise<({ ok: true } & CheckedAnswer) | ({ ok: false } & { refusal: AnswerRefusal })> {
  const { tender, coopId } = answering;
  const no = (refusal: AnswerRefusal) => ({ ok: false, refusal }) as const;
  if (tender.clientId === coopId) return no({ because: 'own_tender', state: null });
  const state = tenderStateAt(tender, now);
  if (state !== 'open') return no({ because: state === 'closed' ? 'deadline_passed' : 'wrong_state', state });
  const receiver = await findReceiver(answering, input, now);
  return receiver !== null && 'pointer' in receiver
    ? no({ problem: receiver })
    : { ok: true, fields: fieldsOf(input), receiver };
}

/**
 * Stores an answer that was checked; the same again changes nothing. Passing on tells the other co-op's bidders,
 * unless it takes no work now; who of them does not want such mails is asked when they are sent. The ids are of the
 * new mails.
 */
export async function storeAnswer(
  { tender, coopId, personId, via }: Answering,
  { fields, receiver }: CheckedAnswer,
  now: Date,
): Promise<{ response: ResponseRecord; deliveryIds: string[] }> {
  const key = { tenderId: tender.id, coopId };
  const before = await responses.findOne(key);
  const response =
    before !== null && isSameAnswer(before, fields)
      ? before
      : await recordAnswer(key, { ...fields, personId, via, at: now });
  const deliveryIds =
    receiver !== null && takesWork(receiver, now) ? await tellReceiver(tender.id, coopId, receiver, now) : [];
  await markAnswered({ personId, tenderId: tender.id }, now);
  return { response, deliveryIds };
}

/** Whether what was recorded says the same as what is given now. */
export function isSameAnswer(before: ResponseRecord, given: AnswerFields): boolean {
  return (
    before.answer === given.answer &&
    before.condition === given.condition &&
    before.until === given.until &&
    before.passedTo === given.passedTo &&
    before.reason === given.reason &&
    before.note === given.note &&
    before.seeksPartners === given.seeksPartners
  );
}

/** An answer as it is stored: what this kind of answer has no use for is null. */
export function fieldsOf(input: ResponseInput): AnswerFields {
  return {
    answer: input.answer,
    condition: input.answer === 'yes_if' ? input.condition : null,
    until: input.answer === 'not_now' ? input.until : null,
    passedTo: input.answer === 'pass_to' ? input.coopId : null,
    reason: input.answer === 'no' ? input.reason : null,
    note: input.answer === 'no' || input.answer === 'pass_to' ? input.note : '',
    seeksPartners: (input.answer === 'yes' || input.answer === 'yes_if') && input.seeksPartners,
  };
}

/** The co-op that it is passed on to, null where it is not; or what is wrong with it, or with the day. */
async function findReceiver(
  { tender, coopId }: Answering,
  input: ResponseInput,
  now: Date,
): Promise<CoopRecord | Problem | null> {
  if (input.answer === 'not_now' && input.until <= now.toISOString().slice(0, 10)) {
    return { pointer: '/until', message: 'has to be a day in the future.' };
  }
  if (input.answer !== 'pass_to') return null;
  const problem = (message: string): Problem => ({ pointer: '/coopId', message });
  if (input.coopId === coopId) return problem('is your own co-op. Choose another one.');
  if (input.coopId === tender.clientId) return problem('posted this tender itself. Choose another co-op.');
  return (await findCoop(input.coopId)) ?? problem('is not a co-op here. Choose one from the directory.');
}

function takesWork({ profile }: CoopRecord, now: Date): boolean {
  return !isPausedAt(profile, now);
}

async function tellReceiver(
  tenderId: string,
  fromId: string,
  receiver: CoopRecord,
  now: Date,
): Promise<string[]> {
  const binders = await bindersOf([receiver.id]);
  return wantDeliveries(
    binders.map(({ person }) => ({
      key: `opportunityPassedOn:${tenderId}:${fromId}:${receiver.id}:${person.id}`,
      kind: 'opportunityPassedOn',
      personId: person.id,
      email: person.email,
      refs: { tenderId, coopId: receiver.id },
    })),
    now,
  );
}
