import { expireInvitation as expire } from '@cobid/platform/consortium/expireInvitation.ts';
import type { Handler } from '../context.ts';

/** Ends an invitation that nobody answered in time: its seat is open again, and the lead is told. */
export const expireInvitation: Handler<'expireInvitation'> = async ({ invitationId }, { clock, queues }) => {
  const wanted = await expire(invitationId, clock());
  await queues.nudgeAll(
    'sendDelivery',
    wanted.map((deliveryId) => ({ deliveryId })),
  );
};
