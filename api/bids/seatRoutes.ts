import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { cannot } from '@cobid/domain/bid/outcome.ts';
import type { BidOutcome } from '@cobid/domain/bid/outcome.ts';
import { mayChangeSeat, mayEditBid } from '@cobid/domain/bid/policy.ts';
import {
  bidView,
  seatCandidates as seatCandidatesView,
  seatChange,
  seatInput,
  sharesInput,
  versionInput,
} from '@cobid/domain/bid/schema.ts';
import type { SeatPart } from '@cobid/domain/bid/schema.ts';
import { addSeat, changeSeat, partProblems, removeSeat, reopenSeat } from '@cobid/domain/bid/seats.ts';
import { setShares } from '@cobid/domain/bid/shares.ts';
import { found } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { access, ofBid, ofSeat } from './bidParams.ts';
import { bidViewOf } from './bidView.ts';
import { departure } from './departure.ts';
import { changeRoom, loadRoom } from './room.ts';
import type { Room } from './room.ts';
import { seatCandidates } from './seatCandidates.ts';

const versionQuery = z.strictObject({
  version: z.coerce.number({ error: 'is the version that you saw' }).int().min(1),
});

function withParts(parts: SeatPart[] | undefined, { tender }: Room, act: () => BidOutcome): BidOutcome {
  const problems = partProblems(parts ?? [], tender.content);
  return problems.length > 0 ? cannot('invalid', problems) : act();
}

/** The seats of a bid: what each does, who could take it, and for how much. */
export const seatRoutes = [
  route({
    method: 'POST',
    path: '/bids/:bidId/seats',
    summary: 'Add an open seat',
    access,
    params: ofBid,
    body: seatInput,
    reply: bidView,
    status: 201,
    handle: async (call) => {
      const { version, parts, contribution } = call.body;
      const room = await changeRoom(call.params.bidId, call, {
        version,
        may: ({ facts, tender }) => mayEditBid(call.actor, facts, tender, call.now),
        act: (at) => {
          const seatId = `seat-${randomBytes(4).toString('hex')}`;
          return withParts(parts, at, () => addSeat(at.bid, { id: seatId, parts, contribution }));
        },
        note: 'seat added',
      });
      return bidViewOf(room, call);
    },
  }),
  route({
    method: 'PATCH',
    path: '/bids/:bidId/seats/:seatId',
    summary: 'Change what a seat does, brings or shows',
    access,
    params: ofSeat,
    body: seatChange,
    reply: bidView,
    handle: async (call) => {
      const { version, ...changes } = call.body;
      const { bidId, seatId } = call.params;
      const room = await changeRoom(bidId, call, {
        version,
        may: ({ bid, facts, tender }) => {
          const seat = found(bid.content.seats.find((each) => each.id === seatId));
          return mayChangeSeat(call.actor, facts, tender, seat, changes, call.now);
        },
        act: (at) => withParts(changes.parts, at, () => changeSeat(at.bid, seatId, changes)),
        note: '',
      });
      return bidViewOf(room, call);
    },
  }),
  route({
    method: 'DELETE',
    path: '/bids/:bidId/seats/:seatId',
    summary: 'Remove an open seat',
    access,
    params: ofSeat,
    query: versionQuery,
    reply: bidView,
    handle: async (call) => {
      const { bidId, seatId } = call.params;
      const room = await changeRoom(bidId, call, {
        version: call.query.version,
        may: ({ facts, tender }) => mayEditBid(call.actor, facts, tender, call.now),
        act: ({ bid }) => removeSeat(bid, seatId),
        note: 'seat removed',
      });
      return bidViewOf(room, call);
    },
  }),
  route({
    method: 'POST',
    path: '/bids/:bidId/seats/:seatId/reopen',
    summary: 'Take a seat back from the co-op that holds it',
    access,
    params: ofSeat,
    body: versionInput,
    reply: bidView,
    handle: async (call) => {
      const { bidId, seatId } = call.params;
      const room = await changeRoom(bidId, call, {
        version: call.body.version,
        may: ({ facts, tender }) => mayEditBid(call.actor, facts, tender, call.now),
        act: ({ bid }) => reopenSeat(bid, seatId),
        note: 'seat reopened',
        more: ({ bid }) => departure(bid, (seat) => seat.id === seatId, { at: call.now, isPutOut: true }),
        isFollowed: true,
      });
      return bidViewOf(room, call);
    },
  }),
  route({
    method: 'GET',
    path: '/bids/:bidId/seats/:seatId/candidates',
    summary: 'List co-ops that could take a seat',
    access,
    params: ofSeat,
    reply: seatCandidatesView,
    handle: async (call) => seatCandidates(await loadRoom(call.params.bidId, call), call.params.seatId, call),
  }),
  route({
    method: 'PUT',
    path: '/bids/:bidId/shares',
    summary: 'Set the total and the share of each seat',
    access,
    params: ofBid,
    body: sharesInput,
    reply: bidView,
    handle: async (call) => {
      const { version, ...shares } = call.body;
      const room = await changeRoom(call.params.bidId, call, {
        version,
        may: ({ facts, tender }) => mayEditBid(call.actor, facts, tender, call.now),
        act: ({ bid }) => setShares(bid, shares),
        note: '',
      });
      return bidViewOf(room, call);
    },
  }),
];
