import { createListWriter } from './lists.ts';
import type { Lists } from './lists.ts';
import type { WorkLikeness } from './workLikeness.ts';

/** Kept apart from itself by this much: the more, the more alike votes are shared out among near-doubles. */
const RIDGE = 2;
/** Below this two works have nothing to do with each other. */
const FAINTEST = 0.015;
const MOST_NEIGHBOURS = 400;
const MOST_STEPS = 12;
const EXACT_ENOUGH = 1e-3;

/** How near two works are: likeness², and half of it where the client is another. */
export function nearness(likeness: number, sameClient: boolean): number {
  return likeness * likeness * (sameClient ? 1 : 0.5);
}

/** Less likeness than this is too faint even for the same client. */
const LEAST_LIKENESS = Math.sqrt(FAINTEST);

/** For each work the works that are near it, without itself, with how near. */
export function nearWorks(likeness: WorkLikeness, clients: Uint32Array): Lists {
  const writer = createListWriter(clients.length);
  for (let work = 0; work < clients.length; work += 1) {
    const { both } = likeness.toWork(work);
    both[work] = 0;
    for (let other = 0; other < both.length; other += 1) {
      const each = both[other] ?? 0;
      if (each < LEAST_LIKENESS) continue;
      const value = nearness(each, clients[other] === clients[work]);
      if (value >= FAINTEST) writer.add(other, value);
    }
    writer.end();
  }
  return writer.lists();
}

/** A vote of one past work; below zero it corrects for others that say the same. */
export interface WorkVotes {
  works: Uint32Array;
  votes: Float64Array;
}

/**
 * Votes of the past works for a tender by kernel ridge regression, v = (K + 2I)⁻¹ k over its nearest works, by
 * conjugate gradients: ten near-doubles together do not outvote one other work of the same kind.
 */
export function createKernelVotes(near: Lists): (nearnessTo: Float64Array) => WorkVotes {
  const placeOf = new Int32Array(near.starts.length - 1).fill(-1);

  return (nearnessTo) => {
    const works = nearest(nearnessTo);
    works.forEach((work, at) => {
      placeOf[work] = at;
    });
    const kernel = within(near, works, placeOf);
    works.forEach((work) => {
      placeOf[work] = -1;
    });
    const wanted = Float64Array.from(works, (work) => nearnessTo[work] ?? 0);
    return { works, votes: solve(kernel, wanted) };
  };
}

function nearest(nearnessTo: Float64Array): Uint32Array {
  const found: number[] = [];
  for (let work = 0; work < nearnessTo.length; work += 1) {
    if ((nearnessTo[work] ?? 0) >= FAINTEST) found.push(work);
  }
  if (found.length > MOST_NEIGHBOURS) {
    found.sort((a, b) => (nearnessTo[b] ?? 0) - (nearnessTo[a] ?? 0) || a - b);
    found.length = MOST_NEIGHBOURS;
  }
  return Uint32Array.from(found);
}

function within({ starts, entries, values }: Lists, works: Uint32Array, placeOf: Int32Array): Lists {
  const writer = createListWriter(works.length);
  for (const work of works) {
    const end = starts[work + 1] ?? 0;
    for (let at = starts[work] ?? 0; at < end; at += 1) {
      const place = placeOf[entries[at] ?? 0] ?? -1;
      if (place >= 0) writer.add(place, values[at] ?? 0);
    }
    writer.end();
  }
  return writer.lists();
}

/** (K + I + 2I) v = wanted, where `kernel` leaves out the ones on K's diagonal. */
function solve(kernel: Lists, wanted: Float64Array): Float64Array {
  const size = wanted.length;
  const solution = new Float64Array(size);
  const rest = wanted.slice();
  const direction = wanted.slice();
  const image = new Float64Array(size);
  let error = dot(rest, rest);
  const enough = error * EXACT_ENOUGH * EXACT_ENOUGH;
  for (let step = 0; step < MOST_STEPS && error > enough; step += 1) {
    for (let row = 0; row < size; row += 1) {
      let sum = (1 + RIDGE) * (direction[row] ?? 0);
      const end = kernel.starts[row + 1] ?? 0;
      for (let at = kernel.starts[row] ?? 0; at < end; at += 1) {
        sum += (kernel.values[at] ?? 0) * (direction[kernel.entries[at] ?? 0] ?? 0);
      }
      image[row] = sum;
    }
    const length = error / dot(direction, image);
    for (let at = 0; at < size; at += 1) {
      solution[at] = (solution[at] ?? 0) + length * (direction[at] ?? 0);
      rest[at] = (rest[at] ?? 0) - length * (image[at] ?? 0);
    }
    const after = dot(rest, rest);
    const turn = after / error;
    for (let at = 0; at < size; at += 1) direction[at] = (rest[at] ?? 0) + turn * (direction[at] ?? 0);
    error = after;
  }
  return solution;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
