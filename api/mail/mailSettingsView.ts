import type { MailSettingsView } from '@cobid/domain/mail/settings.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { stopInWords } from '@cobid/domain/mail/stopInWords.ts';
import { settingInWords } from '@cobid/domain/mail/settingInWords.ts';
import { nextDigest } from '@cobid/domain/mail/nextDigest.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { stopOf } from '@cobid/platform/mongo/models/suppression.ts';
import { found } from '../http/problem.ts';

/** What a person gets by mail from the main network, and what of that counts now. */
export async function showMailSettings(personId: string, now: Date): Promise<MailSettingsView> {
  const network = await mainNetwork();
  const [person, stored, held] = await Promise.all([
    people.findById(personId),
    mailSettings.findOne({ personId, networkId: network.id }),
    memberships.find({ personId, role: oneOf(['steward', 'bidder']) }),
  ]);
  const { zone, email } = found(person);
  const stop = await stopOf(email);
  const settings = stored?.settings ?? usualSettings;
  return {
    ...settings,
    version: stored?.version ?? 1,
    zone,
    sentence: stop === null ? settingInWords(settings, zone, now) : stopInWords[stop],
    nextDigestAt: stop === null ? (nextDigest(settings, zone, now)?.toISOString() ?? null) : null,
    stop,
    coops: await coopsOf(held.map(({ organisationId }) => organisationId)),
  };
}

async function coopsOf(ids: readonly string[]): Promise<MailSettingsView['coops']> {
  const coops = await organisations.find(
    { id: oneOf(ids), isCoop: true },
    { sort: { nameFolded: 1 }, without: ['profile', 'searchWords', 'about'] },
  );
  return coops.map(({ id, name, slug }) => ({ id, name, slug }));
}
