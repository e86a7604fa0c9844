import { describe, expect, test } from '@jest/globals';
import { stem } from './stem.ts';
import { dampedCounts, workTokens } from './workTokens.ts';

test.each([
  ['services', 'servic'],
  ['service', 'servic'],
  ['supplies', 'supply'],
  ['cleaning', 'clean'],
  ['installed', 'install'],
  ['access', 'access'],
  ['analysis', 'analysis'],
  ['bus', 'bus'],
  ['2024s', '2024s'],
])('the stem of %s is %s', (word, expected) => {
  expect(stem(word)).toBe(expected);
});

describe('the tokens of a text', () => {
  test('are its stems, their pairs, and the 4-grams of each word', () => {
    expect(workTokens('Café cleaning, IT')).toEqual({
      stems: ['cafe', 'clean', 'it', 'cafe clean', 'clean it'],
      grams: ['^caf', 'cafe', 'afe$', '^cle', 'clea', 'lean', 'eani', 'anin', 'ning', 'ing$', '^it$'],
    });
  });
  test('are none where there are no words', () => {
    expect(workTokens(' – ')).toEqual({ stems: [], grams: [] });
  });
  test('count less and less the more often they come', () => {
    expect([...dampedCounts(['a', 'b', 'a'])]).toEqual([
      ['a', 1 + Math.log(2)],
      ['b', 1],
    ]);
  });
});
