import type { Handler } from '../context.ts';
import { sendTogether } from './sendTogether.ts';

/** Sends one mail once. */
export const sendDelivery: Handler<'sendDelivery'> = ({ deliveryId }, context) =>
  sendTogether([deliveryId], context);
