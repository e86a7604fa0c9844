import { z } from 'zod';
import { id } from '@cobid/domain/ids.ts';
import {
  meView,
  personInput,
  sessionView,
  signInByCode,
  signInByLink,
  signInRequest,
} from '@cobid/domain/person/schema.ts';
import { not } from '@cobid/platform/mongo/filter.ts';
import { rescheduleDigests } from '@cobid/platform/mongo/models/mailSettings.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { sessions } from '@cobid/platform/mongo/models/session.ts';
import { listOf } from '../http/list.ts';
import { meOf, meOfPerson } from '../http/meView.ts';
import { refusal } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { sessionCookie } from '../http/session.ts';
import { withoutUndefined } from '../http/withoutUndefined.ts';
import { signInWithCode, signInWithLink } from './completeSignIn.ts';
import { requestSignIn } from './requestSignIn.ts';
import { sessionViewOf } from './sessionView.ts';

const QUARTER = 15 * 60;
const signedIn = z.object({ me: meView, next: z.string(), tenderId: id.nullable() });

/** Signing in and out, the signed-in person, and their sessions. */
export const sessionRoutes = [
  route({
    method: 'POST',
    path: '/sign-in',
    summary: 'Send a mail with a link and a code to sign in',
    access: 'public',
    limits: [
      { by: 'ip', points: 30, seconds: QUARTER },
      { by: 'email', points: 5, seconds: QUARTER },
    ],
    body: signInRequest,
    reply: z.object({ sentTo: z.string() }),
    status: 202,
    handle: ({ body, ...call }) => requestSignIn(body, call),
  }),
  route({
    method: 'POST',
    path: '/sign-in/link',
    summary: 'Sign in by the link of a mail',
    access: 'public',
    limits: [{ by: 'ip', points: 60, seconds: QUARTER }],
    body: signInByLink,
    reply: signedIn,
    handle: ({ body, ...call }) => signInWithLink(body.token, call),
  }),
  route({
    method: 'POST',
    path: '/sign-in/code',
    summary: 'Sign in by the code of a mail',
    access: 'public',
    limits: [
      { by: 'ip', points: 30, seconds: QUARTER },
      { by: 'email', points: 10, seconds: QUARTER },
    ],
    body: signInByCode,
    reply: signedIn,
    handle: ({ body, ...call }) => signInWithCode(body.email, body.code, call),
  }),
  route({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out of this browser',
    access: 'public',
    reply: null,
    handle: async ({ session, services, setHeader }) => {
      if (session !== null) await sessions.remove({ id: session.id });
      setHeader('Set-Cookie', sessionCookie(services.config, null));
    },
  }),
  route({
    method: 'GET',
    path: '/me',
    summary: 'Show who is signed in',
    access: 'public',
    reply: meView,
    handle: ({ actor, services }) => meOf(actor, services.config),
  }),
  route({
    method: 'PATCH',
    path: '/me',
    summary: 'Change own name, time zone or language of mails',
    access: 'person',
    body: personInput,
    reply: meView,
    handle: async ({ actor, body, now, services }) => {
      const { zone } = body;
      const set = withoutUndefined(body);
      if (Object.keys(set).length > 0) await people.change({ id: actor.personId }, { set });
      if (zone !== undefined) await rescheduleDigests({ id: actor.personId, zone }, now);
      return meOf(actor, services.config);
    },
  }),
  route({
    method: 'PUT',
    path: '/me/acting-for',
    summary: 'Choose the organisation to act for',
    access: 'person',
    body: z.strictObject({ organisationId: id }),
    reply: meView,
    handle: async ({ actor, body, session, services }) => {
      const { organisationId } = body;
      const membership = await memberships.findOne({ personId: actor.personId, organisationId });
      if (membership === null) throw refusal('needs_member');
      if (session !== null) await sessions.change({ id: session.id }, { set: { actingFor: organisationId } });
      return meOfPerson(actor.personId, organisationId, services.config);
    },
  }),
  route({
    method: 'GET',
    path: '/me/sessions',
    summary: 'List own sessions',
    access: 'person',
    reply: listOf(sessionView),
    handle: async ({ actor, session }) => {
      const held = await sessions.find(
        { personId: actor.personId },
        { sort: { lastSeenAt: -1 }, limit: 100 },
      );
      return { items: held.map((each) => sessionViewOf(each, session?.id)) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    summary: 'End one of own sessions',
    access: 'person',
    params: z.strictObject({ sessionId: id }),
    reply: null,
    handle: async ({ actor, params }) => {
      const ended = await sessions.remove({ id: params.sessionId, personId: actor.personId });
      if (ended === 0) throw refusal('not_found');
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions',
    summary: 'End all own sessions but this one',
    access: 'person',
    reply: null,
    handle: async ({ actor, session }) => {
      await sessions.remove({ personId: actor.personId, id: not(session?.id ?? '') });
    },
  }),
];
