import { edit } from '@cobid/domain/bid/edit.ts';
import { mayEditBid } from '@cobid/domain/bid/policy.ts';
import { bidCard, bidChange, bidStart, bidView } from '@cobid/domain/bid/schema.ts';
import { planView, suggestionsView } from '@cobid/domain/opportunity/schema.ts';
import { listOf } from '../http/list.ts';
import { route } from '../http/route.ts';
import { access, ofBid, ofTender, planQuery } from './bidParams.ts';
import { bidViewOf } from './bidView.ts';
import { listBids } from './listBids.ts';
import { changeRoom, loadRoom } from './room.ts';
import { seatRoutes } from './seatRoutes.ts';
import { showPlan } from './showPlan.ts';
import { signingRoutes } from './signingRoutes.ts';
import { startBid } from './startBid.ts';
import { suggestConsortia } from './suggestConsortia.ts';

/** The bid room: forming a consortium, writing, signing and submitting one bid. */
export const bidRoutes = [
  route({
    method: 'GET',
    path: '/tenders/:tenderId/consortia',
    summary: 'Suggest the smallest consortia around the acting co-op',
    access,
    params: ofTender,
    reply: suggestionsView,
    handle: ({ params, actor, now }) => suggestConsortia(params.tenderId, actor, now),
  }),
  route({
    method: 'GET',
    path: '/tenders/:tenderId/consortia/plan',
    summary:
      'Show what a consortium that somebody puts together could do, and what each next step would change',
    access,
    params: ofTender,
    query: planQuery,
    reply: planView,
    handle: ({ params, query, actor, now }) => showPlan(params.tenderId, query.members, actor, now),
  }),
  route({
    method: 'POST',
    path: '/tenders/:tenderId/bids',
    summary: 'Start a bid as lead',
    access,
    params: ofTender,
    body: bidStart,
    reply: bidView,
    status: 201,
    limits: [{ by: 'person', points: 30, seconds: 3600 }],
    handle: async (call) => bidViewOf(await startBid(call.params.tenderId, call.body, call), call),
  }),
  route({
    method: 'GET',
    path: '/bids',
    summary: 'List the bids of the acting co-op',
    access,
    reply: listOf(bidCard),
    handle: async ({ actor, now }) => ({ items: await listBids(actor, now) }),
  }),
  route({
    method: 'GET',
    path: '/bids/:bidId',
    summary: 'Show a bid to a member of its consortium',
    access,
    params: ofBid,
    reply: bidView,
    handle: async (call) => bidViewOf(await loadRoom(call.params.bidId, call), call),
  }),
  route({
    method: 'PATCH',
    path: '/bids/:bidId',
    summary: 'Change the text, the dispute path or the reasons for joining up',
    access,
    params: ofBid,
    body: bidChange,
    reply: bidView,
    handle: async (call) => {
      const { version, ...changes } = call.body;
      const room = await changeRoom(call.params.bidId, call, {
        version,
        may: ({ facts, tender }) => mayEditBid(call.actor, facts, tender, call.now),
        act: ({ bid }) => edit(bid, changes),
        note: '',
      });
      return bidViewOf(room, call);
    },
  }),
  ...seatRoutes,
  ...signingRoutes,
];
