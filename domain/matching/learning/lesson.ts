import type { Answer, noReasons } from '../../opportunity/schema.ts';
import type { TermShares } from './termShares.ts';

/** One past tender as learning sees it. What a co-op is (type, size, age, fees) is not here on purpose. */
export interface Lesson {
  tenderId: string;
  coops: LessonCoop[];
}

export interface LessonCoop {
  coopId: string;
  shares: TermShares;
  /** How much the co-op and the tender turned out to be for each other; 0 where they did not. */
  liking: number;
}

/** What became of a match: the co-op's answer, and whether it won. */
export interface Outcome {
  answer: Answer | null;
  noReason: string | null;
  hasWon: boolean;
}

/** A "no" for these says something of the time and the money, and nothing of the fit. */
const NOT_ABOUT_FIT: readonly (typeof noReasons)[number][] = ['capacity', 'budget', 'dates'];

/**
 * How much a tender and a co-op turned out to be for each other: 2 for having won it, 1 for a yes, a half for a yes with
 * a condition, 0 for a no and for silence. Null where the answer says nothing of the fit: such a co-op is left out.
 */
export function likingOf({ answer, noReason, hasWon }: Outcome): number | null {
  if (hasWon) return 2;
  if (answer === 'yes') return 1;
  if (answer === 'yes_if') return 0.5;
  if (answer === 'not_now' || answer === 'pass_to') return null;
  return NOT_ABOUT_FIT.some((reason) => reason === noReason) ? null : 0;
}

/** Whether a tender teaches anything: somebody liked it, and somebody did not. */
export function teaches({ coops }: Lesson): boolean {
  return coops.some(({ liking }) => liking > 0) && coops.some(({ liking }) => liking === 0);
}
