import { collection } from '../collection.ts';
import { from } from '../filter.ts';
import { anyText, moment, text } from '../types.ts';

/** A mail that came back: for good because the mailbox is not there (hard), or for another reason (soft). */
export interface BounceRecord {
  id: string;
  /** What told of it, so that nothing counts twice. */
  key: string;
  email: string;
  kind: 'hard' | 'soft';
  deliveryId: string;
  at: Date;
  /** The server's words, without addresses. */
  words: string;
  expiresAt: Date;
}

export const bounces = collection<BounceRecord>(
  'bounces',
  {
    key: text,
    email: text,
    kind: text,
    deliveryId: text,
    at: moment,
    words: anyText,
    expiresAt: moment,
  },
  [
    { keys: { key: 1 }, unique: true },
    { keys: { email: 1, at: -1 } },
    { keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
);

/** How many mails to an address came back softly since then. */
export function countSoftBounces(email: string, since: Date): Promise<number> {
  return bounces.count({ email, kind: 'soft', at: from(since) });
}
