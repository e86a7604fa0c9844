import { after } from '@cobid/platform/clock.ts';
import type { Config } from '@cobid/platform/config.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import { sessions } from '@cobid/platform/mongo/models/session.ts';
import type { SessionRecord } from '@cobid/platform/mongo/models/session.ts';
import { hashToken, newToken } from '@cobid/platform/tokens.ts';
import { SESSION_MS, sessionCookie } from './session.ts';

/**
 * Signs a person in to this browser and ends the session that it had. Acts for the given organisation, else for the
 * one that the person joined first.
 */
export async function startSession(
  person: Pick<PersonRecord, 'id'>,
  call: {
    session: SessionRecord | null;
    device: string;
    now: Date;
    services: { config: Config };
    setHeader(name: string, value: string): void;
  },
  actingFor?: string,
): Promise<SessionRecord> {
  const { now, device } = call;
  const token = newToken();
  const session = await sessions.insert({
    tokenHash: hashToken(token),
    personId: person.id,
    actingFor: actingFor ?? (await firstOrganisation(person.id)),
    device,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: after(now, SESSION_MS),
  });
  if (call.session !== null) await sessions.remove({ id: call.session.id });
  call.setHeader('Set-Cookie', sessionCookie(call.services.config, token));
  return session;
}

async function firstOrganisation(personId: string): Promise<string | null> {
  const first = await memberships.findOne({ personId }, { sort: { joinedAt: 1, id: 1 } });
  return first?.organisationId ?? null;
}
