import { describe, expect, test } from '@jest/globals';
import { linkToken, readLinkToken } from './linkToken.ts';

const secret = 'a secret that is long enough to be taken';
const ids = ['0123456789abcdef01234567', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'ffffffffffffffffffffffff'];

describe('the secret of a link', () => {
  const token = linkToken(secret, 'answer-link', ids);

  test('says what the link is about, in characters that an address takes', () => {
    expect(token).toMatch(/^[\w-]{70}$/);
    expect(readLinkToken(secret, 'answer-link', token, 3)).toEqual(ids);
    expect(linkToken(secret, 'answer-link', ids)).toBe(token);
  });

  test('is of no use once a single character of it is another', () => {
    for (let at = 0; at < token.length; at++) {
      const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(readLinkToken(secret, 'answer-link', forged, 3)).toBeNull();
    }
  });

  test('opens no other door, and none of another Cobid', () => {
    expect(readLinkToken(secret, 'stop-link', token, 3)).toBeNull();
    expect(readLinkToken(`${secret}!`, 'answer-link', token, 3)).toBeNull();
    expect(readLinkToken(secret, 'answer-link', token, 1)).toBeNull();
    expect(readLinkToken(secret, 'answer-link', `${token}A`, 3)).toBeNull();
    expect(readLinkToken(secret, 'answer-link', '', 3)).toBeNull();
  });
});
