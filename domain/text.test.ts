import { describe, expect, test } from '@jest/globals';
import { countWords, email, fold, line } from './text.ts';

describe('line', () => {
  test('refuses what could forge a mail header', () => {
    for (const text of ['a\r\nBcc: all@example.org', 'a\nb', 'a\u0000b', 'a\tb']) {
      expect(line(100).safeParse(text).success).toBe(false);
    }
  });
  test('trims and bounds', () => {
    expect(line(3).parse('  abc ')).toBe('abc');
    expect(line(3).safeParse('abcd').success).toBe(false);
  });
});

test('one mailbox is one person, however it is written', () => {
  expect(email.parse('  Ana@Example.ORG ')).toBe('ana@example.org');
  expect(email.safeParse('ana@example.org\r\nBcc: x@example.org').success).toBe(false);
  expect(email.safeParse('nobody').success).toBe(false);
});

test('words are counted as a person counts them', () => {
  expect(countWords('')).toBe(0);
  expect(countWords('  one   two\nthree ')).toBe(3);
});

test('search ignores accents and case', () => {
  expect(fold('Diseño ÚTIL')).toBe('diseno util');
});
