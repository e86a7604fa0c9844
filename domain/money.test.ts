import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatMoney, splitByWeights } from './money.ts';

describe('splitByWeights', () => {
  test('gives the remainder to the largest share, ties by id', () => {
    expect([
      ...splitByWeights(100, [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 2 },
      ]),
    ]).toEqual([
      ['a', 33],
      ['b', 67],
    ]);
    expect([
      ...splitByWeights(10, [
        { id: 'c', weight: 1 },
        { id: 'b', weight: 1 },
        { id: 'a', weight: 1 },
      ]),
    ]).toEqual([
      ['c', 3],
      ['b', 3],
      ['a', 4],
    ]);
  });

  test('splits evenly where no weight is given', () => {
    expect([
      ...splitByWeights(9, [
        { id: 'a', weight: 0 },
        { id: 'b', weight: 0 },
      ]).values(),
    ]).toEqual([5, 4]);
  });

  test('sums exactly to the total, whatever the weights and their order', () => {
    const parts = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), weight: fc.nat(5000) }),
      {
        selector: (part) => part.id,
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(fc.nat(1_000_000_000), parts, (total, list) => {
        const split = splitByWeights(total, list);
        expect([...split.values()].reduce((sum, share) => sum + share, 0)).toBe(total);
        const reversed = splitByWeights(total, list.toReversed());
        for (const [id, share] of split) expect(reversed.get(id)).toBe(share);
      }),
    );
  });
});

test('money shows cents only where there are any', () => {
  expect(formatMoney(1_230_000, 'EUR')).toBe('€12,300');
  expect(formatMoney(1_230_050, 'GBP')).toBe('£12,300.50');
});
