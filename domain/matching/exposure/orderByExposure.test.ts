import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shownWorld } from '@cobid/testing/worlds/shownWorld.ts';
import { exposureDebts } from './exposureDebts.ts';
import { gini } from './gini.ts';
import { ndcg } from './ndcg.ts';
import { orderByExposure } from './orderByExposure.ts';
import { replay } from './replay.ts';
import type { Served } from './served.ts';

const amount = fc.double({ min: 0, max: 1000, noNaN: true });
const listed = fc.uniqueArray(
  fc.record({
    coopId: fc.string({ minLength: 1, maxLength: 3 }),
    score: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.25, 0.5)),
    served: fc.option(fc.record({ shown: amount, fit: amount }), { nil: undefined }),
  }),
  { selector: ({ coopId }) => coopId, maxLength: 40 },
);
const lambda = fc.double({ min: 0, max: 2, noNaN: true });

function servedIn(list: readonly { coopId: string; served: Served | undefined }[]): Map<string, Served> {
  return new Map(list.flatMap(({ coopId, served }) => (served === undefined ? [] : [[coopId, served]])));
}

describe('the order', () => {
  test('leaves nobody out, adds nobody, and does not depend on the order of what comes in', () => {
    fc.assert(
      fc.property(listed, lambda, (list, weight) => {
        const served = servedIn(list);
        const ordered = orderByExposure(list, served, weight);
        expect(new Set(ordered)).toEqual(new Set(list));
        expect(ordered).toHaveLength(list.length);
        expect(orderByExposure(list.toReversed(), served, weight)).toEqual(ordered);
      }),
    );
  });

  test('is that of the fit when λ is 0, and when nobody was shown anything yet', () => {
    fc.assert(
      fc.property(listed, lambda, (list, weight) => {
        const scores = list.map(({ score }) => score).toSorted((a, b) => b - a);
        const close = (ordered: readonly { score: number }[]) =>
          ordered.forEach(({ score }, at) => expect(score).toBeCloseTo(scores[at] ?? 0, 8));
        close(orderByExposure(list, servedIn(list), 0));
        close(orderByExposure(list, new Map(), weight));
      }),
    );
  });

  test('puts the less served first where the fits are equal, under any λ', () => {
    fc.assert(
      fc.property(listed, lambda, (list, weight) => {
        const alike = list.map((item) => ({ ...item, score: 0.5 }));
        const served = servedIn(list);
        const shares = orderByExposure(alike, served, weight).map(({ coopId }) => {
          const { shown = 0, fit = 0 } = served.get(coopId) ?? {};
          return fit > 0 ? shown / fit : 0;
        });
        // By λ · debt the rare may change places on either side of the middle, never across it.
        const least = Math.min(...shares);
        if (shares.length > 0) expect(shares[0]).toBeLessThanOrEqual(Math.max(...shares));
        if (weight === 0) expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        if (new Set(shares).size === 2) expect(shares[0]).toBe(least);
      }),
    );
  });

  test('never moves anybody by more than a third of the fit for each λ', () => {
    fc.assert(
      fc.property(listed, (list) => {
        const debts = exposureDebts(
          list.map(({ coopId }) => coopId),
          servedIn(list),
        );
        expect(debts.size).toBe(list.length);
        for (const debt of debts.values()) expect(Math.abs(debt)).toBeLessThanOrEqual(1 / 3 + 1e-9);
      }),
    );
  });
});

test('at λ = 0.5 next to no quality is lost, and attention goes by fit', () => {
  const runs = [101, 102, 103, 104].map((seed) =>
    replay(shownWorld(seed, 200), (list, served) => orderByExposure(list, served, 0.5), 8),
  );
  const mean = (of: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  expect(mean((run) => run.ndcg)).toBeGreaterThan(0.975);
  expect(mean((run) => run.giniServed)).toBeLessThan(0.3);
  expect(mean((run) => run.neverShown)).toBeLessThan(0.01);
});

test('the measures are those of the books', () => {
  expect(gini([1, 1, 1, 1])).toBe(0);
  expect(gini([0, 0, 0, 1])).toBeCloseTo(0.75);
  expect(gini([])).toBe(0);
  expect(ndcg([3, 2, 1], 10)).toBe(1);
  expect(ndcg([1, 2, 3], 3)).toBeCloseTo((1 + 2 / Math.log2(3) + 1.5) / (3 + 2 / Math.log2(3) + 0.5));
  expect(ndcg([], 10)).toBe(1);
  const nothing = replay([], (list) => list);
  expect(nothing).toMatchObject({ ndcg: 1, giniServed: 0, neverShown: 0 });
});
