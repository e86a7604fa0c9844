import type { ColleaguesView } from '@cobid/domain/organisation/schema.ts';
import { after } from '@cobid/platform/mongo/filter.ts';
import { colleagueInvitations } from '@cobid/platform/mongo/models/colleagueInvitation.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';

/** The people of an organisation and who is invited, as its members see them. */
export async function colleaguesViewOf(organisationId: string, now: Date): Promise<ColleaguesView> {
  const [held, open] = await Promise.all([
    memberships.find({ organisationId }, { sort: { joinedAt: 1, id: 1 } }),
    colleagueInvitations.find(
      { organisationId, isOpen: true, expiresAt: after(now) },
      { sort: { invitedAt: 1, id: 1 } },
    ),
  ]);
  const found = await people.findByIds(held.map((membership) => membership.personId));
  const byId = new Map(found.map((person) => [person.id, person]));
  return {
    people: held.flatMap(({ personId, role, joinedAt }) => {
      const person = byId.get(personId);
      if (person === undefined) return [];
      return [{ personId, name: person.name, email: person.email, role, joinedAt: joinedAt.toISOString() }];
    }),
    invitations: open.map(({ id, email, role, invitedAt, expiresAt }) => ({
      id,
      email,
      role,
      invitedAt: invitedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}
