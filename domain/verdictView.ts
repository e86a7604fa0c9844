import { z } from 'zod';
import { reasons } from './reasons.ts';
import type { Reason } from './reasons.ts';

const reasonKeys = z
  .custom<Reason>((value) => typeof value === 'string' && Object.hasOwn(reasons, value))
  .meta({
    type: 'string',
    description: 'A refusal code; its sentence is in the problem document or in the client',
  });

/** A verdict on the wire: buttons are disabled with the reason rather than hidden. */
export const verdictView = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), because: reasonKeys }),
]);
