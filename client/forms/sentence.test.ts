import { expect, test } from '@jest/globals';
import { sentence } from './sentence.ts';

test('what follows a field name becomes a sentence of its own', () => {
  expect(sentence('is not a day, such as 2026-12-01')).toBe('This is not a day, such as 2026-12-01.');
  expect(sentence('Give the seat at least one requirement.')).toBe('Give the seat at least one requirement.');
});

test("zod's own words are replaced, and no message stays none", () => {
  expect(sentence('Invalid input: expected string, received null')).toBe('Please fill this in.');
  expect(sentence(undefined)).toBeNull();
});
