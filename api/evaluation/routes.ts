import { z } from 'zod';
import { openedBidView } from '@cobid/domain/bid/schema.ts';
import { id } from '@cobid/domain/ids.ts';
import { tenderStates } from '@cobid/domain/tender/lifecycle.ts';
import { awardInput } from '@cobid/domain/tender/schema.ts';
import { listOf } from '../http/list.ts';
import { route } from '../http/route.ts';
import { awardTender } from './awardTender.ts';
import { openedBids } from './openedBids.ts';

const params = z.strictObject({ tenderId: id });

/** After the deadline: the client reads the bids and chooses one. */
export const evaluationRoutes = [
  route({
    method: 'GET',
    path: '/tenders/:tenderId/bids',
    summary: 'Show the bids to the client once the deadline has passed',
    access: 'person',
    params,
    reply: listOf(openedBidView),
    handle: async ({ actor, params: { tenderId }, now, log }) => {
      const items = await openedBids(tenderId, actor, now);
      // Opening is a logged event (domain rules, section 3).
      log.info({ tenderId, personId: actor.personId }, 'bids were read');
      return { items };
    },
  }),
  route({
    method: 'POST',
    path: '/tenders/:tenderId/award',
    summary: 'Award the tender to one bid, with a reason for each',
    access: 'person',
    params,
    body: awardInput,
    reply: z.object({ state: z.enum(tenderStates) }),
    handle: (call) => awardTender(call.params.tenderId, call.body, call),
  }),
];
