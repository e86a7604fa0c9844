import { collection } from '../collection.ts';
import { after } from '../filter.ts';
import { anyText, moment, text, textOrNull } from '../types.ts';

/** A browser that is signed in; the cookie's secret is stored as a hash only. */
export interface SessionRecord {
  id: string;
  tokenHash: string;
  personId: string;
  /** The organisation that the person acts for unless a request names another. */
  actingFor: string | null;
  /** Short name of the browser, such as "Firefox on Linux". */
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
}

export const sessions = collection<SessionRecord>(
  'sessions',
  {
    tokenHash: text,
    personId: text,
    actingFor: textOrNull,
    device: anyText,
    createdAt: moment,
    lastSeenAt: moment,
    expiresAt: moment,
  },
  [
    { keys: { tokenHash: 1 }, unique: true },
    { keys: { personId: 1, lastSeenAt: -1 } },
    { keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
);

/** The live session that a cookie stands for. */
export function findSession(tokenHash: string, now: Date): Promise<SessionRecord | null> {
  return sessions.findOne({ tokenHash, expiresAt: after(now) });
}
