import { weightBounds } from '../../network/weightBounds.ts';
import { byTerm, termKeys } from '../byTerm.ts';
import type { Weights } from '../weights.ts';
import { teaches } from './lesson.ts';
import type { Lesson } from './lesson.ts';
import { fitUnder } from './termShares.ts';
import type { TermShares } from './termShares.ts';
import { toTenths } from './toTenths.ts';

/** No weight moves further than this in one step: one percent of the fit. */
export const MOST_STEP = 0.01;
/** So many tenders count as much as what is believed before any: with fewer, steps are smaller. */
const PRIOR_TENDERS = 30;
/** What part of itself a weight moves for each unit of surprise, where there is much to learn from. */
const RATE = 0.4;
/** How sharply a better fit is expected to be chosen: ten points more make it about 2.7 times as likely. */
const SHARPNESS = 10;

/** What was learnt, and from what. */
export interface Learnt {
  /** In tenths of a percent, within the published bounds, 1 together; the given ones where nothing was learnt. */
  weights: Weights;
  /** Past tenders that taught something. */
  tenders: number;
  /** What share of each term those had whom the fit would have chosen, and those who answered yes or won. */
  expected: TermShares;
  observed: TermShares;
}

/**
 * Moves the weights a small step towards what made co-ops and tenders choose each other: one step of exponentiated
 * gradient on the likelihood of a conditional logit. For each tender it compares the shares of those who said yes or won
 * with those of whom the present weights would have expected; a term that did better than the others gains, one that
 * did worse loses, each in proportion to its weight. The order of the input does not matter.
 */
export function learnWeights(given: readonly Lesson[], weights: Weights): Learnt {
  const lessons = given.filter(teaches).toSorted((a, b) => (a.tenderId < b.tenderId ? -1 : 1));
  const each = lessons.map((lesson) => compared(lesson, weights));
  const expected = byTerm((key) => mean(each.map((lesson) => lesson.expected[key])));
  const observed = byTerm((key) => mean(each.map((lesson) => lesson.observed[key])));
  const learnt = { weights, tenders: lessons.length, expected, observed };
  if (lessons.length === 0) return learnt;
  const trust = lessons.length / (lessons.length + PRIOR_TENDERS);
  const surprise = byTerm((key) => observed[key] - expected[key]);
  return { ...learnt, weights: moved(weights, surprise, RATE * trust) };
}

function compared({ coops }: Lesson, weights: Weights): { expected: TermShares; observed: TermShares } {
  const inOrder = coops.toSorted((a, b) => (a.coopId < b.coopId ? -1 : 1));
  const chances = inOrder.map(({ shares }) => Math.exp(SHARPNESS * fitUnder(weights, shares)));
  const likings = inOrder.map(({ liking }) => liking);
  const average = (amounts: readonly number[], key: keyof Weights) =>
    inOrder.reduce((sum, { shares }, at) => sum + (amounts[at] ?? 0) * shares[key], 0) /
    amounts.reduce((sum, amount) => sum + amount, 0);
  return {
    expected: byTerm((key) => average(chances, key)),
    observed: byTerm((key) => average(likings, key)),
  };
}

/** The usual surprise lies well within these, also where most terms stand at a limit. */
const [LEAST_USUAL, MOST_USUAL] = [-1000, 1000];
/** Enough for every digit. */
const HALVINGS = 64;

/**
 * The weights after a step: within their bounds, none moved too far, 1 together. Each moves by how much its surprise is
 * above or below the usual one; that is the one with which the sum is 1, found by halving, since the sum falls with it.
 */
function moved(weights: Weights, surprise: Weights, rate: number): Weights {
  const least = byTerm((key) => Math.max(weightBounds[key].least, weights[key] - MOST_STEP));
  const most = byTerm((key) => Math.min(weightBounds[key].most, weights[key] + MOST_STEP));
  const after = (usual: number) =>
    byTerm((key) => {
      const wanted = weights[key] * (1 + rate * (surprise[key] - usual));
      return Math.min(most[key], Math.max(least[key], wanted));
    });
  let [low, high] = [LEAST_USUAL, MOST_USUAL];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    const sum = termKeys.reduce((total, key) => total + after(middle)[key], 0);
    if (sum > 1) low = middle;
    else high = middle;
  }
  return toTenths(after(high), least, most) ?? weights;
}

function mean(amounts: readonly number[]): number {
  return amounts.length === 0 ? 0 : amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
}
