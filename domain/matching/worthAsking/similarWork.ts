import type { Coefficient } from '../pastWork/additiveModel.ts';
import type { PastWork, WantedWork } from '../pastWork/pastWork.ts';
import { rankByPastWork } from '../pastWork/pastWorkRanking.ts';
import { createPastWorkSignals } from '../pastWork/pastWorkSignals.ts';
import type { PastWorkSignals } from '../pastWork/pastWorkSignals.ts';
import { tellingText } from '../words.ts';
import { nameless } from './pastWorkModel.ts';
import { termsInWords } from './termsInWords.ts';

/** A co-op that did work like what is wanted. */
export interface SimilarWork {
  coopId: string;
  /** Ids of its works that are most like it, the nearest first, at most two: they are why it is told of at all. */
  workIds: string[];
  /** What speaks for it most, in plain words. */
  because: string[];
}

/**
 * Less than this is chance. In the example network 47 % of the co-ops that cover a need have a project that is as like
 * it, and 2 % of those that hold no skill near it (all its requirements and every fifth skill of the vocabulary).
 */
const LEAST_LIKENESS = 0.15;
/** Words that begin alike are one, as in matching/words.ts. */
const STEM = 6;
const WORKS_SHOWN = 2;

/**
 * For each question the co-ops that did such work, the best first. Whoever has done nothing alike is not in it; how much
 * somebody has done is no advantage.
 */
export function similarWork(
  works: readonly PastWork[],
  coefficients: readonly Coefficient[],
  questions: readonly WantedWork[],
  most: number,
): SimilarWork[][] {
  const signals = createPastWorkSignals(
    works.map((work) => ({ ...work, text: tellingText(work.text) })),
    nameless,
  );
  return questions.map(({ text, client }) => {
    const wanted = { text: tellingText(text), client };
    const ranked = rankByPastWork(signals, coefficients, wanted);
    const own = nearestOwn(signals, beginningsOf(wanted.text));
    return ranked
      .flatMap(({ coopId, terms }) => {
        const workIds = own.get(coopId);
        return workIds === undefined ? [] : [{ coopId, workIds, because: termsInWords(terms) }];
      })
      .slice(0, most);
  });
}

/**
 * By co-op, its works that are like what was asked last. A whole word has to be shared: of a text whose words are all
 * unknown, parts of them still are like something.
 */
function nearestOwn(
  { works, likeness }: PastWorkSignals,
  wanted: ReadonlySet<string>,
): Map<string, string[]> {
  const found = works
    .map((work, at) => ({ work, like: likeness[at] ?? 0 }))
    .filter(({ work, like }) => like >= LEAST_LIKENESS && sharesWord(work, wanted))
    .toSorted((a, b) => b.like - a.like || b.work.day - a.work.day || (a.work.id < b.work.id ? -1 : 1));
  const own = new Map<string, string[]>();
  for (const { work } of found) {
    for (const coopId of work.coops) {
      const ids = own.get(coopId) ?? [];
      if (ids.length < WORKS_SHOWN) own.set(coopId, [...ids, work.id]);
    }
  }
  return own;
}

function sharesWord({ text }: PastWork, wanted: ReadonlySet<string>): boolean {
  for (const word of beginningsOf(text)) if (wanted.has(word)) return true;
  return false;
}

function beginningsOf(text: string): Set<string> {
  return new Set(text.split(' ').map((word) => word.slice(0, STEM)));
}
