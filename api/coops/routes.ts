import { z } from 'zod';
import { coopCard, coopProfileChange, ownProfileView, publicCoopView } from '@cobid/domain/coop/schema.ts';
import { slug } from '@cobid/domain/ids.ts';
import { country } from '@cobid/domain/organisation/schema.ts';
import { line } from '@cobid/domain/text.ts';
import { findCoop, findCoopBySlug } from '@cobid/platform/mongo/models/organisation.ts';
import { page, pagesOf } from '../http/list.ts';
import { found } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { changeProfile } from './changeProfile.ts';
import { ownProfileViewOf, publicCoopViewOf } from './coopView.ts';
import { listCoops } from './listCoops.ts';

/** Co-ops as the public sees them, and the skill profile as their own people do. */
export const coopRoutes = [
  route({
    method: 'GET',
    path: '/coops',
    summary: 'List co-ops',
    access: 'public',
    query: z.strictObject({
      query: line(100).default(''),
      skill: slug.optional(),
      country: country.optional(),
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/, 'is a language code, such as es')
        .optional(),
      page,
    }),
    reply: pagesOf(coopCard),
    handle: ({ query }) => listCoops(query),
  }),
  route({
    method: 'GET',
    path: '/coops/:slug',
    summary: 'Show a co-op',
    access: 'public',
    params: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/) }),
    reply: publicCoopView,
    handle: async ({ params }) => publicCoopViewOf(found(await findCoopBySlug(params.slug))),
  }),
  route({
    method: 'GET',
    path: '/profile',
    summary: 'Show the skill profile of the co-op one acts for',
    access: { acting: 'coop', role: 'member' },
    reply: ownProfileView,
    handle: async ({ actor }) => ownProfileViewOf(found(await findCoop(actor.acting.organisationId))),
  }),
  route({
    method: 'PATCH',
    path: '/profile',
    summary: 'Change the skill profile',
    access: { acting: 'coop', role: 'member' },
    body: coopProfileChange,
    reply: ownProfileView,
    handle: async ({ actor, body, services, now }) =>
      ownProfileViewOf(
        await changeProfile(actor.acting.organisationId, body, { queues: services.queues, now }),
      ),
  }),
];
