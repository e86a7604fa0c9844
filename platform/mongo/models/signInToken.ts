import type { Language } from '@cobid/domain/language.ts';
import { collection } from '../collection.ts';
import { after, upTo } from '../filter.ts';
import type { Filter } from '../filter.ts';
import { moment, momentOrNull, number, text, textOrNull, wholeOrNull } from '../types.ts';

const MOST_CODE_ATTEMPTS = 5;

/** One request to sign in: its link and its code work once, for 15 minutes; only their hashes are stored. */
export interface SignInTokenRecord {
  id: string;
  email: string;
  tokenHash: string;
  codeHash: string;
  codeAttempts: number;
  next: string | null;
  /** Of the browser that asked; a mailbox that is known gets the mail in its person's. */
  language: Language;
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
    language: text,
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

/** The request behind a link that can still be used; null when it is unknown, used or too old. */
export function findLiveSignIn(tokenHash: string, now: Date): Promise<SignInTokenRecord | null> {
  return signInTokens.findOne({ tokenHash, usedAt: null, expiresAt: after(now) });
}

/**
 * Counts a try of a code against every request of a mailbox that can still be used, and returns those that have
 * tries left, latest first. Counted before anything is compared, so that tries at once count one by one.
 */
export async function countCodeAttempt(email: string, now: Date): Promise<SignInTokenRecord[]> {
  const live: Filter<SignInTokenRecord> = { email, usedAt: null, expiresAt: after(now) };
  await signInTokens.changeMany(live, { inc: { codeAttempts: 1 } });
  return signInTokens.find(
    { ...live, codeAttempts: upTo(MOST_CODE_ATTEMPTS) },
    { sort: { createdAt: -1 }, limit: 5 },
  );
}

/** Uses up a request; null when it has been used or somebody else was quicker. */
export function useSignInToken(id: string, now: Date): Promise<SignInTokenRecord | null> {
  return signInTokens.change({ id, usedAt: null }, { set: { usedAt: now } });
}
