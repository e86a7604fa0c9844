import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mostLike } from './mostLike.ts';

test('the most similar are those that sorting everything would find', () => {
  const likeness = fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(likeness, fc.integer({ min: 0, max: 20 }), (values, count) => {
      const sorted = [...values.keys()]
        .filter((work) => (values[work] ?? 0) > 0.02)
        .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
      expect([...mostLike(Float64Array.from(values), count)]).toEqual(sorted.slice(0, count));
    }),
  );
});
