import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { collection } from '../collection.ts';
import { after } from '../filter.ts';
import { moment, momentOrNull, text, textOrNull } from '../types.ts';

export type MailTokenPurpose = 'opportunity' | 'invitation' | 'unsubscribe';

/**
 * The secret behind a link in a mail: whom it speaks for and about what. Only its hash is stored. Links that answer
 * (`opportunity`) or stop mails (`unsubscribe`) say themselves what they are about (platform/mailLinks): the first have a
 * row once they are used, and both had one from the beginning in older mails.
 */
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
type NewMailToken = Omit<MailTokenRecord, 'id' | 'usedAt'>;

/** Makes sure that a token exists; composing the same mail again changes nothing. */
export async function ensureMailToken(token: NewMailToken): Promise<void> {
  await mailTokens.insertNew([{ ...token, usedAt: null }]);
}
