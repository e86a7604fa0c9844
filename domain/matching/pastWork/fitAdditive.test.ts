import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { standardised, termOf } from './additiveModel.ts';
import { fitAdditive } from './fitAdditive.ts';
import { minimise } from './minimise.ts';

test('a value is told in spreads from its mean, within eight of them, and not at all where it never varied', () => {
  expect(standardised(7, { mean: 5, spread: 2 })).toBe(1);
  expect(standardised(1e6, { mean: 5, spread: 2 })).toBe(8);
  expect(standardised(-1e6, { mean: 5, spread: 2 })).toBe(-8);
  expect(standardised(7, { mean: 7, spread: 0 })).toBe(0);
  expect(termOf(7, { mean: 5, spread: 2, weight: -3 })).toBe(-3);
});

test('the lowest point of a bowl is found wherever one starts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 3 }), (start) => {
      const found = minimise(
        (point) => ({
          value: point.reduce((sum, each, at) => sum + (at + 1) * (each - at) ** 2, 0),
          gradient: point.map((each, at) => 2 * (at + 1) * (each - at)),
        }),
        Float64Array.from(start),
        { precision: 1e-8, mostSteps: 100 },
      );
      found.forEach((each, at) => expect(each).toBeCloseTo(at, 6));
    }),
  );
});

test('the fit weighs what tells winners apart, and nothing else', () => {
  const lessons = Array.from({ length: 400 }, (_, at) => {
    const winner = at % 5;
    const rows = Array.from({ length: 5 }, (_, row) => [
      row === winner ? 1 : 0,
      ((at * 7 + row * 3) % 11) / 11,
      4,
    ]);
    return { features: Float32Array.from(rows.flat()), candidates: 5, winners: [winner] };
  });
  const [telling, noise, constant] = fitAdditive([...lessons, nobody()], 3);
  expect(telling?.weight).toBeGreaterThan(0.5);
  expect(Math.abs(noise?.weight ?? 1)).toBeLessThan(0.1);
  expect(constant).toEqual({ mean: 4, spread: 0, weight: 0 });
});

function nobody() {
  return { features: new Float32Array(6), candidates: 2, winners: [] };
}
