import { parseCookie, stringifySetCookie } from 'cookie';
import type { Actor } from '@cobid/domain/actor.ts';
import { id } from '@cobid/domain/ids.ts';
import { after, days, minutes } from '@cobid/platform/clock.ts';
import type { Config } from '@cobid/platform/config.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { isCoordinator } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { findSession, sessions } from '@cobid/platform/mongo/models/session.ts';
import type { SessionRecord } from '@cobid/platform/mongo/models/session.ts';
import { hashToken } from '@cobid/platform/tokens.ts';

/** A session ends after so long without a visit. */
export const SESSION_MS = days(30);
/** `lastSeenAt` is written at most this often, so that reading does not write. */
const SEEN_EVERY_MS = minutes(5);

/** The `__Host-` prefix makes browsers insist on a secure cookie of exactly this host; plain http has none. */
function cookieName(config: Config): string {
  return isSecure(config) ? '__Host-cobid' : 'cobid-session';
}

const isSecure = (config: Config) => config.APP_URL.startsWith('https:');

/** Set-Cookie header that signs the browser in, or out when `token` is null. */
export function sessionCookie(config: Config, token: string | null): string {
  return stringifySetCookie({
    name: cookieName(config),
    value: token ?? '',
    httpOnly: true,
    secure: isSecure(config),
    sameSite: 'lax',
    path: '/',
    maxAge: token === null ? 0 : SESSION_MS / 1000,
  });
}

/** Who sends a request: the cookie's session, and the organisation that the header or the session names. */
export async function resolveActor(
  request: { cookie: string | undefined; actingFor: string | undefined },
  context: { config: Config; now: Date },
): Promise<{ actor: Actor; session: SessionRecord | null }> {
  const nobody = {
    actor: { personId: null, isOperator: false, isCoordinator: false, acting: null },
    session: null,
  };
  const token = parseCookie(request.cookie ?? '')[cookieName(context.config)];
  if (token === undefined || token === '') return nobody;
  const session = await findSession(hashToken(token), context.now);
  if (session === null) return nobody;
  const wanted = id.safeParse(request.actingFor).data ?? session.actingFor;
  const [person, acting, runsNetwork] = await Promise.all([
    people.findById(session.personId),
    wanted === null ? null : findActing(session.personId, wanted),
    isCoordinator(session.personId),
    touch(session, context.now),
  ]);
  if (person === null) return nobody;
  const isOperator = context.config.OPERATOR_EMAILS.includes(person.email);
  return { actor: { personId: person.id, isOperator, isCoordinator: runsNetwork, acting }, session };
}

async function findActing(personId: string, organisationId: string): Promise<Actor['acting']> {
  const [membership, organisation] = await Promise.all([
    memberships.findOne({ personId, organisationId }),
    organisations.findById(organisationId),
  ]);
  if (membership === null || organisation === null) return null;
  const { isCoop, isClient } = organisation;
  return { organisationId, isCoop, isClient, role: membership.role };
}

async function touch(session: SessionRecord, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < SEEN_EVERY_MS) return;
  await sessions.change({ id: session.id }, { set: { lastSeenAt: now, expiresAt: after(now, SESSION_MS) } });
}
