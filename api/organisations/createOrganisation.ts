import { randomInt } from 'node:crypto';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { OrganisationInput } from '@cobid/domain/organisation/schema.ts';
import { fold } from '@cobid/domain/text.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations, organisationWords } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';

/** Creates an organisation whose first steward is its creator. */
export async function createOrganisation(
  input: OrganisationInput,
  personId: string,
  now: Date,
): Promise<OrganisationRecord> {
  const { kind, ...fields } = input;
  const id = newId();
  // The steward first: if we stop in between, a membership of nothing is seen by nobody, but an organisation
  // without a steward would be seen by everybody and managed by no one.
  const steward = await memberships.insert({ personId, organisationId: id, role: 'steward', joinedAt: now });
  try {
    return await insertWithFreeSlug({
      ...fields,
      id,
      nameFolded: fold(fields.name),
      isCoop: kind !== 'client',
      isClient: kind !== 'coop',
      searchWords: organisationWords(fields, []),
      version: 1,
      profile: kind === 'client' ? null : emptyProfile,
      profileVersion: 1,
      profileChangedAt: now,
      createdAt: now,
      createdBy: personId,
    });
  } catch (error) {
    await memberships.remove({ id: steward.id }).catch(() => undefined);
    throw error;
  }
}

async function insertWithFreeSlug(record: Omit<OrganisationRecord, 'slug'>): Promise<OrganisationRecord> {
  const slug = slugOf(record.name);
  for (const candidate of [slug, `${slug}-${record.country.toLowerCase()}`]) {
    const made = await organisations.insertIfNew({ ...record, slug: candidate });
    if (made !== null) return made;
  }
  return organisations.insert({ ...record, slug: `${slug}-${randomInt(100_000, 1_000_000)}` });
}

/** The name for web addresses: lower-case letters and digits joined by hyphens. */
function slugOf(name: string): string {
  const words = fold(name).match(/[a-z0-9]+/g) ?? ['organisation'];
  return words.join('-').slice(0, 60).replace(/-$/, '');
}
