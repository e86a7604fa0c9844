import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { isAboutTenders, isOptional } from '@cobid/domain/mail/rules.ts';
import type { mailStops } from '@cobid/domain/mail/settings.ts';
import { collection } from '../collection.ts';
import { after, not, oneOf } from '../filter.ts';
import { moment, momentOrNull, text } from '../types.ts';

/**
 * An address that must not get mail: none at all, none that its reader can be without (`optional`), none about
 * opportunities, or (`soft`) none until a moment, because its server could not take the last one.
 */
export interface SuppressionRecord {
  id: string;
  email: string;
  kind: 'opportunity' | 'optional' | 'all' | 'soft';
  at: Date;
  cause: string;
  /** Until when mails wait; null where they do not wait but stop. */
  until?: Date | null;
}

export const suppressions = collection<SuppressionRecord>(
  'suppressions',
  { email: text, kind: text, at: moment, cause: text, until: momentOrNull },
  [{ keys: { email: 1, kind: 1 }, unique: true }, { keys: { kind: 1, cause: 1 } }],
);

/** What stands between an address and a mail: nothing, a moment to wait for, or a stop. */
export interface MailStop {
  isSuppressed: boolean;
  waitUntil: Date | null;
}

/** What stands between addresses and their mails of each kind; one read for all. */
export async function mailStopsOf(
  emails: readonly string[],
): Promise<(email: string, kind: MailKind) => MailStop> {
  const found = await suppressions.find({ email: oneOf([...new Set(emails)]) });
  return (email, kind) => {
    const stops = found.filter((stop) => stop.email === email && concerns(stop, kind));
    return {
      isSuppressed: stops.some((stop) => stop.kind !== 'soft'),
      waitUntil: stops.find((stop) => stop.kind === 'soft')?.until ?? null,
    };
  };
}

function concerns(stop: SuppressionRecord, kind: MailKind): boolean {
  if (stop.kind === 'opportunity') return isAboutTenders(kind);
  return stop.kind !== 'optional' || isOptional(kind);
}

/** Why nothing about tenders goes to an address, the gravest reason first; null where nothing stands against it. */
export async function stopOf(email: string): Promise<(typeof mailStops)[number] | null> {
  const found = await suppressions.find({ email, kind: oneOf(['all', 'optional', 'opportunity']) });
  const all = found.find(({ kind }) => kind === 'all');
  if (all !== undefined) return all.cause === 'complaint' ? 'complaint' : 'came_back';
  if (found.some(({ kind }) => kind === 'optional')) return 'stopped_all';
  return found.length > 0 ? 'unsubscribed' : null;
}

/** Lets mails go to an address again. */
export async function liftStops(email: string): Promise<void> {
  await suppressions.remove({ email });
}

/** How many addresses get no mail at this moment, by why. */
export async function countStops(
  now: Date,
): Promise<{ bounced: number; complained: number; unsubscribed: number; waiting: number }> {
  const [bounced, complained, unsubscribed, waiting] = await Promise.all([
    suppressions.count({ kind: 'all', cause: not('complaint') }),
    suppressions.count({ kind: 'all', cause: 'complaint' }),
    suppressions.count({ kind: oneOf(['opportunity', 'optional']) }),
    suppressions.count({ kind: 'soft', until: after(now) }),
  ]);
  return { bounced, complained, unsubscribed, waiting };
}
