import { nextDelivery } from '@cobid/domain/mail/deliveryTime.ts';
import { mailRules } from '@cobid/domain/mail/rules.ts';
import { mailSettingsOf } from '@cobid/platform/mongo/models/mailSettings.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';

/** What a person's settings say of a mail to them: send it, wait until a moment, or not at all and why. */
export type SettingsSay = { say: 'send' } | { say: 'wait'; until: Date } | { say: 'no'; because: string };

const send = { say: 'send' } as const;

/**
 * Asked before each mail is written, whoever wanted it. Those whose frequency decides ask when they are composed: an
 * urgent tender may come in the quiet hours, and digests are composed by many.
 */
export async function settingsSay({ kind, personId }: DeliveryRecord, now: Date): Promise<SettingsSay> {
  const { control, isHeld } = mailRules[kind];
  if (personId === null || control === 'frequency' || (!isHeld && control !== 'switch')) return send;
  const network = await mainNetwork();
  const [person, settingsOf] = await Promise.all([
    people.findById(personId),
    mailSettingsOf([personId], network.id),
  ]);
  if (person === null) return send;
  const settings = settingsOf(personId);
  if (settings.switchedOff.includes(kind))
    return { say: 'no', because: 'You have switched these mails off.' };
  if (!isHeld) return send;
  // A pause is one from tenders; what happens to one's own bids goes on.
  const hours = kind === 'opportunityPassedOn' ? settings : { ...settings, pausedUntil: null, holidays: [] };
  const until = nextDelivery(hours, person.zone, now);
  return until > now ? { say: 'wait', until } : send;
}
