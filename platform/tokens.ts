import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a derived token is for; each purpose has its own space, so that one token never opens another door. */
export type TokenPurpose =
  | 'sign-in-link'
  | 'sign-in-code'
  | 'colleague-invitation'
  | 'seat-offer'
  | 'answer-link'
  | 'stop-link'
  | 'reply-undo'
  | 'address-bounce'
  | 'address-reply'
  | 'address-unsubscribe';

/** A new secret of 256 random bits, base64url (43 characters). Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: its SHA-256 in hexadecimal. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * A token that can be made again from the same key (HMAC-SHA-256, base64url), so that a mail that is composed a
 * second time carries the identical link although only the hash is stored. The key has to be unguessable or
 * unique for its purpose, such as the id of the row that it belongs to.
 */
export function derivedToken(secret: string, purpose: TokenPurpose, key: string): string {
  return mac(secret, purpose, key).toString('base64url');
}

/** Six digits that can be made again from the same key, like `derivedToken`. */
export function derivedCode(secret: string, purpose: TokenPurpose, key: string): string {
  const number = mac(secret, purpose, key).readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Whether two secrets are the same, in a time that does not tell where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function mac(secret: string, purpose: TokenPurpose, key: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n${key}`).digest();
}
