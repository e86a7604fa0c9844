import { dotOf, LATENT } from './latentRows.ts';
import type { LatentSpace } from './latentSpace.ts';
import type { WorkIndex, WorkVector } from './workIndex.ts';

/** How like a text each past work is, by its number, from 0 to 1. */
export interface Likeness {
  /** By the tokens that they share. */
  words: Float64Array;
  /** By what they are about. */
  topics: Float64Array;
  /** By both. */
  both: Float64Array;
}

/** How much of a likeness is told by what the texts are about, where that was learnt; the rest by their words. */
const TOPIC = 0.3;

/** Likens texts to past works; an answer is valid until the next question. */
export interface WorkLikeness {
  /** The answer to the last question. */
  last: Likeness;
  to(vector: WorkVector, place: Float32Array): Likeness;
  toWork(work: number): Likeness;
}

/** Likeness by words and, in a learnt space, by meaning. */
export function createWorkLikeness(index: WorkIndex, { places, isLearnt }: LatentSpace): WorkLikeness {
  const share = isLearnt ? TOPIC : 0;
  const works = places.length / LATENT;
  const [words, topics, both] = [new Float64Array(works), new Float64Array(works), new Float64Array(works)];
  const last = { words, topics, both };
  function to(vector: WorkVector, place: Float32Array): Likeness {
    index.likenessTo(vector, words);
    for (let work = 0; work < works; work += 1) {
      const topic = Math.max(0, dotOf(places, work * LATENT, place, 0));
      topics[work] = topic;
      both[work] = share * topic + (1 - share) * (words[work] ?? 0);
    }
    return last;
  }
  return {
    last,
    to,
    toWork: (work) => to(index.vectorOfWork(work), places.subarray(work * LATENT, (work + 1) * LATENT)),
  };
}
