import type { Actor } from '@cobid/domain/actor.ts';
import type { MembershipView, MeView } from '@cobid/domain/person/schema.ts';
import type { Config } from '@cobid/platform/config.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { isCoordinator } from '@cobid/platform/mongo/models/network.ts';
import { organisationsById } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';

/** What a visitor sees of themself. */
const nobody: MeView = { person: null, memberships: [], actingFor: null };

/** What the actor sees of themself: the person, their organisations, and the one that they act for now. */
export function meOf(actor: Actor, config: Config): Promise<MeView> {
  return meOfPerson(actor.personId, actor.acting?.organisationId ?? null, config);
}

/** The same for a person who has just signed in. */
export async function meOfPerson(
  personId: string | null,
  actingFor: string | null,
  config: Config,
): Promise<MeView> {
  const person = personId === null ? null : await people.findById(personId);
  if (person === null) return nobody;
  const { id, email, name, zone, language } = person;
  const [held, runsNetwork] = await Promise.all([membershipViews(id), isCoordinator(id)]);
  return {
    person: {
      id,
      email,
      name,
      zone,
      language,
      isOperator: config.OPERATOR_EMAILS.includes(email),
      isCoordinator: runsNetwork,
    },
    memberships: held,
    actingFor: held.find((membership) => membership.organisationId === actingFor) ?? null,
  };
}

async function membershipViews(personId: string): Promise<MembershipView[]> {
  const held = await memberships.find({ personId }, { sort: { joinedAt: 1, id: 1 } });
  const organisations = await organisationsById(held.map((membership) => membership.organisationId));
  return held.flatMap(({ organisationId, role }) => {
    const organisation = organisations.get(organisationId);
    if (organisation === undefined) return [];
    const { name, slug, isCoop, isClient } = organisation;
    return [{ organisationId, name, slug, isCoop, isClient, role }];
  });
}
