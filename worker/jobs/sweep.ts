import { forgottenDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { after as laterThan } from '@cobid/platform/mongo/filter.ts';
import { overdueInvitations, seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tendersToClose, tendersToMatch } from '@cobid/platform/mongo/models/tender.ts';
import type { Handler } from '../context.ts';

/** More than this waits for the next sweep; what was swept is on its way by then. */
const MOST = 500;

/**
 * Finds what the database says is needed and nobody has done: needs whose nudge was lost, mails whose worker died,
 * deadlines and times to answer that passed while nothing ran. It only nudges; the jobs know what to do.
 */
export const sweep: Handler<'sweep'> = async (_payload, { clock, queues, log }) => {
  const now = clock();
  const [toMatch, toClose, overdue, halfExpired, toSend] = await Promise.all([
    tendersToMatch(MOST),
    tendersToClose(now, MOST),
    overdueInvitations(now, MOST),
    seatInvitations.find(
      { state: 'expired', isLive: true, replyBy: laterThan(after(now, -days(30))) },
      { limit: MOST },
    ),
    forgottenDeliveries(now, MOST),
  ]);
  const toExpire = [...overdue, ...halfExpired];
  await Promise.all([
    queues.nudgeAll(
      'matchTender',
      toMatch.map(({ id }) => ({ tenderId: id })),
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
      'sendDelivery',
      toSend.map(({ id }) => ({ deliveryId: id })),
    ),
  ]);
  const found = {
    toMatch: toMatch.length,
    toClose: toClose.length,
    toExpire: toExpire.length,
    toSend: toSend.length,
  };
  if (Object.values(found).some((count) => count > 0)) log.info(found, 'swept');
};
