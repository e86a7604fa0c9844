import { z } from 'zod';
import { id } from '@cobid/domain/ids.ts';
import { bidMailingActs, mailingActs, mailingInWords, wouldMailView } from '@cobid/domain/mail/wouldMail.ts';
import { whoWouldGet } from '@cobid/platform/telling/whoWouldGet.ts';
import { route } from '../http/route.ts';
import { bidWouldMail } from './bidWouldMail.ts';
import { tenderWouldMail } from './tenderWouldMail.ts';

const MOST_COOPS = 20;
/** Looking whom a tender fits is work; typing in an editor does not ask. */
const limits = [{ by: 'person', points: 120, seconds: 600 }] as const;

/** Says whom an act would mail before it is done. */
export const wouldMailRoutes = [
  route({
    method: 'GET',
    path: '/tenders/:tenderId/would-mail',
    summary: 'Tell how many people an act on a tender would mail, without doing it',
    access: 'person',
    limits,
    params: z.strictObject({ tenderId: id }),
    query: z.strictObject({ act: z.enum(mailingActs) }),
    reply: wouldMailView,
    handle: ({ actor, params, query, now }) => tenderWouldMail(actor, params.tenderId, query.act, now),
  }),
  route({
    method: 'GET',
    path: '/bids/:bidId/would-mail',
    summary: 'Tell a bid’s lead how many people an act on it would mail, without doing it',
    access: { acting: 'coop', role: 'bidder' },
    limits,
    params: z.strictObject({ bidId: id }),
    query: z.strictObject({ act: z.enum(bidMailingActs) }),
    reply: wouldMailView,
    handle: ({ actor, params, query, now }) => bidWouldMail(actor, params.bidId, query.act, now),
  }),
  route({
    method: 'GET',
    path: '/would-mail/invitation',
    summary: 'Tell how many people an invitation of co-ops to seats would mail',
    access: { acting: 'coop', role: 'bidder' },
    limits,
    query: z.strictObject({
      coopIds: z
        .string()
        .transform((list) => list.split(','))
        .pipe(z.array(id).min(1).max(MOST_COOPS)),
    }),
    reply: wouldMailView,
    handle: async ({ query }) => {
      const people = await whoWouldGet(
        query.coopIds.map((coopId) => ({ kind: 'seatOffered', to: coopId, key: 'none yet', refs: {} })),
      );
      return { people, inDigest: 0, sentence: mailingInWords(people) };
    },
  }),
];
