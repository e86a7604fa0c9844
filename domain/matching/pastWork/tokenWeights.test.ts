import { expect, test } from '@jest/globals';
import { learnTokenWeights } from './learnTokenWeights.ts';
import { packLists, turnLists } from './lists.ts';
import { tokenWeights } from './tokenWeights.ts';

/** Twelve works; token 0 comes in those of one co-op each, token 1 in works of everybody, token 2 in all. */
const winnersOf = packLists(Array.from({ length: 12 }, (_, work): [number, number][] => [[work % 3, 1]]));
const counts = packLists(
  Array.from({ length: 12 }, (_, work) => {
    const tokens = [...(work % 3 === 0 ? [0] : []), ...(work < 4 ? [1] : []), 2];
    return tokens.map((token): [number, number] => [token, 1]);
  }),
);

test('a token counts when those who share it also share winners, and less the more common it is', () => {
  const [telling, misleading, everywhere] = tokenWeights(turnLists(counts, 3), winnersOf, 3, 0.25);
  expect(telling).toBeGreaterThan(misleading ?? Infinity);
  expect(misleading).toBeGreaterThan(everywhere ?? Infinity);
});

test('a token of no work weighs nothing', () => {
  expect([...tokenWeights(turnLists(counts, 4), winnersOf, 3, 0.25)][3]).toBe(0);
});

test('learning lifts what works with the same winner share, and lowers what others share with them', () => {
  const nearest = Array.from({ length: 12 }, (_, work) =>
    Uint32Array.from(Array.from({ length: 12 }, (_, other) => other).filter((other) => other !== work)),
  );
  const weights = Float32Array.of(1, 1, 1);
  const [telling = 0, misleading = 0] = learnTokenWeights([{ counts, weights }], nearest, winnersOf)[0] ?? [];
  expect(telling).toBeGreaterThan(1);
  expect(misleading).toBeLessThan(1);
});

test('nothing is learnt where no two works share a winner', () => {
  const strangers = packLists(Array.from({ length: 12 }, (_, work): [number, number][] => [[work, 1]]));
  const nearest = Array.from({ length: 12 }, (_, work) => Uint32Array.of((work + 1) % 12));
  const weights = Float32Array.of(1, 2, 3);
  expect([...(learnTokenWeights([{ counts, weights }], nearest, strangers)[0] ?? [])]).toEqual([1, 2, 3]);
});
