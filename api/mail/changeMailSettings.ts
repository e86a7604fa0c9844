import { mailSettings as mailSettingsSchema } from '@cobid/domain/mail/settings.ts';
import type { MailSettingsChange } from '@cobid/domain/mail/settings.ts';
import { nextDigest } from '@cobid/domain/mail/nextDigest.ts';
import { settingsProblems } from '@cobid/domain/mail/settingsProblems.ts';
import { ensureMailSettings, mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { found, invalid, refusal } from '../http/problem.ts';

/** Changes some of what a person gets by mail, on the version that they saw; the next digest is worked out anew. */
export async function changeMailSettings(
  personId: string,
  { version, ...given }: MailSettingsChange,
  now: Date,
): Promise<void> {
  const person = found(await people.findById(personId));
  const { id: networkId } = await mainNetwork();
  await ensureMailSettings([person], networkId, now);
  const stored = found(await mailSettings.findOne({ personId, networkId }));
  if (stored.version !== version) throw refusal('stale_version', { version: stored.version });
  const settings = mailSettingsSchema.parse({ ...stored.settings, ...given });
  const problems = settingsProblems(settings);
  if (problems.length > 0) throw invalid(problems);
  const changed = await mailSettings.change(
    { personId, networkId, version },
    { set: { settings, nextDigestAt: nextDigest(settings, person.zone, now) }, inc: { version: 1 } },
  );
  if (changed === null) throw refusal('stale_version');
}
