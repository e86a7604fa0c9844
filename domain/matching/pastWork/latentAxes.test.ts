import { expect, test } from '@jest/globals';
import { latentAxes } from './latentAxes.ts';
import { dotOf, imagesOf, LATENT, toLengthOne } from './latentRows.ts';
import { packLists } from './lists.ts';

type Texts = readonly (readonly number[])[];

function listsOf(texts: Texts) {
  return packLists(
    texts.map((tokens) => tokens.map((token): [number, number] => [token, 1 / Math.sqrt(tokens.length)])),
  );
}

/** How like two of the wanted texts are in the space of the given ones. */
function cosineIn(given: Texts, wanted: Texts): (a: number, b: number) => number {
  const axes = latentAxes(listsOf(given), Math.max(...given.flat()) + 1);
  const places = toLengthOne(imagesOf(listsOf(wanted), axes));
  return (a, b) => dotOf(places, a * LATENT, places, b * LATENT);
}

test('with room for every direction, texts are as like each other as their tokens are', () => {
  const texts = [[0, 1], [1, 2], [3, 4], []];
  const cosine = cosineIn(texts, texts);
  expect(cosine(0, 0)).toBeCloseTo(1, 5);
  expect(cosine(0, 1)).toBeCloseTo(0.5, 5);
  expect(cosine(0, 2)).toBeCloseTo(0, 5);
  expect(cosine(3, 3)).toBe(0);
});

test('two words that come with the same others become one direction where there is not room for both', () => {
  const [goggles, spectacles, lenses, frames] = [0, 1, 2, 3];
  const trade = Array.from({ length: 40 }, (_, at) => [at % 2 === 0 ? goggles : spectacles, lenses, frames]);
  const others = Array.from({ length: 150 }, (_, at) => [4 + at, 154 + at]).flatMap((text) =>
    Array.from({ length: 20 }, () => text),
  );
  const cosine = cosineIn([...trade, ...others], [[goggles], [spectacles], [4]]);
  expect(cosine(0, 1)).toBeGreaterThan(0.9);
  expect(Math.abs(cosine(0, 2))).toBeLessThan(0.1);
});
