import { z } from 'zod';
import { id } from '@cobid/domain/ids.ts';
import { heldReplyView, replyUndoView } from '@cobid/domain/reply/views.ts';
import { listOf } from '../http/list.ts';
import { route } from '../http/route.ts';
import { decideHeldReply, listHeldReplies } from './heldReplies.ts';
import { showReplyUndo, undoReply } from './undoReply.ts';

const ofToken = z.strictObject({ token: z.string().min(20).max(100) });
const ofReply = z.strictObject({ replyId: id });
const byLink = [{ by: 'ip', points: 60, seconds: 3600 }] as const;

/** What became of replies by mail. */
export const replyRoutes = [
  route({
    method: 'GET',
    path: '/reply-undos/:token',
    summary: 'Show the answer that a reply by mail was taken as',
    access: 'public',
    limits: byLink,
    params: ofToken,
    reply: replyUndoView,
    handle: ({ params }) => showReplyUndo(params.token),
  }),
  route({
    method: 'POST',
    path: '/reply-undos/:token',
    summary: 'Take back the answer that a reply by mail was taken as',
    access: 'public',
    limits: byLink,
    params: ofToken,
    reply: replyUndoView,
    handle: ({ params, now }) => undoReply(params.token, now),
  }),
  route({
    method: 'GET',
    path: '/me/held-replies',
    summary: 'List replies in own name that nothing vouches for',
    access: 'person',
    reply: listOf(heldReplyView),
    handle: async ({ actor }) => ({ items: await listHeldReplies(actor.personId) }),
  }),
  route({
    method: 'POST',
    path: '/me/held-replies/:replyId/release',
    summary: 'Let a held reply through',
    access: 'person',
    params: ofReply,
    reply: null,
    handle: ({ actor, params, now, services }) =>
      decideHeldReply(params.replyId, 'released', { personId: actor.personId, now, services }),
  }),
  route({
    method: 'POST',
    path: '/me/held-replies/:replyId/discard',
    summary: 'Throw a held reply away',
    access: 'person',
    params: ofReply,
    reply: null,
    handle: ({ actor, params, now, services }) =>
      decideHeldReply(params.replyId, 'discarded', { personId: actor.personId, now, services }),
  }),
];
