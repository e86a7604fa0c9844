import { followForgotten } from '@cobid/platform/consortium/followForgotten.ts';
import { forgottenDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { forgottenInboundMails } from '@cobid/platform/mongo/models/inboundMail.ts';
import { overdueInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { dueDigests } from '@cobid/platform/mongo/models/mailSettings.ts';
import { networksToLearn, networksToLearnPastWork } from '@cobid/platform/mongo/models/network.ts';
import { coopsToMatch } from '@cobid/platform/mongo/models/organisation.ts';
import { tendersToClose, tendersToHint, tendersToMatch } from '@cobid/platform/mongo/models/tender.ts';
import { areHintsOutdated } from '@cobid/platform/pastWork/areHintsOutdated.ts';
import type { Handler } from '../context.ts';
import { nudgeMails } from './nudgeMails.ts';

/** More than this waits for the next sweep; what was swept is on its way by then. */
const MOST = 500;

/**
 * Finds what the database says is needed and nobody has done: needs whose nudge was lost, steps that were begun and
 * not finished, mails whose worker died or whose time has come, digests that are due, deadlines and times to answer that passed while nothing ran.
 */
export const sweep: Handler<'sweep'> = async (_payload, { clock, queues, log }) => {
  const now = clock();
  await followForgotten(now, MOST); // the mails that it wants are found with the others
  const [toMatch, coops, toClose, toExpire, digests, toSend, toTake, toLearn, hints, toLearnPastWork] =
    await Promise.all([
      tendersToMatch(MOST),
      coopsToMatch(MOST),
      tendersToClose(now, MOST),
      overdueInvitations(now, MOST),
      dueDigests(now, 1),
      forgottenDeliveries(now, MOST),
      forgottenInboundMails(now, MOST),
      networksToLearn(now, MOST),
      countHintNeeds(now),
      networksToLearnPastWork(now, MOST),
    ]);
  await Promise.all([
    queues.nudgeAll(
      'matchTender',
      toMatch.map(({ id }) => ({ tenderId: id })),
    ),
    queues.nudgeAll(
      'matchCoop',
      coops.map(({ id }) => ({ coopId: id })),
    ),
    queues.nudgeAll(
      'closeTender',
      toClose.map(({ id }) => ({ tenderId: id })),
    ),
    queues.nudgeAll(
      'expireInvitation',
      toExpire.map(({ id }) => ({ invitationId: id })),
    ),
    queues.nudgeAll(
      'wantDigests',
      digests.map(() => ({})),
    ),
    nudgeMails(
      toSend.map(({ id }) => id),
      queues,
    ),
    queues.nudgeAll(
      'takeInboundMail',
      toTake.map(({ id }) => ({ inboundMailId: id })),
    ),
    queues.nudgeAll(
      'learnWeights',
      toLearn.map(({ id }) => ({ networkId: id })),
    ),
    queues.nudgeAll('findWorthAsking', hints > 0 ? [{}] : []),
    queues.nudgeAll(
      'learnPastWork',
      toLearnPastWork.map(({ id }) => ({ networkId: id })),
    ),
  ]);
  const found = {
    toMatch: toMatch.length,
    coopsToMatch: coops.length,
    toClose: toClose.length,
    toExpire: toExpire.length,
    digests: digests.length,
    toSend: toSend.length,
    toTake: toTake.length,
    toLearn: toLearn.length,
    hints,
    toLearnPastWork: toLearnPastWork.length,
  };
  if (Object.values(found).some((count) => count > 0)) log.info(found, 'swept');
};

/** One job looks for all hints that are wanted or outdated, so that it is enough to know whether there are any. */
async function countHintNeeds(now: Date): Promise<number> {
  const [wanted, areOutdated] = await Promise.all([tendersToHint(now, 1), areHintsOutdated(now)]);
  return wanted.length + (areOutdated ? 1 : 0);
}
