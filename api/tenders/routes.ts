import { z } from 'zod';
import { id, slug, version } from '@cobid/domain/ids.ts';
import {
  publishInput,
  reasonInput,
  tenderCard,
  tenderChange,
  tenderStart,
  tenderView,
} from '@cobid/domain/tender/schema.ts';
import { line } from '@cobid/domain/text.ts';
import { listOf, page, pagesOf } from '../http/list.ts';
import { route } from '../http/route.ts';
import { changeTenderContent } from './changeTenderContent.ts';
import { completeTender } from './completeTender.ts';
import { copyTender } from './copyTender.ts';
import { deleteDraft } from './deleteDraft.ts';
import { endTender, endings } from './endTender.ts';
import { listOwnTenders } from './listOwnTenders.ts';
import { listTenders } from './listTenders.ts';
import { publishTender } from './publishTender.ts';
import { readTender } from './readTender.ts';
import { setClient } from './setClient.ts';
import { startTender } from './startTender.ts';
import { tenderViewOf } from './tenderView.ts';

const HOUR = 3600;
const ofTender = z.strictObject({ tenderId: id });
const posting = [{ by: 'person', points: 60, seconds: HOUR }] as const;

/** The ends of a tender without an award, by the last part of their path. */
const ENDINGS = {
  withdraw: 'Withdraw an open tender',
  cancel: 'Cancel a tender after its deadline',
  'close-without-award': 'Close a tender for which no bid was chosen',
} as const;

/** Tenders, from a draft to their end. Nothing here says anything about bids. */
export const tenderRoutes = [
  route({
    method: 'GET',
    path: '/tenders',
    summary: 'List published tenders',
    access: 'public',
    query: z.strictObject({
      query: line(100).default(''),
      skill: slug.optional(),
      state: z.enum(['open', 'closed', 'all']).default('open'),
      sort: z.enum(['deadline', 'newest']).default('deadline'),
      page,
    }),
    reply: pagesOf(tenderCard),
    handle: ({ query, now }) => listTenders(query, now),
  }),
  route({
    method: 'GET',
    path: '/my-tenders',
    summary: 'List the tenders of the client one acts for, and own drafts without a client',
    access: 'person',
    reply: listOf(tenderCard),
    handle: async ({ actor, now }) => ({ items: await listOwnTenders(actor, now) }),
  }),
  route({
    method: 'POST',
    path: '/tenders',
    summary: 'Start a draft',
    access: 'person',
    limits: posting,
    body: tenderStart,
    reply: tenderView,
    status: 201,
    handle: async ({ actor, body, now }) => tenderViewOf(await startTender(actor, body, now), actor, now),
  }),
  route({
    method: 'GET',
    path: '/tenders/:tenderId',
    summary: 'Show a tender',
    access: 'public',
    params: ofTender,
    reply: tenderView,
    handle: async ({ actor, params, now }) =>
      tenderViewOf(await readTender(actor, params.tenderId), actor, now),
  }),
  route({
    method: 'PATCH',
    path: '/tenders/:tenderId',
    summary: 'Change a draft',
    access: 'person',
    params: ofTender,
    body: tenderChange,
    reply: tenderView,
    handle: async ({ actor, params, body, now }) =>
      tenderViewOf(await changeTenderContent(actor, params.tenderId, body), actor, now),
  }),
  route({
    method: 'PUT',
    path: '/tenders/:tenderId/client',
    summary: 'Name the client of a draft that has none',
    access: 'person',
    params: ofTender,
    body: z.strictObject({ version, organisationId: id }),
    reply: tenderView,
    handle: async ({ actor, params, body, now }) =>
      tenderViewOf(await setClient(actor, params.tenderId, body), actor, now),
  }),
  route({
    method: 'POST',
    path: '/tenders/:tenderId/publish',
    summary: 'Publish a tender',
    access: 'person',
    limits: [{ by: 'person', points: 30, seconds: HOUR }],
    params: ofTender,
    body: publishInput,
    reply: tenderView,
    handle: async ({ actor, params, body, now, services }) =>
      tenderViewOf(await publishTender(actor, params.tenderId, body.version, { now, services }), actor, now),
  }),
  route({
    method: 'DELETE',
    path: '/tenders/:tenderId',
    summary: 'Delete a draft',
    access: 'person',
    params: ofTender,
    query: z.strictObject({ version: z.coerce.number({ error: 'is a number' }).pipe(version) }),
    reply: null,
    handle: ({ actor, params, query }) => deleteDraft(actor, params.tenderId, query.version),
  }),
  ...endings.map((ending) =>
    route({
      method: 'POST',
      path: `/tenders/:tenderId/${ending}`,
      summary: ENDINGS[ending],
      access: 'person',
      params: ofTender,
      body: reasonInput,
      reply: tenderView,
      handle: async ({ actor, params, body, now, services }) =>
        tenderViewOf(await endTender(actor, params.tenderId, ending, body, { now, services }), actor, now),
    }),
  ),
  route({
    method: 'POST',
    path: '/tenders/:tenderId/complete',
    summary: 'Record that the work is done',
    access: 'person',
    params: ofTender,
    body: publishInput,
    reply: tenderView,
    handle: async ({ actor, params, body, now, services }) =>
      tenderViewOf(await completeTender(actor, params.tenderId, body.version, { now, services }), actor, now),
  }),
  route({
    method: 'POST',
    path: '/tenders/:tenderId/copy',
    summary: 'Start a draft with the content of an own tender',
    access: 'person',
    limits: posting,
    params: ofTender,
    reply: tenderView,
    status: 201,
    handle: async ({ actor, params, now }) =>
      tenderViewOf(await copyTender(actor, params.tenderId, now), actor, now),
  }),
];
