import { z } from 'zod';
import { id } from '@cobid/domain/ids.ts';
import {
  colleagueInvitationInput,
  colleaguesView,
  organisationChange,
  organisationInput,
  organisationRef,
  organisationView,
  roleChange,
} from '@cobid/domain/organisation/schema.ts';
import { meView, role } from '@cobid/domain/person/schema.ts';
import { colleagueInvitations } from '@cobid/platform/mongo/models/colleagueInvitation.ts';
import { sessions } from '@cobid/platform/mongo/models/session.ts';
import { refusal } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { changeRole, removeColleague } from './changeColleague.ts';
import { changeOrganisation } from './changeOrganisation.ts';
import { colleaguesViewOf } from './colleaguesView.ts';
import { createOrganisation } from './createOrganisation.ts';
import { ensureRole } from './ensureRole.ts';
import { inviteColleague } from './inviteColleague.ts';
import { joinOrganisation, showColleagueInvitation } from './joinOrganisation.ts';
import { organisationViewOf } from './organisationView.ts';

const HOUR = 3600;
const ofOrganisation = z.strictObject({ organisationId: id });
const ofColleague = z.strictObject({ organisationId: id, personId: id });
const ofToken = z.strictObject({ token: z.string().min(20).max(100) });

/** Organisations, the people in them, and how one joins. */
export const organisationRoutes = [
  route({
    method: 'POST',
    path: '/organisations',
    summary: 'Create an organisation and become its steward',
    access: 'person',
    limits: [{ by: 'person', points: 20, seconds: HOUR }],
    body: organisationInput,
    reply: organisationView,
    status: 201,
    handle: async ({ actor, body, now, session }) => {
      const made = await createOrganisation(body, actor.personId, now);
      if (session !== null) await sessions.change({ id: session.id }, { set: { actingFor: made.id } });
      return organisationViewOf(made);
    },
  }),
  route({
    method: 'GET',
    path: '/organisations/:organisationId',
    summary: 'Show an own organisation',
    access: 'person',
    params: ofOrganisation,
    reply: organisationView,
    handle: async ({ actor, params }) => {
      const { organisation } = await ensureRole({ ...params, personId: actor.personId }, 'member');
      return organisationViewOf(organisation);
    },
  }),
  route({
    method: 'PATCH',
    path: '/organisations/:organisationId',
    summary: 'Change what an organisation says about itself',
    access: 'person',
    params: ofOrganisation,
    body: organisationChange,
    reply: organisationView,
    handle: async ({ actor, params, body }) => {
      const { organisation } = await ensureRole({ ...params, personId: actor.personId }, 'steward');
      return organisationViewOf(await changeOrganisation(organisation, body));
    },
  }),
  route({
    method: 'GET',
    path: '/organisations/:organisationId/colleagues',
    summary: 'List the people of an organisation and who is invited',
    access: 'person',
    params: ofOrganisation,
    reply: colleaguesView,
    handle: async ({ actor, params, now }) => {
      await ensureRole({ ...params, personId: actor.personId }, 'member');
      return colleaguesViewOf(params.organisationId, now);
    },
  }),
  route({
    method: 'POST',
    path: '/organisations/:organisationId/colleague-invitations',
    summary: 'Invite a colleague by mail',
    access: 'person',
    limits: [
      { by: 'person', points: 50, seconds: HOUR },
      { by: 'email', points: 5, seconds: HOUR },
    ],
    params: ofOrganisation,
    body: colleagueInvitationInput,
    reply: z.object({ id }),
    status: 201,
    handle: async ({ actor, params, body, now, services }) => {
      await ensureRole({ ...params, personId: actor.personId }, 'steward');
      return inviteColleague({ ...params, ...body, by: actor.personId }, { now, services });
    },
  }),
  route({
    method: 'DELETE',
    path: '/organisations/:organisationId/colleague-invitations/:invitationId',
    summary: 'Take an invitation back',
    access: 'person',
    params: ofOrganisation.extend({ invitationId: id }),
    reply: null,
    handle: async ({ actor, params }) => {
      const { organisationId, invitationId } = params;
      await ensureRole({ organisationId, personId: actor.personId }, 'steward');
      const closed = await colleagueInvitations.change(
        { id: invitationId, organisationId, isOpen: true },
        { unset: ['isOpen'] },
      );
      if (closed === null) throw refusal('not_found');
    },
  }),
  route({
    method: 'PUT',
    path: '/organisations/:organisationId/colleagues/:personId',
    summary: 'Give a colleague another role',
    access: 'person',
    params: ofColleague,
    body: roleChange,
    reply: colleaguesView,
    handle: async ({ actor, params, body, now }) => {
      await ensureRole({ organisationId: params.organisationId, personId: actor.personId }, 'steward');
      await changeRole(params, body.role);
      return colleaguesViewOf(params.organisationId, now);
    },
  }),
  route({
    method: 'DELETE',
    path: '/organisations/:organisationId/colleagues/:personId',
    summary: 'Take a colleague out, or leave',
    access: 'person',
    params: ofColleague,
    reply: null,
    handle: async ({ actor, params }) => {
      const isOneself = params.personId === actor.personId;
      await ensureRole(
        { organisationId: params.organisationId, personId: actor.personId },
        isOneself ? 'member' : 'steward',
      );
      await removeColleague(params);
    },
  }),
  route({
    method: 'GET',
    path: '/colleague-invitations/:token',
    summary: 'Show an invitation to join',
    access: 'public',
    limits: [{ by: 'ip', points: 120, seconds: HOUR }],
    params: ofToken,
    reply: z.object({ organisation: organisationRef, role, email: z.string(), isUsed: z.boolean() }),
    handle: ({ params, now }) => showColleagueInvitation(params.token, now),
  }),
  route({
    method: 'POST',
    path: '/colleague-invitations/:token/accept',
    summary: 'Join the organisation and sign in',
    access: 'public',
    limits: [{ by: 'ip', points: 60, seconds: HOUR }],
    params: ofToken,
    reply: z.object({ me: meView }),
    handle: ({ params, ...call }) => joinOrganisation(params.token, call),
  }),
];
