import type { Role } from '@cobid/domain/person/schema.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { upTo } from '@cobid/platform/mongo/filter.ts';
import { colleagueInvitations } from '@cobid/platform/mongo/models/colleagueInvitation.ts';
import { wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { derivedToken, hashToken } from '@cobid/platform/tokens.ts';
import { refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';

const OPEN_MS = days(14);

/** Invites somebody by mail to join an organisation; one open invitation for each mailbox. */
export async function inviteColleague(
  invited: { organisationId: string; email: string; role: Role; by: string },
  { now, services }: { now: Date; services: Services },
): Promise<{ id: string }> {
  const { organisationId, email, role, by } = invited;
  await refuseMember(organisationId, email);
  // Those that nobody took in time no longer stand in the way of a new one.
  await colleagueInvitations.changeMany(
    { organisationId, email, isOpen: true, expiresAt: upTo(now) },
    { unset: ['isOpen'] },
  );
  const id = newId();
  const invitation = await colleagueInvitations.insertIfNew({
    id,
    organisationId,
    email,
    role,
    tokenHash: hashToken(derivedToken(services.config.COBID_SECRET, 'colleague-invitation', id)),
    invitedBy: by,
    invitedAt: now,
    expiresAt: after(now, OPEN_MS),
    acceptedAt: null,
    isOpen: true,
  });
  if (invitation === null) {
    const detail = 'This address has been invited already. Take that invitation back first to send another.';
    throw refusal('already_exists', { detail });
  }
  const refs = { organisationId, colleagueInvitationId: id };
  const wanted = await wantDeliveries(
    [{ key: `colleagueInvited:${id}`, kind: 'colleagueInvited', personId: null, email, refs }],
    now,
  );
  await services.queues.nudgeAll(
    'sendDelivery',
    wanted.map((deliveryId) => ({ deliveryId })),
  );
  return { id };
}

async function refuseMember(organisationId: string, email: string): Promise<void> {
  const person = await people.findOne({ email });
  if (person === null) return;
  const membership = await memberships.findOne({ personId: person.id, organisationId });
  if (membership !== null) throw refusal('already_exists', { detail: 'This person is a colleague already.' });
}
