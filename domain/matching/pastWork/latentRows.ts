import type { Lists } from './lists.ts';

/** How many directions of meaning are kept; a multiple of four, for `dotOf`. */
export const LATENT = 100;

/** Images of works, row by row: the sum of the rows of their tokens, each times its value. */
export function imagesOf({ starts, entries, values }: Lists, axes: Float32Array): Float32Array {
  const images = new Float32Array((starts.length - 1) * LATENT);
  for (let work = 0; work + 1 < starts.length; work += 1) {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      addRow(images, work * LATENT, axes, (entries[at] ?? 0) * LATENT, values[at] ?? 0);
    }
  }
  return images;
}

/** The other way round: by token, the sum of the rows of its works. */
export function backOf({ starts, entries, values }: Lists, images: Float32Array, size: number): Float32Array {
  const axes = new Float32Array(size * LATENT);
  for (let work = 0; work + 1 < starts.length; work += 1) {
    for (let at = starts[work] ?? 0; at < (starts[work + 1] ?? 0); at += 1) {
      addRow(axes, (entries[at] ?? 0) * LATENT, images, work * LATENT, values[at] ?? 0);
    }
  }
  return axes;
}

/** Adds a row, times a weight, to another; each is told by where it begins. */
export function addRow(
  to: Float32Array,
  toAt: number,
  from: Float32Array,
  fromAt: number,
  weight: number,
): void {
  for (let axis = 0; axis < LATENT; axis += 1) {
    to[toAt + axis] = (to[toAt + axis] ?? 0) + weight * (from[fromAt + axis] ?? 0);
  }
}

/** The product of two rows. Four sums beside each other take half the time, since none waits for the one before. */
export function dotOf(a: Float32Array, aAt: number, b: Float32Array, bAt: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let axis = 0; axis < LATENT; axis += 4) {
    const x = aAt + axis;
    const y = bAt + axis;
    first += (a[x] ?? 0) * (b[y] ?? 0);
    second += (a[x + 1] ?? 0) * (b[y + 1] ?? 0);
    third += (a[x + 2] ?? 0) * (b[y + 2] ?? 0);
    fourth += (a[x + 3] ?? 0) * (b[y + 3] ?? 0);
  }
  return first + second + third + fourth;
}

/** Scales each row to length 1; one without length stays as it is. */
export function toLengthOne(rows: Float32Array): Float32Array {
  for (let start = 0; start < rows.length; start += LATENT) {
    const length = Math.sqrt(dotOf(rows, start, rows, start));
    if (length === 0) continue;
    for (let at = start; at < start + LATENT; at += 1) rows[at] = (rows[at] ?? 0) / length;
  }
  return rows;
}
