import { toFrozenFor } from '@cobid/domain/bid/frozenFor.ts';
import {
  bidAudience,
  mayFreeze,
  mayLeave,
  maySign,
  maySubmit,
  mayWithdrawBid,
} from '@cobid/domain/bid/policy.ts';
import { bidView, frozenView, signInput, submitInput, versionInput } from '@cobid/domain/bid/schema.ts';
import { leave } from '@cobid/domain/bid/seats.ts';
import { submit, withdraw } from '@cobid/domain/bid/signing.ts';
import { allowed } from '@cobid/domain/verdict.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { found } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { access, ofBid, ofRevision } from './bidParams.ts';
import { bidViewOf } from './bidView.ts';
import { departure } from './departure.ts';
import { freezeBid } from './freezeBid.ts';
import { changeRoom, loadRoom } from './room.ts';
import { signBid } from './signBid.ts';

/** From a frozen revision to a submitted bid, and the ways out of it. */
export const signingRoutes = [
  route({
    method: 'POST',
    path: '/bids/:bidId/freeze',
    summary: 'Freeze the text into a revision that everybody signs',
    access,
    params: ofBid,
    body: versionInput,
    reply: bidView,
    handle: async (call) => {
      const room = await changeRoom(call.params.bidId, call, {
        version: call.body.version,
        may: ({ facts, tender }) => mayFreeze(call.actor, facts, tender, call.now),
        act: (at) => freezeBid(at, call),
        note: 'frozen',
        isFollowed: true,
      });
      return bidViewOf(room, call);
    },
  }),
  route({
    method: 'GET',
    path: '/bids/:bidId/revisions/:number',
    summary: 'Show a frozen revision as it is signed',
    access,
    params: ofRevision,
    reply: frozenView,
    handle: async (call) => {
      const { actor, now, params } = call;
      const { bid, tender, facts } = await loadRoom(params.bidId, call);
      const revision = found(bid.revisions.find((each) => each.number === params.number));
      const refOf = await organisationRefs(revision.content.seats.map((seat) => seat.coopId));
      const audience = bidAudience(actor, facts, tender, now);
      const reader = { audience, coopId: actor.acting.organisationId };
      return found(toFrozenFor(reader, bid, revision, refOf));
    },
  }),
  route({
    method: 'POST',
    path: '/bids/:bidId/sign',
    summary: 'Consent to the hash of a revision for the acting co-op',
    access,
    params: ofBid,
    body: signInput,
    reply: bidView,
    handle: async (call) => {
      const room = await changeRoom(call.params.bidId, call, {
        may: ({ bid, tender }) => {
          // Which revision was meant is for the move to say: "the text has changed" rather than "nothing to sign".
          const verdict = maySign(call.actor, bid, tender, call.now);
          return verdict.ok || verdict.because !== 'already_signed' ? verdict : allowed;
        },
        act: (at) => signBid(at, call.body, call),
        note: `signed ${call.body.revision}`,
        isFollowed: true,
      });
      return bidViewOf(room, call);
    },
  }),
  route({
    method: 'POST',
    path: '/bids/:bidId/submit',
    summary: 'Submit the revision that everybody has signed',
    access,
    params: ofBid,
    body: submitInput,
    reply: bidView,
    handle: async (call) => {
      const room = await changeRoom(call.params.bidId, call, {
        may: ({ bid, facts, tender }) =>
          bid.submission?.revision === call.body.revision
            ? mayFreeze(call.actor, facts, tender, call.now)
            : maySubmit(call.actor, bid, tender, call.now),
        act: ({ bid }) =>
          submit(bid, { revision: call.body.revision, personId: call.actor.personId, now: call.now }),
        note: `submitted ${call.body.revision}`,
        isFollowed: true,
      });
      return bidViewOf(room, call);
    },
  }),
  route({
    method: 'POST',
    path: '/bids/:bidId/withdraw',
    summary: 'Take the whole bid back',
    access,
    params: ofBid,
    body: versionInput,
    reply: bidView,
    handle: async (call) => {
      const room = await changeRoom(call.params.bidId, call, {
        version: call.body.version,
        may: ({ facts, tender }) => mayWithdrawBid(call.actor, facts, tender, call.now),
        act: ({ bid }) => withdraw(bid),
        note: 'withdrawn',
        isFollowed: true,
      });
      return bidViewOf(room, call);
    },
  }),
  route({
    method: 'POST',
    path: '/bids/:bidId/leave',
    summary: 'Leave the bid; the seat is open again',
    access,
    params: ofBid,
    body: versionInput,
    // Whoever has left sees the bid no more.
    reply: null,
    handle: async (call) => {
      const coopId = call.actor.acting.organisationId;
      await changeRoom(call.params.bidId, call, {
        version: call.body.version,
        may: ({ facts, tender }) => mayLeave(call.actor, facts, tender, call.now),
        act: ({ bid }) => leave(bid, coopId),
        note: 'member left',
        more: ({ bid }) =>
          departure(bid, (seat) => seat.coopId === coopId, { at: call.now, isPutOut: false }),
        isFollowed: true,
      });
    },
  }),
];
