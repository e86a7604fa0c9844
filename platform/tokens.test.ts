import { describe, expect, test } from '@jest/globals';
import { derivedCode, derivedToken, hashToken, isSameSecret, newToken } from './tokens.ts';

const secret = 'a secret for tests alone, of no use elsewhere';

describe('tokens', () => {
  test('are 256 random bits that fit into a link', () => {
    const made = new Set(Array.from({ length: 100 }, newToken));
    expect(made.size).toBe(100);
    for (const token of made) expect(token).toMatch(/^[\w-]{43}$/);
  });

  test('are stored as SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('that are derived are the same each time, and differ by purpose, key and secret', () => {
    const token = derivedToken(secret, 'sign-in-link', 'a');
    expect(derivedToken(secret, 'sign-in-link', 'a')).toBe(token);
    expect(derivedToken(secret, 'stop-link', 'a')).not.toBe(token);
    expect(derivedToken(secret, 'sign-in-link', 'b')).not.toBe(token);
    expect(derivedToken(`${secret}!`, 'sign-in-link', 'a')).not.toBe(token);
  });

  test('make codes of six digits, spread over all of them', () => {
    const codes = Array.from({ length: 2000 }, (_, index) =>
      derivedCode(secret, 'sign-in-code', String(index)),
    );
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
    for (let digit = 0; digit < 10; digit++) {
      const share = codes.filter((code) => code.startsWith(String(digit))).length / codes.length;
      expect(share).toBeGreaterThan(0.06);
      expect(share).toBeLessThan(0.15);
    }
  });

  test('are compared whatever their length', () => {
    expect(isSameSecret('a', 'a')).toBe(true);
    expect(isSameSecret('a', 'ab')).toBe(false);
    expect(isSameSecret('', '')).toBe(true);
  });
});
