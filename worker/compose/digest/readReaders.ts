import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';

/** Whom a digest is for: the person, what they want, and the co-ops that they may answer for. */
export interface DigestReader {
  delivery: DeliveryRecord;
  person: PersonRecord;
  settings: MailSettings;
  organisationIds: string[];
}

/** The readers of digests by the digest's delivery; who has gone is not among them. Three reads for all. */
export async function readReaders(digests: readonly DeliveryRecord[]): Promise<Map<string, DigestReader>> {
  const personIds = digests.flatMap(({ personId }) => personId ?? []);
  const networkIds = [...new Set(digests.flatMap(({ refs }) => refs.networkId ?? []))];
  const [found, held, stored] = await Promise.all([
    people.findByIds(personIds),
    memberships.find({ personId: oneOf(personIds), role: oneOf(['steward', 'bidder']) }),
    mailSettings.find({ personId: oneOf(personIds), networkId: oneOf(networkIds) }),
  ]);
  const personById = new Map(found.map((person) => [person.id, person]));
  const settingsOf = new Map(stored.map((row) => [`${row.personId} ${row.networkId}`, row.settings]));
  const organisationsOf = new Map<string, string[]>();
  for (const { personId, organisationId } of held) {
    organisationsOf.set(personId, [...(organisationsOf.get(personId) ?? []), organisationId]);
  }
  const readers = new Map<string, DigestReader>();
  for (const delivery of digests) {
    const person = personById.get(delivery.personId ?? '');
    if (person === undefined) continue;
    const settings = settingsOf.get(`${person.id} ${delivery.refs.networkId ?? ''}`) ?? usualSettings;
    const organisationIds = organisationsOf.get(person.id) ?? [];
    readers.set(delivery.id, { delivery, person, settings, organisationIds });
  }
  return readers;
}
