import { awayOn, localTime, nextDelivery } from './deliveryTime.ts';
import { nextDigest } from './nextDigest.ts';
import type { MailSettings } from './settings.ts';

const HOUR_MS = 3_600_000;
/** A deadline this close is a reason to write at once (domain rules, section 5). */
export const CLOSES_SOON_MS = 72 * HOUR_MS;
/** The cap on mails that come at once counts those of so many milliseconds: a week, wherever it begins. */
export const CAP_PERIOD_MS = 7 * 24 * HOUR_MS;

/** A tender that fits a co-op of the reader's. */
export interface TellableItem {
  coopId: string;
  deadline: Date;
  coversAllMusts: boolean;
  /** What the tender says, as a hash: nothing is told twice unless this has changed. */
  facts: string;
}

/** What is known of the reader when it is decided. */
export interface ItemReader {
  settings: MailSettings;
  /** IANA zone. */
  zone: string;
  /** The facts that they were told last; null if they have not heard of it. */
  toldFacts: string | null;
  /** Their co-op has given its answer. */
  hasAnswered: boolean;
  /** They hear of the same tender for another co-op of theirs, which fits better. */
  hearsForAnother: boolean;
  /** Mails that came at once in the last seven days. */
  instantThisWeek: number;
}

export type WhyNow = 'all_musts' | 'closes_soon';
export type WhyDigest = 'frequency' | 'not_urgent' | 'cap' | 'away';
export type WhyNever =
  | 'answered'
  | 'closed'
  | 'off'
  | 'scope'
  | 'silent_coop'
  | 'other_coop'
  | 'told'
  | 'closes_first';

/** When somebody hears of a tender: now (`at` is later in quiet hours), in the digest of that moment, or never. */
export type Telling =
  | { when: 'now'; at: Date; because: WhyNow }
  | { when: 'digest'; at: Date; because: WhyDigest }
  | { when: 'never'; because: WhyNever };

/** Decides when a reader hears of a tender (domain rules, section 5). The only place that does. */
export function whenToTell(item: TellableItem, reader: ItemReader, now: Date): Telling {
  const refusal = whyNever(item, reader, now);
  if (refusal !== null) return { when: 'never', because: refusal };
  const { settings, zone } = reader;
  const inDigest = (because: WhyDigest): Telling => {
    const at = nextDigest(settings, zone, now);
    if (at === null) return { when: 'never', because: 'off' };
    return at < item.deadline ? { when: 'digest', at, because } : { when: 'never', because: 'closes_first' };
  };

  const isAway = awayOn(settings, localTime(now, zone).day) !== null;
  if (isAway) return inDigest('away');
  const closesSoon = item.deadline.getTime() - now.getTime() <= CLOSES_SOON_MS;
  const hasRoom = reader.instantThisWeek < settings.mostInstantAWeek;
  if (closesSoon && settings.isUrgentWelcome && inDigest('not_urgent').when === 'never') {
    return hasRoom ? { when: 'now', at: now, because: 'closes_soon' } : inDigest('cap');
  }
  if (settings.frequency !== 'instant') return inDigest('frequency');
  if (!item.coversAllMusts && !closesSoon) return inDigest('not_urgent');
  if (!hasRoom) return inDigest('cap');
  const at = nextDelivery(settings, zone, now);
  // In the quiet hours before the deadline there is no good moment any more.
  if (at >= item.deadline) return { when: 'never', because: 'closes_first' };
  return { when: 'now', at, because: item.coversAllMusts ? 'all_musts' : 'closes_soon' };
}

/** Why a reader does not hear of a tender at all; null where they do. */
export function whyNever(item: TellableItem, reader: ItemReader, now: Date): WhyNever | null {
  const { settings } = reader;
  if (reader.hasAnswered) return 'answered';
  if (item.deadline <= now) return 'closed';
  if (settings.frequency === 'off') return 'off';
  if (settings.scope === 'all_musts' && !item.coversAllMusts) return 'scope';
  if (settings.silentCoopIds.includes(item.coopId)) return 'silent_coop';
  if (reader.hearsForAnother) return 'other_coop';
  if (reader.toldFacts === item.facts) return 'told';
  return null;
}
