import { createDice } from './dice.ts';
import { backOf, imagesOf, LATENT } from './latentRows.ts';
import type { Lists } from './lists.ts';

const ROUNDS = 3;
const NOTHING_LEFT = 1e-9;

/**
 * Latent semantic analysis: the directions in which the works' vectors spread most, by subspace iteration
 * (Halko, Martinsson and Tropp, 2011). Only cosines are read, so any basis of the subspace serves.
 *
 * @param vectors by work, the values of its tokens
 * @param size number of tokens
 * @returns by token, its row
 */
export function latentAxes(vectors: Lists, size: number): Float32Array {
  const works = vectors.starts.length - 1;
  let axes = startingAxes(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    axes = backOf(vectors, orthonormal(imagesOf(vectors, axes), works), size);
  }
  return orthonormal(axes, size);
}

/** Any directions will do to begin with; these are the same each time. */
function startingAxes(size: number): Float32Array {
  const dice = createDice();
  return Float32Array.from({ length: size * LATENT }, () => 2 * dice() - 1);
}

/** Makes columns orthogonal and of length 1 (Cholesky of their products); what depends on others becomes zero. */
function orthonormal(rows: Float32Array, count: number): Float32Array {
  const products = new Float64Array(LATENT * LATENT);
  for (let row = 0; row < count; row += 1) {
    const start = row * LATENT;
    for (let a = 0; a < LATENT; a += 1) {
      const value = rows[start + a] ?? 0;
      if (value === 0) continue;
      for (let b = 0; b <= a; b += 1) {
        products[a * LATENT + b] = (products[a * LATENT + b] ?? 0) + value * (rows[start + b] ?? 0);
      }
    }
  }
  const lower = choleskyOf(products);
  for (let row = 0; row < count; row += 1) solveRow(rows.subarray(row * LATENT, (row + 1) * LATENT), lower);
  return rows;
}

function choleskyOf(products: Float64Array): Float64Array {
  const lower = new Float64Array(products.length);
  for (let a = 0; a < LATENT; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      let rest = products[a * LATENT + b] ?? 0;
      for (let k = 0; k < b; k += 1) rest -= (lower[a * LATENT + k] ?? 0) * (lower[b * LATENT + k] ?? 0);
      const pivot = lower[b * LATENT + b] ?? 0;
      if (a !== b) lower[a * LATENT + b] = pivot === 0 ? 0 : rest / pivot;
      else if (rest > NOTHING_LEFT * (1 + (products[a * LATENT + a] ?? 0)))
        lower[a * LATENT + a] = Math.sqrt(rest);
    }
  }
  return lower;
}

function solveRow(row: Float32Array, lower: Float64Array): void {
  for (let a = 0; a < LATENT; a += 1) {
    const pivot = lower[a * LATENT + a] ?? 0;
    let rest = row[a] ?? 0;
    for (let k = 0; k < a; k += 1) rest -= (lower[a * LATENT + k] ?? 0) * (row[k] ?? 0);
    row[a] = pivot === 0 ? 0 : rest / pivot;
  }
}
