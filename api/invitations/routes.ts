import { z } from 'zod';
import { id, partId } from '@cobid/domain/ids.ts';
import {
  acceptInput,
  counterInput,
  declineInput,
  invitationInput,
  invitationView,
  offerAgainInput,
  seatOfferView,
  termsVersionInput,
} from '@cobid/domain/invitation/schema.ts';
import { listOf } from '../http/list.ts';
import { route } from '../http/route.ts';
import {
  acceptInvitation,
  counterInvitation,
  declineInvitation,
  offerSeatAgain,
  revokeInvitation,
  seeInvitation,
  takeCounterOf,
} from './answerInvitation.ts';
import { inviteCoop } from './inviteCoop.ts';
import { answerSeatOffer, showSeatOffer } from './seatOffer.ts';
import { listInvitations, showInvitation } from './showInvitations.ts';

// Which of the two sides may do what is for the policy: to everybody else an invitation does not exist.
const access = { acting: 'coop', role: 'member' } as const;
const params = z.strictObject({ invitationId: id });
const ofToken = z.strictObject({ token: z.string().min(20).max(100) });
const byLink = [{ by: 'ip', points: 60, seconds: 600 }] as const;

/** Offers of seats: made by the lead, answered by the co-op, also by the link of the mail. */
export const invitationRoutes = [
  route({
    method: 'POST',
    path: '/bids/:bidId/seats/:seatId/invitations',
    summary: 'Invite a co-op to a seat',
    access,
    params: z.strictObject({ bidId: id, seatId: partId }),
    body: invitationInput,
    reply: invitationView,
    status: 201,
    limits: [{ by: 'person', points: 60, seconds: 3600 }],
    handle: (call) => inviteCoop(call.params, call.body, call),
  }),
  route({
    method: 'GET',
    path: '/invitations',
    summary: 'List the invitations of the acting co-op',
    access,
    reply: listOf(invitationView),
    handle: async ({ actor, now }) => ({ items: await listInvitations(actor, now) }),
  }),
  route({
    method: 'GET',
    path: '/invitations/:invitationId',
    summary: 'Show an invitation to one of its two sides',
    access,
    params,
    reply: invitationView,
    handle: (call) => showInvitation(call.params.invitationId, call.actor, call.now),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitationId/seen',
    summary: 'Say that the invitation was opened',
    access,
    params,
    reply: invitationView,
    handle: (call) => seeInvitation(call.params.invitationId, call),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitationId/accept',
    summary: 'Take the seat on the terms that were read',
    access,
    params,
    body: acceptInput,
    reply: invitationView,
    handle: (call) => acceptInvitation(call.params.invitationId, call.body, call),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitationId/decline',
    summary: 'Decline the seat with a reason',
    access,
    params,
    body: declineInput,
    reply: invitationView,
    handle: (call) => declineInvitation(call.params.invitationId, call.body, call),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitationId/counter',
    summary: 'Propose other terms',
    access,
    params,
    body: counterInput,
    reply: invitationView,
    handle: (call) => counterInvitation(call.params.invitationId, call.body, call),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitationId/take-counter',
    summary: 'Take the co-op’s counter as it is',
    access,
    params,
    body: termsVersionInput,
    reply: invitationView,
    handle: (call) => takeCounterOf(call.params.invitationId, call.body, call),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitationId/offer-again',
    summary: 'Answer a counter with other terms',
    access,
    params,
    body: offerAgainInput,
    reply: invitationView,
    handle: (call) => offerSeatAgain(call.params.invitationId, call.body, call),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitationId/revoke',
    summary: 'Take the offer back',
    access,
    params,
    body: termsVersionInput,
    reply: invitationView,
    handle: (call) => revokeInvitation(call.params.invitationId, call.body, call),
  }),
  route({
    method: 'GET',
    path: '/seat-offers/:token',
    summary: 'Show the offer behind a mail’s link',
    access: 'public',
    params: ofToken,
    limits: byLink,
    reply: seatOfferView,
    handle: (call) => showSeatOffer(call.params.token, call.now),
  }),
  route({
    method: 'POST',
    path: '/seat-offers/:token/accept',
    summary: 'Take the seat by the mail’s link',
    access: 'public',
    params: ofToken,
    limits: byLink,
    body: acceptInput,
    reply: invitationView,
    handle: (call) => answerSeatOffer(call.params.token, call.body, call, acceptInvitation),
  }),
  route({
    method: 'POST',
    path: '/seat-offers/:token/decline',
    summary: 'Decline the seat by the mail’s link',
    access: 'public',
    params: ofToken,
    limits: byLink,
    body: declineInput,
    reply: invitationView,
    handle: (call) => answerSeatOffer(call.params.token, call.body, call, declineInvitation),
  }),
  route({
    method: 'POST',
    path: '/seat-offers/:token/counter',
    summary: 'Propose other terms by the mail’s link',
    access: 'public',
    params: ofToken,
    limits: byLink,
    body: counterInput,
    reply: invitationView,
    handle: (call) => answerSeatOffer(call.params.token, call.body, call, counterInvitation),
  }),
];
