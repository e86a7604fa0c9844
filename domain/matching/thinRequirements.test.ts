import { expect, test } from '@jest/globals';
import { thinRequirements } from './thinRequirements.ts';

const requirements = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test('names what nobody covers, and what depends on one co-op', () => {
  const kinds = [
    { missing: ['b', 'c'], count: 3 },
    { missing: ['a', 'b'], count: 1 },
  ];
  expect(thinRequirements(requirements, kinds)).toEqual([
    { requirementId: 'b', coverers: 0 },
    { requirementId: 'c', coverers: 1 },
  ]);
});

test('is empty where two cover everything, and names all where there is nobody', () => {
  expect(thinRequirements(requirements, [{ missing: [], count: 2 }])).toEqual([]);
  expect(thinRequirements(requirements, [])).toHaveLength(3);
  expect(thinRequirements([], [])).toEqual([]);
});
