import { awayOn, localTime } from './deliveryTime.ts';
import { nextDigest } from './nextDigest.ts';
import type { Frequency, MailSettings } from './settings.ts';

/** What of somebody's settings counts at a moment. */
export interface EffectiveSetting {
  /** A pause or a holiday comes before the frequency, "off" before both. */
  is: Frequency | 'pause' | 'holiday';
  /** First day after the pause or holiday; null where there is none. */
  until: string | null;
  /** Null where they want no digest. */
  nextDigestAt: Date | null;
}

/** The one setting that decides at this moment, whatever else is set. */
export function effectiveSetting(settings: MailSettings, zone: string, now: Date): EffectiveSetting {
  const nextDigestAt = nextDigest(settings, zone, now);
  if (settings.frequency === 'off') return { is: 'off', until: null, nextDigestAt };
  const away = awayOn(settings, localTime(now, zone).day);
  return { is: away?.is ?? settings.frequency, until: away?.until ?? null, nextDigestAt };
}
