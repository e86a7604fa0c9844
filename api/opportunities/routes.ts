import { z } from 'zod';
import { id } from '@cobid/domain/ids.ts';
import { stopScopes, stopView } from '@cobid/domain/mail/stopping.ts';
import {
  answerLinkView,
  opportunityCard,
  opportunityView,
  responseInput,
  responseView,
} from '@cobid/domain/opportunity/schema.ts';
import { publicTenderStates } from '@cobid/domain/tender/lifecycle.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { findCoop } from '@cobid/platform/mongo/models/organisation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { listOf } from '../http/list.ts';
import { found } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { answerByMail, showAnswerLink } from './answerByMail.ts';
import { answerOpportunity } from './answerOpportunity.ts';
import { listOpportunities } from './listOpportunities.ts';
import { listWouldHaveMatched } from './listWouldHaveMatched.ts';
import { opportunityViewOf } from './opportunityView.ts';
import { resubscribe, showUnsubscribe, unsubscribe } from './unsubscribe.ts';

const ofTender = z.strictObject({ tenderId: id });
const ofToken = z.strictObject({ token: z.string().min(20).max(100) });
const asMember = { acting: 'coop', role: 'member' } as const;
/** Tokens can't be guessed; this is for whoever tries. */
const byLink = [{ by: 'ip', points: 120, seconds: 600 }] as const;

async function publicTender(tenderId: string): Promise<TenderRecord> {
  return found(await tenders.findOne({ id: tenderId, state: oneOf(publicTenderStates) }));
}

/** Tenders in the eyes of a co-op, its answers, and the links of its mails. */
export const opportunityRoutes = [
  route({
    method: 'GET',
    path: '/opportunities',
    summary: 'List the tenders that fit the co-op one acts for, and those that it answered',
    access: asMember,
    reply: listOf(opportunityCard),
    handle: async ({ actor, now }) => ({
      items: await listOpportunities(actor.acting.organisationId, now),
    }),
  }),
  route({
    method: 'GET',
    path: '/profile/would-have-matched',
    summary: 'List tenders of the last year that the profile, as it is now, would have matched',
    access: asMember,
    reply: listOf(opportunityCard),
    handle: async ({ actor, now }) => ({
      items: await listWouldHaveMatched(found(await findCoop(actor.acting.organisationId)), now),
    }),
  }),
  route({
    method: 'GET',
    path: '/opportunities/:tenderId',
    summary: 'Show how a tender fits the co-op one acts for, and why',
    access: asMember,
    params: ofTender,
    reply: opportunityView,
    handle: async ({ actor, params, now }) =>
      opportunityViewOf(
        await publicTender(params.tenderId),
        found(await findCoop(actor.acting.organisationId)),
        now,
      ),
  }),
  route({
    method: 'PUT',
    path: '/opportunities/:tenderId/response',
    summary: 'Answer an opportunity for the co-op one acts for',
    access: { acting: 'coop', role: 'bidder' },
    limits: [{ by: 'person', points: 120, seconds: 3600 }],
    params: ofTender,
    body: responseInput,
    reply: responseView,
    handle: async ({ actor, params, body, now, services }) =>
      answerOpportunity(
        {
          tender: await publicTender(params.tenderId),
          coopId: actor.acting.organisationId,
          personId: actor.personId,
          via: 'web',
        },
        body,
        { now, services },
      ),
  }),
  route({
    method: 'GET',
    path: '/answers/:token',
    summary: 'Show what an answer link of a mail is about',
    access: 'public',
    limits: byLink,
    params: ofToken,
    reply: answerLinkView,
    handle: ({ params, now, services }) => showAnswerLink(params.token, { now, services }),
  }),
  route({
    method: 'POST',
    path: '/answers/:token',
    summary: 'Answer an opportunity by a link of a mail, once',
    access: 'public',
    limits: byLink,
    params: ofToken,
    body: responseInput,
    reply: responseView,
    handle: ({ params, body, now, services }) => answerByMail(params.token, body, { now, services }),
  }),
  route({
    method: 'GET',
    path: '/unsubscribe/:token',
    summary: 'Show what can be stopped from a mail, and what is',
    access: 'public',
    limits: byLink,
    params: ofToken,
    reply: stopView,
    handle: ({ params, now, services }) => showUnsubscribe(params.token, { now, services }),
  }),
  route({
    method: 'POST',
    path: '/unsubscribe/:token',
    summary: 'Stop mails to an address: of a kind, about tenders, or all; also as one-click form (RFC 8058)',
    access: 'public',
    limits: byLink,
    takesForm: true,
    params: ofToken,
    body: z.strictObject({
      'List-Unsubscribe': z.literal('One-Click').optional(),
      scope: z.enum(stopScopes).optional(),
    }),
    reply: stopView,
    handle: ({ params, body, now, services }) => unsubscribe(params.token, body.scope, { now, services }),
  }),
  route({
    method: 'DELETE',
    path: '/unsubscribe/:token',
    summary: 'Let mails come again after unsubscribing',
    access: 'public',
    limits: byLink,
    params: ofToken,
    query: z.strictObject({ scope: z.enum(stopScopes).optional() }),
    reply: stopView,
    handle: ({ params, query, now, services }) => resubscribe(params.token, query.scope, { now, services }),
  }),
];
