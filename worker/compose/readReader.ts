import { paths } from '@cobid/domain/paths.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import type { Reader, ReadersOrganisation } from '../mail/wording.ts';
import { wordsIn } from '../mail/words/wordsIn.ts';
import { pageUrl } from './composer.ts';
import type { ComposeTools } from './composer.ts';

/** Who reads a mail, and the organisation that they may bind and that it concerns. */
export interface ReadBy {
  person: PersonRecord;
  reader: Reader;
  organisationId: string;
}

/**
 * The reader of a mail that concerns these organisations; the one that the delivery names comes first. Null for
 * somebody who has gone, or who may not bind any of them any more.
 */
export async function readReader(
  delivery: DeliveryRecord,
  organisationIds: readonly string[],
): Promise<ReadBy | null> {
  const { personId, refs } = delivery;
  if (personId === null) return null;
  const [person, held] = await Promise.all([
    people.findById(personId),
    memberships.find({
      personId,
      organisationId: oneOf(organisationIds),
      role: oneOf(['steward', 'bidder']),
    }),
  ]);
  const concerned = held.map(({ organisationId }) => organisationId);
  const organisationId =
    [refs.coopId, refs.organisationId].find((id) => id !== undefined && concerned.includes(id)) ??
    concerned[0];
  if (person === null || organisationId === undefined) return null;
  return { person, reader: readerOf(person), organisationId };
}

/**
 * The readers of mails by delivery, each with the co-op that the mail names; who has gone, or may not bind that co-op any
 * more, is not among them. Two reads for all.
 */
export async function readBinders(deliveries: readonly DeliveryRecord[]): Promise<Map<string, ReadBy>> {
  const personIds = deliveries.flatMap(({ personId }) => personId ?? []);
  const coopIds = deliveries.flatMap(({ refs }) => refs.coopId ?? []);
  const [found, held] = await Promise.all([
    people.findByIds(personIds),
    memberships.find({
      personId: oneOf([...new Set(personIds)]),
      organisationId: oneOf([...new Set(coopIds)]),
      role: oneOf(['steward', 'bidder']),
    }),
  ]);
  const personById = new Map(found.map((person) => [person.id, person]));
  const binds = new Set(held.map(({ personId, organisationId }) => `${personId} ${organisationId}`));
  const readers = new Map<string, ReadBy>();
  for (const { id, personId, refs } of deliveries) {
    const person = personById.get(personId ?? '');
    const organisationId = refs.coopId ?? '';
    if (person === undefined || !binds.has(`${person.id} ${organisationId}`)) continue;
    readers.set(id, { person, reader: readerOf(person), organisationId });
  }
  return readers;
}

/** A person as the reader of a mail. */
export function readerOf({ name, zone, language }: PersonRecord): Reader {
  return { name, zone, language };
}

/** Organisations by id, without the large parts of their profiles. */
export async function readOrganisations(
  ids: readonly (string | null)[],
): Promise<Map<string, OrganisationRecord>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const found = await organisations.find(
    { id: oneOf(known) },
    { without: ['profile.skills', 'profile.projects', 'searchWords', 'about'] },
  );
  return new Map(found.map((organisation) => [organisation.id, organisation]));
}

/** An organisation that has gone is still spoken of, in the reader's language. */
export function nameOf(
  organisations_: ReadonlyMap<string, OrganisationRecord>,
  id: string | null,
  { language }: Pick<Reader, 'language'>,
): string {
  const known = id === null ? undefined : organisations_.get(id);
  return known?.name ?? wordsIn(language).general.goneOrganisation;
}

/** The reader's organisation as the footer names it. */
export function readersOrganisation(
  organisations_: ReadonlyMap<string, OrganisationRecord>,
  { organisationId, reader }: ReadBy,
  tools: ComposeTools,
): ReadersOrganisation {
  return {
    name: nameOf(organisations_, organisationId, reader),
    url: pageUrl(tools, paths.organisation(organisationId)),
  };
}
