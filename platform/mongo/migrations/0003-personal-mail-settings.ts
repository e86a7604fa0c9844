import { nextDigest } from '@cobid/domain/mail/nextDigest.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { realClock } from '../../clock.ts';
import { oneOf } from '../filter.ts';
import { mailSettings } from '../models/mailSettings.ts';
import { memberships } from '../models/membership.ts';
import { mainNetwork } from '../models/network.ts';
import { organisations } from '../models/organisation.ts';
import { people } from '../models/person.ts';
import type { Migration } from './migration.ts';

/**
 * What a co-op wanted to hear of becomes a setting of each person who may answer for it. Who had chosen "only where we
 * meet every must" still hears of those at once; "no mails" stays; the others, who had chosen nothing, get the usual
 * weekly mail. May be repeated: settings that are there stay.
 */
export const personalMailSettings: Migration = {
  name: '0003-personal-mail-settings',
  run: () => makeSettings(realClock()),
};

async function makeSettings(now: Date): Promise<void> {
  const { id: networkId } = await mainNetwork();
  const coops = await organisations.find(
    { isCoop: true },
    { without: ['profile.skills', 'profile.projects', 'searchWords', 'about'] },
  );
  const wanted = new Map(coops.map(({ id, profile }) => [id, notificationOf(profile)]));
  const held = await memberships.find({
    organisationId: oneOf([...wanted.keys()]),
    role: oneOf(['steward', 'bidder']),
  });
  const byPerson = new Map<string, { coopId: string; wants: string }[]>();
  for (const { personId, organisationId } of held) {
    const wants = wanted.get(organisationId) ?? 'every';
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), { coopId: organisationId, wants }]);
  }
  const persons = await people.findByIds([...byPerson.keys()]);
  await mailSettings.insertNew(
    persons.map(({ id, zone }) => {
      const settings = settingsFrom(byPerson.get(id) ?? []);
      return { personId: id, networkId, settings, version: 1, nextDigestAt: nextDigest(settings, zone, now) };
    }),
  );
  await organisations.changeMany({ isCoop: true }, { unset: ['profile.notification'] });
}

/** The field that profiles had before. */
function notificationOf(profile: object | null): string {
  const { notification } = { notification: 'every', ...profile };
  return notification;
}

function settingsFrom(coops: readonly { coopId: string; wants: string }[]): MailSettings {
  const loud = coops.filter(({ wants }) => wants !== 'none');
  if (loud.length === 0) {
    return { ...usualSettings, frequency: 'off', switchedOff: ['opportunityPassedOn'] };
  }
  const silent = coops.filter(({ wants }) => wants === 'none');
  return {
    ...usualSettings,
    ...(loud.every(({ wants }) => wants === 'all_musts') ? { frequency: 'instant', scope: 'all_musts' } : {}),
    silentCoopIds: silent.map(({ coopId }) => coopId),
  };
}
