import { expect, test } from '@jest/globals';
import { createLatentSpace, LATENT } from './latentSpace.ts';
import { packLists } from './lists.ts';

function spaceOf(texts: readonly (readonly number[])[]) {
  const vectors = packLists(
    texts.map((tokens) => tokens.map((token): [number, number] => [token, 1 / Math.sqrt(tokens.length)])),
  );
  return createLatentSpace(vectors, Math.max(...texts.flat()) + 1);
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, axis) => sum + value * (b[axis] ?? 0), 0);
}

test('with room for every direction, texts are as like each other as their tokens are', () => {
  const { places } = spaceOf([[0, 1], [1, 2], [3, 4], []]);
  const place = (work: number) => places.subarray(work * LATENT, (work + 1) * LATENT);
  expect(cosine(place(0), place(0))).toBeCloseTo(1, 5);
  expect(cosine(place(0), place(1))).toBeCloseTo(0.5, 5);
  expect(cosine(place(0), place(2))).toBeCloseTo(0, 5);
  expect(cosine(place(3), place(3))).toBe(0);
});

test('two words that come with the same others become one direction where there is not room for both', () => {
  const [goggles, spectacles, lenses, frames] = [0, 1, 2, 3];
  const trade = Array.from({ length: 40 }, (_, at) => [at % 2 === 0 ? goggles : spectacles, lenses, frames]);
  const others = Array.from({ length: 150 }, (_, at) => [4 + at, 154 + at]).flatMap((text) =>
    Array.from({ length: 20 }, () => text),
  );
  const { placeOf } = spaceOf([...trade, ...others]);
  const word = (token: number) => placeOf(Uint32Array.of(token), Float32Array.of(1));
  expect(cosine(word(goggles), word(spectacles))).toBeGreaterThan(0.9);
  expect(Math.abs(cosine(word(goggles), word(4)))).toBeLessThan(0.1);
});
