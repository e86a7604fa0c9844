import { derivedToken, hashToken, isSameSecret } from './tokens.ts';

/** What comes back to an address that a mail carried along. */
export const mailAddressUses = ['bounce', 'reply', 'unsubscribe'] as const;
export type MailAddressUse = (typeof mailAddressUses)[number];

/** The mail that an address belongs to: a delivery's id and, where it was about several things, which of them. */
export interface MailAddressSubject {
  deliveryId: string;
  /** 0 for the mail as a whole, from 1 on for the items of a digest; 1 to unsubscribe from its kind alone. */
  item: number;
}

const PATTERN = /^(bounce|reply|unsubscribe)\+([0-9a-f]{24})(?:\.(\d{1,2}))?-([0-9a-f]{16})$/;

/**
 * The address that a mail carries along, so that what comes back finds the mail (VERP): nobody can make one who has
 * not got it by mail. Lower case and at most 64 characters before the @, as mail servers fold and cut local parts.
 */
export function mailAddress(
  secret: string,
  use: MailAddressUse,
  { deliveryId, item }: MailAddressSubject,
  domain: string,
): string {
  const subject = item === 0 ? deliveryId : `${deliveryId}.${item}`;
  return `${use}+${subject}-${markOf(secret, use, subject)}@${domain}`;
}

/** What an address belongs to; null when Cobid has not made it. */
export function readMailAddress(
  secret: string,
  address: string,
): ({ use: MailAddressUse } & MailAddressSubject) | null {
  const local = address.toLowerCase().split('@')[0] ?? '';
  const [, word = '', deliveryId = '', item, mark = ''] = PATTERN.exec(local) ?? [];
  const use = mailAddressUses.find((each) => each === word);
  if (use === undefined) return null;
  const subject = item === undefined ? deliveryId : `${deliveryId}.${item}`;
  if (!isSameSecret(mark, markOf(secret, use, subject))) return null;
  return { use, deliveryId, item: Number(item ?? 0) };
}

/** 64 bits in hexadecimal: enough against guessing one at a time over SMTP. */
function markOf(secret: string, use: MailAddressUse, subject: string): string {
  return hashToken(derivedToken(secret, `address-${use}`, subject)).slice(0, 16);
}
