import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { collection } from '../collection.ts';
import { after } from '../filter.ts';
import { moment, momentOrNull, text, textOrNull } from '../types.ts';

export type MailTokenPurpose = 'opportunity' | 'invitation' | 'unsubscribe';

/** The secret behind a link in a mail: whom it speaks for and about what. Only its hash is stored. */
export interface MailTokenRecord {
  id: string;
  tokenHash: string;
  purpose: MailTokenPurpose;
  personId: string;
  coopId: string | null;
  tenderId: string | null;
  invitationId: string | null;
  /** Of which kind the mail is that can be stopped; absent in those about tenders. */
  mailKind?: MailKind;
  createdAt: Date;
  usedAt: Date | null;
  expiresAt: Date;
}

export const mailTokens = collection<MailTokenRecord>(
  'mailTokens',
  {
    tokenHash: text,
    purpose: text,
    personId: text,
    coopId: textOrNull,
    tenderId: textOrNull,
    invitationId: textOrNull,
    mailKind: { type: String },
    createdAt: moment,
    usedAt: momentOrNull,
    expiresAt: moment,
  },
  [
    { keys: { tokenHash: 1 }, unique: true },
    { keys: { personId: 1, purpose: 1 } },
    { keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
);

/** The token behind a link, used or not; null when it is unknown or too old. Changes nothing. */
export function findMailToken(
  tokenHash: string,
  purpose: MailTokenPurpose,
  now: Date,
): Promise<MailTokenRecord | null> {
  return mailTokens.findOne({ tokenHash, purpose, expiresAt: after(now) });
}

/** Uses up a token; null when it is unknown, used or too old. */
export function useMailToken(
  tokenHash: string,
  purpose: MailTokenPurpose,
  now: Date,
): Promise<MailTokenRecord | null> {
  return mailTokens.change(
    { tokenHash, purpose, usedAt: null, expiresAt: after(now) },
    { set: { usedAt: now } },
  );
}

/** A token as the mail that carries it makes it. */
export type NewMailToken = Omit<MailTokenRecord, 'id' | 'usedAt'>;

/** Makes sure that the tokens exist, in one round trip; composing the same mail again changes nothing. */
export async function ensureMailTokens(tokens: readonly NewMailToken[]): Promise<void> {
  await mailTokens.insertNew(tokens.map((token) => ({ ...token, usedAt: null })));
}

/** The same for one. */
export async function ensureMailToken(token: NewMailToken): Promise<void> {
  await ensureMailTokens([token]);
}
