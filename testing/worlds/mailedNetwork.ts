import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';

/** Everything at once, day and night. */
const atOnce: MailSettings = {
  ...usualSettings,
  frequency: 'instant',
  mostInstantAWeek: 50,
  deliveryDays: [1, 2, 3, 4, 5, 6, 7],
  deliveryFrom: 0,
  deliveryTo: 24,
  isUrgentWelcome: true,
};

/**
 * Stores so many co-ops that hold a skill, each with one steward, who wants every tender by mail at once unless said
 * otherwise. `from` is the number of the first, for those who store them by parts.
 */
export async function storeMailedNetwork(
  count: number,
  skill: string,
  now: Date,
  {
    settings = atOnce,
    nextDigestAt = null,
    from = 0,
  }: { settings?: MailSettings; nextDigestAt?: Date | null; from?: number } = {},
): Promise<void> {
  const { id: networkId } = await mainNetwork();
  const numbers = Array.from({ length: count }, (_, at) => ({
    at: from + at,
    coopId: newId(),
    personId: newId(),
  }));
  const held = { skill, level: 4, people: 2, lastUsed: null, evidence: '', verifiedReferences: 2 };
  await organisations.insertMany(
    numbers.map(({ at, coopId, personId }) => ({
      id: coopId,
      slug: `coop-${at}`,
      name: `Co-op ${at}`,
      nameFolded: `co-op ${at}`,
      isCoop: true,
      isClient: false,
      country: 'ES',
      city: 'Bilbao',
      website: '',
      about: '',
      legalForm: '',
      bases: [],
      identifier: null,
      searchWords: [],
      version: 1,
      profile: { ...emptyProfile, skills: [held] },
      profileVersion: 1,
      createdAt: now,
      createdBy: personId,
    })),
  );
  await people.insertMany(
    numbers.map(({ at, personId }) => ({
      id: personId,
      email: `steward${at}@example.org`,
      name: `Person ${at}`,
      zone: 'Europe/Madrid',
      language: 'en' as const,
      createdAt: now,
    })),
  );
  await memberships.insertMany(
    numbers.map(({ coopId, personId }) => ({
      personId,
      organisationId: coopId,
      role: 'steward' as const,
      joinedAt: now,
    })),
  );
  await mailSettings.insertMany(
    numbers.map(({ personId }) => ({
      personId,
      networkId,
      settings,
      version: 1,
      nextDigestAt,
    })),
  );
}
