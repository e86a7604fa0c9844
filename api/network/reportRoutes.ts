import { z } from 'zod';
import { id } from '@cobid/domain/ids.ts';
import {
  exposureView,
  feasibilityView,
  replayView,
  reportDays,
  thinTenderView,
} from '@cobid/domain/network/reports.ts';
import { lambda } from '@cobid/domain/network/schema.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { PAGE_SIZE, page, pagesOf } from '../http/list.ts';
import { route } from '../http/route.ts';
import { listThinTenders } from './listThinTenders.ts';
import { showExposure } from './showExposure.ts';
import { showFeasibility } from './showFeasibility.ts';
import { showReplay } from './showReplay.ts';

/** Each reads a year of the network or plays it anew; nobody needs that more often. */
const limits = [{ by: 'person' as const, points: 60, seconds: 300 }];

/** How work spreads in the network, for those who run it: from tenders, profiles, matches and mails, never from bids. */
export const networkReportRoutes = [
  route({
    method: 'GET',
    path: '/network/exposure',
    summary: 'Show how attention in mails was shared out among co-ops',
    access: 'coordinator',
    limits,
    query: z.strictObject({ days: z.enum(reportDays).default('365'), page }),
    reply: exposureView,
    handle: ({ query, now }) => showExposure(after(now, -days(Number(query.days))), query.page),
  }),
  route({
    method: 'GET',
    path: '/network/replay',
    summary: 'Play the last 200 tenders under another λ',
    access: 'coordinator',
    limits,
    query: z.strictObject({ lambda: z.coerce.number().pipe(lambda).optional() }),
    reply: replayView,
    handle: ({ query }) => showReplay(query.lambda),
  }),
  route({
    method: 'GET',
    path: '/network/thin-tenders',
    summary: 'List open tenders with requirements that nobody or only one co-op covers',
    access: 'coordinator',
    limits,
    query: z.strictObject({ page }),
    reply: pagesOf(thinTenderView),
    handle: async ({ query, now }) => ({
      ...(await listThinTenders(query.page, now)),
      page: query.page,
      pageSize: PAGE_SIZE,
    }),
  }),
  route({
    method: 'GET',
    path: '/network/thin-tenders/:tenderId',
    summary: 'Show what would make an open tender possible',
    access: 'coordinator',
    limits,
    params: z.strictObject({ tenderId: id }),
    reply: feasibilityView,
    handle: ({ params, now }) => showFeasibility(params.tenderId, now),
  }),
];
