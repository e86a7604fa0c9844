import { expect, test } from '@jest/globals';
import { createDice } from './dice.ts';
import { dotOf, LATENT } from './latentRows.ts';
import { packLists, turnLists } from './lists.ts';
import { slopesOf } from './tradeSlopes.ts';

/** Six works of four co-ops: 0 won three, 1 and 2 won two each, one of them together; 3 won one. */
const winners = [[0], [0], [0, 1], [1, 2], [2], [3]];
const winnersOf = packLists(winners.map((coops) => coops.map((coop): [number, number] => [coop, 1])));
const wins = { winnersOf, worksOf: turnLists(winnersOf, 4) };
const rivals = Uint32Array.of(0, 2, 3);

function someImages(): Float32Array {
  const dice = createDice();
  return Float32Array.from({ length: winners.length * LATENT }, () => dice() - 0.5);
}

/** The loss as the docstring tells it, work by work. */
function lossOf(images: Float32Array): number {
  const sumOf = (works: readonly number[]) =>
    Float32Array.from({ length: LATENT }, (_, axis) =>
      works.reduce((sum, work) => sum + (images[work * LATENT + axis] ?? 0), 0),
    );
  const worksOf = (coop: number) => [...winners.keys()].filter((work) => winners[work]?.includes(coop));
  const voice = (a: Float32Array, b: Float32Array) =>
    Math.exp(dotOf(a, 0, b, 0) / Math.sqrt(dotOf(a, 0, a, 0) * dotOf(b, 0, b, 0)) / 0.08);
  let loss = 0;
  winners.forEach((coops, work) => {
    const image = sumOf([work]);
    const total = [...rivals]
      .filter((coop) => !coops.includes(coop))
      .reduce((sum, coop) => sum + voice(image, sumOf(worksOf(coop))), 0);
    const taught = coops.filter((coop) => worksOf(coop).length > 1);
    for (const coop of taught) {
      const own = voice(image, sumOf(worksOf(coop).filter((other) => other !== work)));
      loss -= Math.log(own / (own + total)) / taught.length;
    }
  });
  return loss;
}

test('slopes are those of the loss', () => {
  const images = someImages();
  const slopes = slopesOf(images, wins, rivals);
  for (let work = 0; work < winners.length; work += 1) {
    for (const axis of [0, 57]) {
      const at = work * LATENT + axis;
      const moved = (by: number) => lossOf(images.map((value, each) => (each === at ? value + by : value)));
      expect(slopes[at]).toBeCloseTo((moved(0.01) - moved(-0.01)) / 0.02, 2);
    }
  }
});

test('who won nothing else teaches nothing', () => {
  const alone = packLists([[[0, 1]], [[1, 1]]]);
  const slopes = slopesOf(
    someImages().slice(0, 2 * LATENT),
    { winnersOf: alone, worksOf: turnLists(alone, 2) },
    Uint32Array.of(0, 1),
  );
  expect(slopes.every((slope) => slope === 0)).toBe(true);
});
