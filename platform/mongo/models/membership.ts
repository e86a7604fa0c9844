import type { Role } from '@cobid/domain/person/schema.ts';
import { collection } from '../collection.ts';
import { oneOf } from '../filter.ts';
import { moment, text } from '../types.ts';
import { people } from './person.ts';
import type { PersonRecord } from './person.ts';

/** A person's place in an organisation. */
export interface MembershipRecord {
  id: string;
  personId: string;
  organisationId: string;
  role: Role;
  joinedAt: Date;
}

export const memberships = collection<MembershipRecord>(
  'memberships',
  { personId: text, organisationId: text, role: text, joinedAt: moment },
  [{ keys: { personId: 1, organisationId: 1 }, unique: true }, { keys: { organisationId: 1, role: 1 } }],
);

/** Roles that may bind an organisation: they get the mails that ask for a decision. */
const BINDING: readonly Role[] = ['steward', 'bidder'];

/** The bidders and stewards of organisations, each with their person. */
export async function bindersOf(
  organisationIds: readonly string[],
): Promise<{ organisationId: string; role: Role; person: PersonRecord }[]> {
  if (organisationIds.length === 0) return [];
  const held = await memberships.find({ organisationId: oneOf(organisationIds), role: oneOf(BINDING) });
  const found = await people.findByIds(held.map((membership) => membership.personId));
  const byId = new Map(found.map((person) => [person.id, person]));
  return held.flatMap(({ organisationId, role, personId }) => {
    const person = byId.get(personId);
    return person === undefined ? [] : [{ organisationId, role, person }];
  });
}
