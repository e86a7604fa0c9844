import { derivedToken, isSameSecret } from '@cobid/platform/tokens.ts';

/**
 * What is stored of a sign-in code. Six digits are quickly tried through where only a hash protects them, so the
 * installation's secret goes in too.
 */
export function hashSignInCode(secret: string, signInTokenId: string, code: string): string {
  return derivedToken(secret, 'sign-in-code', `${signInTokenId}:${code}`);
}

/** Whether a code is the one of this request to sign in. */
export function isSignInCode(
  secret: string,
  stored: { id: string; codeHash: string },
  code: string,
): boolean {
  return isSameSecret(hashSignInCode(secret, stored.id, code), stored.codeHash);
}
