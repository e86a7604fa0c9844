import { isPausedAt } from '@cobid/domain/coop/isPausedAt.ts';
import type { ResponseInput, ResponseView } from '@cobid/domain/opportunity/schema.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { bindersOf } from '@cobid/platform/mongo/models/membership.ts';
import { findCoop } from '@cobid/platform/mongo/models/organisation.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { recordAnswer, responses } from '@cobid/platform/mongo/models/response.ts';
import type { GivenAnswer, ResponseRecord } from '@cobid/platform/mongo/models/response.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { invalid, refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { responseViewOf } from './responseView.ts';

/** Who answers for which co-op, and by what way. */
export interface Answering {
  tender: TenderRecord;
  coopId: string;
  personId: string;
  via: GivenAnswer['via'];
}

type AnswerFields = Omit<GivenAnswer, 'personId' | 'via' | 'at'>;

interface Context {
  now: Date;
  services: Pick<Services, 'queues'>;
}

/** An answer that may be given: what will be stored, and the co-op that it is passed on to. */
export interface CheckedAnswer {
  fields: AnswerFields;
  receiver: CoopRecord | null;
}

/** Records a co-op's answer to an open tender; it may be changed until the deadline. */
export async function answerOpportunity(
  answering: Answering,
  input: ResponseInput,
  context: Context,
): Promise<ResponseView> {
  return storeAnswer(answering, await checkAnswer(answering, input, context.now), context);
}

/** Refuses an answer that can't be given; writes nothing. */
export async function checkAnswer(
  answering: Answering,
  input: ResponseInput,
  now: Date,
): Promise<CheckedAnswer> {
  ensureAnswerable(answering.tender, answering.coopId, now);
  return { fields: fieldsOf(input), receiver: await checkedReceiver(answering, input, now) };
}

/**
 * Stores an answer that was checked; the same again changes nothing. Passing on tells the other co-op's bidders,
 * unless it takes no work now; who of them does not want such mails is asked when they are sent.
 */
export async function storeAnswer(
  { tender, coopId, personId, via }: Answering,
  { fields, receiver }: CheckedAnswer,
  { now, services }: Context,
): Promise<ResponseView> {
  const key = { tenderId: tender.id, coopId };
  const before = await responses.findOne(key);
  const response =
    before !== null && isSame(before, fields)
      ? before
      : await recordAnswer(key, { ...fields, personId, via, at: now });
  if (receiver !== null && takesWork(receiver, now)) {
    const deliveryIds = await tellReceiver(tender.id, coopId, receiver, now);
    await services.queues.nudgeAll(
      'sendDelivery',
      deliveryIds.map((deliveryId) => ({ deliveryId })),
    );
  }
  return responseViewOf(response);
}

/** Whether what was recorded says the same as what is given now. */
export function isSame(before: ResponseRecord, given: AnswerFields): boolean {
  return (
    before.answer === given.answer &&
    before.condition === given.condition &&
    before.until === given.until &&
    before.passedTo === given.passedTo &&
    before.reason === given.reason &&
    before.note === given.note
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
  };
}

function ensureAnswerable(tender: TenderRecord, coopId: string, now: Date): void {
  if (tender.clientId === coopId) throw refusal('own_tender');
  const state = tenderStateAt(tender, now);
  if (state !== 'open') throw refusal(state === 'closed' ? 'deadline_passed' : 'wrong_state', { state });
}

/** Refuses a day that is over and a co-op that can't be passed on to; returns the latter where there is one. */
async function checkedReceiver(
  { tender, coopId }: Answering,
  input: ResponseInput,
  now: Date,
): Promise<CoopRecord | null> {
  if (input.answer === 'not_now' && input.until <= now.toISOString().slice(0, 10)) {
    throw invalid([{ pointer: '/until', message: 'has to be a day in the future.' }]);
  }
  if (input.answer !== 'pass_to') return null;
  const refuse = (message: string) => invalid([{ pointer: '/coopId', message }]);
  if (input.coopId === coopId) throw refuse('is your own co-op. Choose another one.');
  if (input.coopId === tender.clientId) throw refuse('posted this tender itself. Choose another co-op.');
  const receiver = await findCoop(input.coopId);
  if (receiver === null) throw refuse('is not a co-op here. Choose one from the directory.');
  return receiver;
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
