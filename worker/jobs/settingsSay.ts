import { nextDelivery } from '@cobid/domain/mail/deliveryTime.ts';
import { mailRules } from '@cobid/domain/mail/rules.ts';
import { mailSettingsOf } from '@cobid/platform/mongo/models/mailSettings.ts';
import type { DeliveryRecord, Settlement } from '@cobid/platform/mongo/models/delivery.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { waitUntil } from './settlement.ts';

/**
 * What their readers' settings say of mails: how one ends without being sent (it waits, or does not come at all), or
 * null. Asked before each mail is written, whoever wanted it. Those whose frequency decides ask when they are
 * composed: an urgent tender may come in the quiet hours, and digests are composed by many.
 */
export async function settingsSayOf(
  deliveries: readonly DeliveryRecord[],
  now: Date,
): Promise<(delivery: DeliveryRecord) => Settlement | null> {
  const personIds = deliveries.filter(isAsked).flatMap(({ personId }) => personId ?? []);
  if (personIds.length === 0) return () => null;
  const network = await mainNetwork();
  const [found, settingsOf] = await Promise.all([
    people.findByIds(personIds),
    mailSettingsOf(personIds, network.id),
  ]);
  const personById = new Map<string | null, (typeof found)[number]>(
    found.map((person) => [person.id, person]),
  );
  return (delivery) => {
    const { kind } = delivery;
    const person = personById.get(delivery.personId);
    if (person === undefined || !isAsked(delivery)) return null;
    const settings = settingsOf(person.id);
    if (settings.switchedOff.includes(kind)) {
      return { state: 'suppressed', lastError: 'You have switched these mails off.' };
    }
    if (!mailRules[kind].isHeld) return null;
    // A pause is one from tenders; what happens to one's own bids goes on.
    const hours =
      kind === 'opportunityPassedOn' ? settings : { ...settings, pausedUntil: null, holidays: [] };
    const until = nextDelivery(hours, person.zone, now);
    return until > now ? waitUntil(until, delivery) : null;
  };
}

function isAsked({ kind }: DeliveryRecord): boolean {
  const { control, isHeld } = mailRules[kind];
  return control !== 'frequency' && (isHeld || control === 'switch');
}
