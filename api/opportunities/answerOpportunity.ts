import type { ResponseInput, ResponseView } from '@cobid/domain/opportunity/schema.ts';
import { checkAnswer, storeAnswer } from '@cobid/platform/opportunities/giveAnswer.ts';
import type { AnswerRefusal, Answering, CheckedAnswer } from '@cobid/platform/opportunities/giveAnswer.ts';
import { invalid, refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { responseViewOf } from './responseView.ts';

interface Context {
  now: Date;
  services: Pick<Services, 'queues'>;
}

/** Records a co-op's answer to an open tender; it may be changed until the deadline. */
export async function answerOpportunity(
  answering: Answering,
  input: ResponseInput,
  context: Context,
): Promise<ResponseView> {
  return keepAnswer(answering, await ensureAnswer(answering, input, context.now), context);
}

/** Refuses an answer that can't be given; writes nothing. */
export async function ensureAnswer(
  answering: Answering,
  input: ResponseInput,
  now: Date,
): Promise<CheckedAnswer> {
  const checked = await checkAnswer(answering, input, now);
  if (checked.ok) return checked;
  throw toProblem(checked.refusal);
}

/** Stores an answer that was checked, and has the mails sent that it makes necessary. */
export async function keepAnswer(
  answering: Answering,
  checked: CheckedAnswer,
  { now, services }: Context,
): Promise<ResponseView> {
  const { response, deliveryIds } = await storeAnswer(answering, checked, now);
  await services.queues.nudgeAll(
    'sendDelivery',
    deliveryIds.map((deliveryId) => ({ deliveryId })),
  );
  return responseViewOf(response);
}

function toProblem(why: AnswerRefusal): Error {
  if ('problem' in why) return invalid([why.problem]);
  return refusal(why.because, why.state === null ? {} : { state: why.state });
}
