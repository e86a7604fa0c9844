import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boundedWeights } from '@cobid/testing/worlds/boundedWeights.ts';
import { weightBounds } from '../../network/weightBounds.ts';
import { byTerm, termKeys } from '../byTerm.ts';
import { fit } from '../fit.ts';
import { coopWith, held, must, now, tenderWith } from '../testWorld.ts';
import { publishedWeights } from '../weights.ts';
import type { Weights } from '../weights.ts';

import { learnWeights, MOST_STEP } from './learnWeights.ts';
import { likingOf } from './lesson.ts';
import type { Lesson } from './lesson.ts';
import { fitUnder, termShares } from './termShares.ts';
import { weightsEffect } from './weightsEffect.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const shares = fc.record(byTerm(() => share));
const lesson: fc.Arbitrary<Lesson> = fc.record({
  tenderId: fc.uuid(),
  coops: fc.uniqueArray(
    fc.record({ coopId: fc.uuid(), shares, liking: fc.constantFrom(0, 0, 0, 0.5, 1, 2) }),
    { selector: ({ coopId }) => coopId, maxLength: 8 },
  ),
});
const lessons = fc.uniqueArray(lesson, { selector: ({ tenderId }) => tenderId, maxLength: 40 });

/** So many tenders of two co-ops: one that is liked, and one that is not and differs in one term only. */
function sameLesson(count: number, key: keyof Weights, liked: number, other: number): Lesson[] {
  const all = byTerm(() => 0.5);
  return Array.from({ length: count }, (_, at) => ({
    tenderId: `t${at}`,
    coops: [
      { coopId: 'a', shares: { ...all, [key]: liked }, liking: 1 },
      { coopId: 'b', shares: { ...all, [key]: other }, liking: 0 },
    ],
  }));
}

/** Skills weigh so much that the fit expects who has them to be chosen: there is nothing to learn from that. */
const smallTerms = termKeys.filter((key) => key !== 'skill');

const sumOf = (weights: Weights) => termKeys.reduce((sum, key) => sum + weights[key], 0);

describe('learning', () => {
  test('stays within the published bounds and the largest step, and the weights sum to 1', () => {
    fc.assert(
      fc.property(lessons, boundedWeights, (given, weights) => {
        const learnt = learnWeights(given, weights).weights;
        expect(sumOf(learnt)).toBeCloseTo(1, 9);
        for (const key of termKeys) {
          expect(learnt[key]).toBeGreaterThanOrEqual(weightBounds[key].least - 1e-9);
          expect(learnt[key]).toBeLessThanOrEqual(weightBounds[key].most + 1e-9);
          expect(Math.abs(learnt[key] - weights[key])).toBeLessThanOrEqual(MOST_STEP + 1e-9);
        }
      }),
    );
  });

  test.each(smallTerms)('stays there however often the same is learnt of %s', (key) => {
    for (const isLiked of [true, false]) {
      const given = sameLesson(100, key, isLiked ? 1 : 0, isLiked ? 0 : 1);
      let weights: Weights = publishedWeights;
      for (let week = 0; week < 40; week += 1) weights = learnWeights(given, weights).weights;
      const { least, most } = weightBounds[key];
      expect(weights[key]).toBeCloseTo(isLiked ? most : least, 9);
      expect(sumOf(weights)).toBeCloseTo(1, 9);
    }
  });

  test('changes nothing without data, and where everybody or nobody was liked', () => {
    fc.assert(
      fc.property(lessons, boundedWeights, fc.constantFrom(0, 1), (given, weights, liking) => {
        expect(learnWeights([], weights).weights).toBe(weights);
        const alike = given.map((each) => ({
          ...each,
          coops: each.coops.map((coop) => ({ ...coop, liking })),
        }));
        expect(learnWeights(alike, weights)).toMatchObject({ weights, tenders: 0 });
      }),
    );
  });

  test('does not depend on the order of tenders and co-ops', () => {
    fc.assert(
      fc.property(lessons, boundedWeights, (given, weights) => {
        const turned = given.map((each) => ({ ...each, coops: each.coops.toReversed() })).toReversed();
        expect(learnWeights(turned, weights)).toEqual(learnWeights(given, weights));
      }),
    );
  });

  test.each(smallTerms)(
    'gives weight to %s where who said yes had it, and takes it where they lacked it',
    (key) => {
      const more = learnWeights(sameLesson(100, key, 1, 0), publishedWeights).weights;
      const less = learnWeights(sameLesson(100, key, 0, 1), publishedWeights).weights;
      expect(more[key]).toBeGreaterThan(publishedWeights[key]);
      expect(less[key]).toBeLessThan(publishedWeights[key]);
    },
  );

  test('changes nothing where the fit has expected it all', () => {
    const { weights } = learnWeights(sameLesson(200, 'skill', 1, 0), publishedWeights);
    expect(weights).toEqual(publishedWeights);
  });

  test('takes weight from skills where those who said yes had fewer of them, and as much of all else', () => {
    const { weights } = learnWeights(sameLesson(200, 'skill', 0.4, 0.6), publishedWeights);
    expect(weights.skill).toBeLessThan(publishedWeights.skill);
    for (const key of smallTerms) expect(weights[key]).toBeGreaterThanOrEqual(publishedWeights[key]);
  });

  test('moves less where there is less to learn from', () => {
    const step = (count: number) =>
      learnWeights(sameLesson(count, 'evidence', 1, 0), publishedWeights).weights.evidence -
      publishedWeights.evidence;
    expect(step(1)).toBeLessThan(step(30));
    expect(step(30)).toBeLessThanOrEqual(step(1000));
  });

  test('what a co-op is is no input: whatever else is known of it, the same is learnt', () => {
    fc.assert(
      fc.property(lessons, boundedWeights, fc.integer({ min: 1, max: 900 }), (given, weights, size) => {
        const described = given.map((each) => ({
          ...each,
          coops: each.coops.map((coop, at) => ({
            ...coop,
            legalForm: `form ${at}`,
            bases: ['worker'],
            size: size + at,
            founded: 1990 + at,
            feePaid: at % 2 === 0,
          })),
        }));
        expect(learnWeights(described, weights)).toEqual(learnWeights(given, weights));
      }),
    );
  });
});

