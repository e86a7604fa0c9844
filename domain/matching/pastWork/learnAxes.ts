import { createDescent } from './descent.ts';
import { createDice } from './dice.ts';
import { backOf, imagesOf, LATENT } from './latentRows.ts';
import { createListWriter } from './lists.ts';
import type { Lists } from './lists.ts';
import { slopesOf } from './tradeSlopes.ts';
import type { Wins } from './tradeSlopes.ts';

/** Many works bear more steps before they are known by heart: one for each 200, within limits. */
const WORKS_A_STEP = 200;
const [FEWEST_STEPS, MOST_STEPS] = [24, 36];
/** In parts of the usual size of an axis' entry. */
const STRIDE = 2;
/** Of the tokens of each work so many are not heard in a step, so that no work is known by one rare word. */
const UNHEARD = 0.6;
const MOST_RIVALS = 200;

/**
 * Turns the axes of a latent space so that each work lies nearer to the other works of its winners, taken together,
 * than to those of 200 others (nearest class means: Mensink et al., 2013; each work is left out of its own winner's
 * mean). What nobody else has won teaches nothing.
 *
 * @param vectors by work, the values of its tokens
 * @param axes by token; changed in place
 */
export function learnAxes(vectors: Lists, axes: Float32Array, wins: Wins): void {
  const dice = createDice();
  const usual = axes.reduce((sum, each) => sum + Math.abs(each), 0) / Math.max(1, axes.length);
  const descent = createDescent(axes, STRIDE * usual);
  const works = vectors.starts.length - 1;
  const steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, Math.round(works / WORKS_A_STEP)));
  for (let step = 0; step < steps; step += 1) {
    const heard = someOf(vectors, dice);
    const rivals = drawn(wins.worksOf.starts.length - 1, dice);
    descent.step(backOf(heard, slopesOf(imagesOf(heard, axes), wins, rivals), axes.length / LATENT));
  }
}

function someOf({ starts, entries, values }: Lists, dice: () => number): Lists {
  const writer = createListWriter(starts.length - 1);
  for (let work = 0; work + 1 < starts.length; work += 1) {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      if (dice() >= UNHEARD) writer.add(entries[at] ?? 0, values[at] ?? 0);
    }
    writer.end();
  }
  return writer.lists();
}

/** Different numbers below `count`, as many as there are rivals, or all. */
function drawn(count: number, dice: () => number): Uint32Array {
  const numbers = Uint32Array.from({ length: count }, (_, at) => at);
  const most = Math.min(count, MOST_RIVALS);
  for (let at = 0; at < most; at += 1) {
    const other = at + Math.floor(dice() * (count - at));
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return numbers.subarray(0, most);
}
