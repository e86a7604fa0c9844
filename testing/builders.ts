import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import type { Role } from '@cobid/domain/person/schema.ts';
import { emptyTender } from '@cobid/domain/tender/schema.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { fold } from '@cobid/domain/text.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import type { MembershipRecord } from '@cobid/platform/mongo/models/membership.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { organisationWords, organisations } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import { derivedFrom, tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { TEST_START } from './harness.ts';

let counter = 0;
const next = () => ++counter;

/** Of somebody who hears of all that may come at once, at any hour; what the usual settings do is tested for itself. */
export const eagerSettings: MailSettings = {
  ...usualSettings,
  frequency: 'instant',
  mostInstantAWeek: 50,
  deliveryDays: [1, 2, 3, 4, 5, 6, 7],
  deliveryFrom: 0,
  deliveryTo: 24,
};

/** Gives a person settings of their own. */
export async function buildMailSettings(
  person: Pick<PersonRecord, 'id'>,
  settings: Partial<MailSettings> = {},
  nextDigestAt: Date | null = null,
): Promise<void> {
  const { id: networkId } = await mainNetwork();
  await mailSettings.upsert(
    { personId: person.id, networkId },
    { set: { settings: { ...eagerSettings, ...settings }, version: 1, nextDigestAt } },
  );
}

/** A stored person with a name and a mailbox of their own, who hears of tenders at once. */
export async function buildPerson(overrides: Partial<PersonRecord> = {}): Promise<PersonRecord> {
  const number = next();
  const person = await people.insert({
    email: `person${number}@example.org`,
    name: `Person ${number}`,
    zone: 'Europe/Madrid',
    language: 'en',
    createdAt: new Date(TEST_START),
    ...overrides,
  });
  await buildMailSettings(person);
  return person;
}

/** A stored organisation, a co-op unless said otherwise. */
async function buildOrganisation(overrides: Partial<OrganisationRecord> = {}): Promise<OrganisationRecord> {
  const number = next();
  const name = overrides.name ?? `Organisation ${number}`;
  const isCoop = overrides.isCoop ?? true;
  return organisations.insert({
    slug: `organisation-${number}`,
    name,
    nameFolded: fold(name),
    isCoop,
    isClient: !isCoop,
    country: 'ES',
    city: 'Bilbao',
    website: '',
    about: '',
    legalForm: '',
    bases: [],
    identifier: null,
    searchWords: organisationWords(
      { name, city: overrides.city ?? 'Bilbao', about: overrides.about ?? '' },
      (overrides.profile?.skills ?? []).map((held) => skillLabel(held.skill)),
    ),
    version: 1,
    profile: isCoop ? emptyProfile : null,
    profileVersion: 1,
    createdAt: new Date(TEST_START),
    createdBy: newId(),
    ...overrides,
  });
}

/** A co-op with a steward (or another role) who may act for it. */
export async function buildCoop(
  overrides: Partial<OrganisationRecord> & { profile?: CoopProfile } = {},
  role: Role = 'steward',
): Promise<{ coop: OrganisationRecord; person: PersonRecord }> {
  const coop = await buildOrganisation(overrides);
  const person = await buildPerson();
  await buildMembership(person, coop, role);
  return { coop, person };
}

/** A client with a steward (or another role) who may act for it. */
export async function buildClient(
  overrides: Partial<OrganisationRecord> = {},
  role: Role = 'steward',
): Promise<{ client: OrganisationRecord; person: PersonRecord }> {
  const client = await buildOrganisation({ isCoop: false, isClient: true, profile: null, ...overrides });
  const person = await buildPerson();
  await buildMembership(person, client, role);
  return { client, person };
}

export function buildMembership(
  person: Pick<PersonRecord, 'id'>,
  organisation: Pick<OrganisationRecord, 'id'>,
  role: Role,
): Promise<MembershipRecord> {
  return memberships.insert({
    personId: person.id,
    organisationId: organisation.id,
    role,
    joinedAt: new Date(TEST_START),
  });
}

/** Content of a tender that can be published on the test's first day: deadline two weeks later. */
export const completeTender: TenderContent = {
  ...emptyTender,
  title: 'A booking site for shared bikes',
  summary: 'Residents book bikes from their phone; we need a site and the people to run it.',
  problem: 'Booking by telephone takes hours every day.',
  outcome: 'Residents book by themselves, day and night.',
  requirements: [
    {
      id: 'r1',
      skill: 'react',
      priority: 'must',
      level: 3,
      days: 20,
      certificate: null,
      language: null,
      note: '',
    },
  ],
  budget: { kind: 'band', minMinor: 20_000_00, maxMinor: 30_000_00 },
  zone: 'Europe/Madrid',
  questionsUntil: '2037-11-30T12:00:00Z',
  deadline: '2037-12-07T12:00:00Z',
  decisionBy: '2037-12-14',
  start: '2038-01-11',
  end: '2038-03-31',
  criteria: [{ id: 'c1', name: 'Quality', weight: 100, description: '' }],
};

/** A stored tender, an open one unless said otherwise; `deadline` follows the content. */
export function buildTender(overrides: Partial<TenderRecord> = {}): Promise<TenderRecord> {
  const content = overrides.content ?? completeTender;
  return tenders.insert({
    clientId: newId(),
    createdBy: newId(),
    state: 'open',
    version: 1,
    content,
    ...derivedFrom(content),
    publishedAt: new Date(TEST_START),
    createdAt: new Date(TEST_START),
    matching: null,
    closing: null,
    award: null,
    closingNote: null,
    events: [],
    ...overrides,
  });
}
