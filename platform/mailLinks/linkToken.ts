import { derivedToken, isSameSecret } from '../tokens.ts';
import type { TokenPurpose } from '../tokens.ts';

/** Of an id, and of what proves that Cobid made the token (132 bits), in characters of base64url. */
const ID_LENGTH = 16;
const PROOF_LENGTH = 22;

/**
 * The secret of a link that says itself what it is about, so that nothing has to be stored of it: the ids, base64url, and
 * what only Cobid can derive from them. The first id has to be that of the delivery, as each mail has links of its own.
 */
export function linkToken(secret: string, purpose: TokenPurpose, ids: readonly string[]): string {
  return Buffer.from(ids.join(''), 'hex').toString('base64url') + proofOf(secret, purpose, ids);
}

/** The ids that a token names, `count` of them; null when Cobid has not made it. */
export function readLinkToken(
  secret: string,
  purpose: TokenPurpose,
  token: string,
  count: number,
): string[] | null {
  if (token.length !== count * ID_LENGTH + PROOF_LENGTH) return null;
  const ids = Array.from({ length: count }, (_, at) =>
    Buffer.from(token.slice(at * ID_LENGTH, (at + 1) * ID_LENGTH), 'base64url').toString('hex'),
  );
  const proof = token.slice(count * ID_LENGTH);
  return isSameSecret(proof, proofOf(secret, purpose, ids)) ? ids : null;
}

function proofOf(secret: string, purpose: TokenPurpose, ids: readonly string[]): string {
  return derivedToken(secret, purpose, ids.join(':')).slice(0, PROOF_LENGTH);
}
