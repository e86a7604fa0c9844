import type { Lists } from './lists.ts';

/** How many directions of meaning are kept. */
export const LATENT = 100;
const ROUNDS = 3;
const NOTHING_LEFT = 1e-9;

/** Texts by what they are about: those that use different words of one trade lie near each other. */
export interface LatentSpace {
  /** By work, row by row, its place: length 1, or 0 for a work without tokens. */
  places: Float32Array;
  /** The place of a text, given the values of its tokens. */
  placeOf(tokens: Uint32Array, values: Float32Array): Float32Array;
}

/**
 * Latent semantic analysis: the directions in which the works' vectors spread most, by subspace iteration
 * (Halko, Martinsson and Tropp, 2011). Only cosines are read, so any basis of the subspace serves.
 *
 * @param vectors by work, the values of its tokens
 * @param size number of tokens
 */
export function createLatentSpace(vectors: Lists, size: number): LatentSpace {
  const works = vectors.starts.length - 1;
  let axes = startingAxes(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    axes = backOf(vectors, orthonormal(imagesOf(vectors, axes, works), works), size);
  }
  orthonormal(axes, size);
  const places = imagesOf(vectors, axes, works);
  for (let work = 0; work < works; work += 1)
    toLengthOne(places.subarray(work * LATENT, (work + 1) * LATENT));
  return {
    places,
    placeOf(tokens, values) {
      const place = new Float32Array(LATENT);
      for (let at = 0; at < tokens.length; at += 1) {
        addRow(place, 0, axes, (tokens[at] ?? 0) * LATENT, values[at] ?? 0);
      }
      return toLengthOne(place);
    },
  };
}

/** Any directions will do to begin with; these are the same each time. */
function startingAxes(size: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: size * LATENT }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function imagesOf({ starts, entries, values }: Lists, axes: Float32Array, works: number): Float32Array {
  const images = new Float32Array(works * LATENT);
  for (let work = 0; work < works; work += 1) {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      addRow(images, work * LATENT, axes, (entries[at] ?? 0) * LATENT, values[at] ?? 0);
    }
  }
  return images;
}

function backOf({ starts, entries, values }: Lists, images: Float32Array, size: number): Float32Array {
  const axes = new Float32Array(size * LATENT);
  for (let work = 0; work + 1 < starts.length; work += 1) {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      addRow(axes, (entries[at] ?? 0) * LATENT, images, work * LATENT, values[at] ?? 0);
    }
  }
  return axes;
}

function addRow(to: Float32Array, toAt: number, from: Float32Array, fromAt: number, weight: number): void {
  for (let axis = 0; axis < LATENT; axis += 1) {
    to[toAt + axis] = (to[toAt + axis] ?? 0) + weight * (from[fromAt + axis] ?? 0);
  }
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

/** Scales a vector to length 1; one without length stays as it is. */
export function toLengthOne(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length > 0) for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}
