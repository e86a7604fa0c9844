import type { Coefficient } from '../pastWork/additiveModel.ts';
import { features } from '../pastWork/features.ts';
import { fitPastWork } from '../pastWork/fitPastWork.ts';
import type { PastWork } from '../pastWork/pastWork.ts';
import { tellingText } from '../words.ts';

/** The coefficient of a feature by its name, so that it prints, and is left alone once the features are others. */
export interface NamedCoefficient extends Coefficient {
  feature: string;
}

/** What was learnt from past awards; without coefficients where they were too few. */
export interface LearntPastWork {
  /** Awards that it was learnt from, and how many of them taught something: those won by somebody known before. */
  works: number;
  lessons: number;
  coefficients: NamedCoefficient[] | null;
}

/**
 * From so many lessons on coefficients are fitted; a lesson is a tender that somebody won who was known before. On real
 * awards the fit is no better than the plain order with 250 lessons, and is from about 480 on (docs/matching.md).
 */
export const LEAST_LESSONS = 500;
/** The three cuts of a past have five lessons of each eight awards at the very most. */
export const LEAST_AWARDS = (LEAST_LESSONS * 8) / 5;

/** The published plain order: by the votes of the most similar past works alone. Nothing in it was learnt anywhere. */
const plain: readonly Coefficient[] = features.map(({ name }) => ({
  mean: 0,
  spread: 1,
  weight: name === 'kernel share' ? 1 : 0,
}));

/** Fits the model to a network's own awards, unless they are too few to learn from. */
export function learnPastWork(awards: readonly PastWork[]): LearntPastWork {
  const works = awards.length;
  if (works < LEAST_AWARDS) return { works, lessons: 0, coefficients: null };
  let lessons = 0;
  const fitted = fitPastWork(
    awards.map((work) => ({ ...work, text: tellingText(work.text) })),
    nameless,
    (found) => {
      lessons += found;
    },
  );
  if (lessons < LEAST_LESSONS) return { works, lessons, coefficients: null };
  return {
    works,
    lessons,
    coefficients: fitted.map((coefficient, at) => ({ feature: features[at]?.name ?? '', ...coefficient })),
  };
}

/** The coefficients to rank by, and whether they were learnt: those of other features than there are now are not used. */
export function coefficientsInUse(learnt: Pick<LearntPastWork, 'coefficients'> | undefined): {
  coefficients: readonly Coefficient[];
  isLearnt: boolean;
} {
  const known = learnt?.coefficients ?? [];
  const isLearnt =
    known.length === features.length && features.every(({ name }, at) => known[at]?.feature === name);
  return isLearnt ? { coefficients: known, isLearnt } : { coefficients: plain, isLearnt };
}

/** Names tell legal forms in a hundred languages, and a hint is to come from what was done: they are not read. */
export function nameless(): string {
  return '';
}
