import { expect, test } from '@jest/globals';
import { messageAt, pointerToPath, problemsUnder } from './pointer.ts';

test('a pointer becomes the path of a field', () => {
  expect(pointerToPath('/shares/0/shareMinor')).toBe('shares.0.shareMinor');
  expect(pointerToPath('/a~1b/c~0d')).toBe('a/b.c~d');
  expect(pointerToPath('')).toBe('');
});

test('problems are found at their field and below it, and not at its namesakes', () => {
  const problems = [
    { pointer: '/criteria', message: 'sum' },
    { pointer: '/criteria/1/name', message: 'name' },
    { pointer: '/criteriaNote', message: 'other' },
  ];
  expect(messageAt(problems, '/criteria')).toBe('sum');
  expect(messageAt(problems, '/title')).toBeNull();
  expect(problemsUnder(problems, '/criteria')).toEqual([
    { pointer: '', message: 'sum' },
    { pointer: '/1/name', message: 'name' },
  ]);
});
