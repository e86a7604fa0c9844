import { z } from 'zod';
import { reasons } from '@cobid/domain/reasons.ts';
import type { Reason } from '@cobid/domain/reasons.ts';
import { statusOf } from '../http/problem.ts';
import { route } from '../http/route.ts';

const reason = z
  .custom<Reason>((value) => typeof value === 'string' && Object.hasOwn(reasons, value))
  .meta({
    type: 'string',
  });

/** Where the `type` of a problem document leads: what the refusal means. */
export const problemRoutes = [
  route({
    method: 'GET',
    path: '/problems/:reason',
    summary: 'Explain a refusal',
    access: 'public',
    params: z.strictObject({ reason }),
    reply: z.object({ reason: z.string(), title: z.string(), status: z.int() }),
    handle: ({ params }) => ({
      reason: params.reason,
      title: reasons[params.reason],
      status: statusOf(params.reason),
    }),
  }),
];