test('the shares of a match give back its fit under the same weights', () => {
  fc.assert(
    fc.property(boundedWeights, boundedWeights, (weights, others) => {
      const coop = coopWith({
        skills: [held('react', { level: 2 })],
        freeDays: [{ month: '2027-01', days: 7 }],
        languages: ['es'],
      });
      const requirements = [must('a', 'react'), must('b', 'postgresql', { priority: 'should' })];
      const tender = tenderWith({ requirements, languages: ['es', 'en'], sector: 'health' });
      const { terms, score } = fit(coop, tender, weights, now);
      expect(fitUnder(weights, termShares(terms))).toBeCloseTo(score, 9);
      // And under other weights the fit that the co-op would have had with them.
      expect(fitUnder(others, termShares(terms))).toBeCloseTo(fit(coop, tender, others, now).score, 9);
    }),
  );
});

test.each([
  [{ answer: null, noReason: null, hasWon: true }, 2],
  [{ answer: 'no', noReason: 'skills', hasWon: true }, 2],
  [{ answer: 'yes', noReason: null, hasWon: false }, 1],
  [{ answer: 'yes_if', noReason: null, hasWon: false }, 0.5],
  [{ answer: 'not_now', noReason: null, hasWon: false }, null],
  [{ answer: 'pass_to', noReason: null, hasWon: false }, null],
  [{ answer: 'no', noReason: 'capacity', hasWon: false }, null],
  [{ answer: 'no', noReason: 'skills', hasWon: false }, 0],
  [{ answer: null, noReason: null, hasWon: false }, 0],
] as const)('%j counts as %p', (outcome, liking) => {
  expect(likingOf(outcome)).toBe(liking);
});

describe('the replay of other weights', () => {
  test('says nothing where the weights are the same', () => {
    fc.assert(
      fc.property(lessons, boundedWeights, (given, weights) => {
        for (const effect of weightsEffect(given, weights, weights)) {
          expect(effect).toMatchObject({ entered: [], left: [], moved: 0, largest: 0 });
        }
      }),
    );
  });

  test('names who comes into the first ten and who falls out, as many of each', () => {
    fc.assert(
      fc.property(lessons, boundedWeights, boundedWeights, (given, from, to) => {
        for (const { entered, left } of weightsEffect(given, from, to)) {
          expect(entered).toHaveLength(left.length);
        }
      }),
    );
    const coops = Array.from({ length: 11 }, (_, at) => ({
      coopId: `c${String(at).padStart(2, '0')}`,
      shares: { ...byTerm(() => 0.5), evidence: at === 10 ? 1 : 0.5, values: at === 10 ? 0 : 0.6 },
      liking: 0,
    }));
    const to = { ...publishedWeights, evidence: 0.1, skill: 0.68 };
    const from = { ...publishedWeights, evidence: 0.04, values: 0.06, skill: 0.71 };
    expect(weightsEffect([{ tenderId: 't', coops }], from, to)).toEqual([
      { tenderId: 't', entered: ['c10'], left: ['c09'], moved: 9, largest: expect.closeTo(0.048) },
    ]);
  });
});
