import { languages } from '@cobid/domain/language.ts';
import type { Role } from '@cobid/domain/person/schema.ts';
import { fold } from '@cobid/domain/text.ts';
import type { MembershipRecord } from '@cobid/platform/mongo/models/membership.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import { exampleId } from './exampleId.ts';

const BIDDERS = 2;

/** A name in web and mail addresses: "Río Digital" is rio-digital. */
export function exampleSlug(name: string): string {
  return (fold(name).match(/[a-z0-9]+/g) ?? []).join('-');
}

export function organisationId(name: string): string {
  return exampleId('organisation', name);
}

export function personId(organisation: string, name: string): string {
  return exampleId('person', organisation, name);
}

/** Somebody's address: the first name at the organisation's example domain. */
export function emailOf(organisation: string, name: string): string {
  return `${exampleSlug(name.split(' ')[0] ?? name)}@${exampleSlug(organisation)}.example`;
}

function roleAt(place: number): Role {
  if (place === 0) return 'steward';
  return place <= BIDDERS ? 'bidder' : 'member';
}

/** The people of an organisation with their memberships: a steward, up to two bidders, then members. */
export function peopleOf(
  organisation: { name: string; people: readonly string[] },
  zone: string,
  joinedAt: Date,
): { people: PersonRecord[]; memberships: MembershipRecord[] } {
  const people = organisation.people.map((name) => ({
    id: personId(organisation.name, name),
    email: emailOf(organisation.name, name),
    name,
    zone,
    language: languages[0],
    createdAt: joinedAt,
  }));
  const memberships = people.map((person, place) => ({
    id: exampleId('membership', person.id),
    personId: person.id,
    organisationId: organisationId(organisation.name),
    role: roleAt(place),
    joinedAt,
  }));
  return { people, memberships };
}
