import { collection } from '../collection.ts';
import { after, before } from '../filter.ts';
import { moment, momentOrNull, number, text, textOrNull, wholeOrNull } from '../types.ts';

export const MOST_CODE_ATTEMPTS = 5;

/** One request to sign in: its link and its code work once, for 15 minutes; only their hashes are stored. */
export interface SignInTokenRecord {
  id: string;
  email: string;
  tokenHash: string;
  codeHash: string;
  codeAttempts: number;
  next: string | null;
  /** What a visitor had written before signing in. */
  tenderDraft: unknown;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export const signInTokens = collection<SignInTokenRecord>(
  'signInTokens',
  {
    email: text,
    tokenHash: text,
    codeHash: text,
    codeAttempts: number,
    next: textOrNull,
    tenderDraft: wholeOrNull,
    createdAt: moment,
    expiresAt: moment,
    usedAt: momentOrNull,
  },
  [
    { keys: { tokenHash: 1 }, unique: true },
    { keys: { email: 1, createdAt: -1 } },
    // Used rows stay until they expire, so that "used" can be told from "never existed".
    { keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
);

/** Uses up a link; null when it is unknown, used or too old. Of two at once only one gets it. */
export function useSignInLink(tokenHash: string, now: Date): Promise<SignInTokenRecord | null> {
  return signInTokens.change({ tokenHash, usedAt: null, expiresAt: after(now) }, { set: { usedAt: now } });
}

/** The latest request of a mailbox that can still be used, with one more attempt counted; null when there is none. */
export async function countCodeAttempt(email: string, now: Date): Promise<SignInTokenRecord | null> {
  const latest = await signInTokens.find(
    { email, usedAt: null, expiresAt: after(now), codeAttempts: before(MOST_CODE_ATTEMPTS) },
    { sort: { createdAt: -1 }, limit: 1 },
  );
  const token = latest[0];
  if (token === undefined) return null;
  return signInTokens.change(
    { id: token.id, usedAt: null, codeAttempts: before(MOST_CODE_ATTEMPTS) },
    { inc: { codeAttempts: 1 } },
  );
}

/** Uses up a request whose code was right; null when somebody else was quicker. */
export function useSignInToken(id: string, now: Date): Promise<SignInTokenRecord | null> {
  return signInTokens.change({ id, usedAt: null }, { set: { usedAt: now } });
}
