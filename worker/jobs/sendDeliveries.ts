import type { Handler } from '../context.ts';
import { sendTogether } from './sendTogether.ts';

/**
 * Sends mails that are due together, each once: a tender's go to many, and the digests of one hour are about the same
 * tenders.
 */
export const sendDeliveries: Handler<'sendDeliveries'> = ({ deliveryIds }, context) =>
  sendTogether(deliveryIds, context);
