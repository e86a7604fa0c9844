import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { features } from './features.ts';
import { fitPastWork } from './fitPastWork.ts';
import type { PastWork } from './pastWork.ts';
import { rankByPastWork } from './pastWorkRanking.ts';
import { createPastWorkSignals } from './pastWorkSignals.ts';

const unnamed = () => '';
/** One weight for each feature, on values as they are. */
const even = features.map(() => ({ mean: 0, spread: 1, weight: 1 }));
const onlyKernel = features.map(({ name }) => ({ mean: 0, spread: 1, weight: name === 'kernel' ? 1 : 0 }));

function work(id: string, text: string, coops: string[], client = 'City', day = 20_000): PastWork {
  return { id, text, client, day, coops };
}

const works = [
  work('1', 'Booking platform for community halls', ['halls']),
  work('2', 'Repair of lifts in the town hall', ['lifts']),
  work('3', 'Podcast for the museum', ['sound'], 'Museum'),
  work('4', 'Maintenance of lifts and escalators', ['lifts', 'stairs']),
  work('5', 'Catering for staff events', ['food']),
];

const KINDS = ['lifts', 'halls', 'podcasts', 'menus', 'roofs'];
/** Sixty works in which each kind of work always goes to the same co-op. */
const regular = Array.from({ length: 60 }, (_, at) => {
  const kind = KINDS[at % KINDS.length] ?? '';
  return work(
    `w${at}`,
    `Care of ${kind} in district ${at}`,
    [`coop-of-${kind}`],
    `Client ${at % 3}`,
    20_000 + at,
  );
});

describe('ranking by past works', () => {
  test('puts whoever did the most similar work first', () => {
    const signals = createPastWorkSignals(works, unnamed);
    const first = (text: string, client: string) =>
      rankByPastWork(signals, onlyKernel, { text, client })[0]?.coopId;
    expect(first('Lift maintenance', 'City')).toBe('lifts');
    expect(first('A platform for bookings of halls', 'Museum')).toBe('halls');
  });

  test('ranks everybody by nothing for a text without a known word, and nobody without past works', () => {
    const wanted = { text: 'Zzz', client: 'Nobody' };
    const ranked = rankByPastWork(createPastWorkSignals(works, unnamed), onlyKernel, wanted);
    expect(ranked.map(({ score }) => score)).toEqual([0, 0, 0, 0, 0]);
    expect(rankByPastWork(createPastWorkSignals([], unnamed), even, wanted)).toEqual([]);
  });

  test('does not let near-doubles of one work outvote another by their number', () => {
    const doubled = [
      ...Array.from({ length: 6 }, (_, at) => work(`d${at}`, 'Audit of accounts 2020', [`one${at}`])),
      work('other', 'Audit of accounts of schools', ['two']),
    ];
    const wanted = { text: 'Audit of accounts of schools', client: 'City' };
    expect(rankByPastWork(createPastWorkSignals(doubled, unnamed), onlyKernel, wanted)[0]?.coopId).toBe(
      'two',
    );
  });

  test('explains each score by terms that sum to it', () => {
    const signals = createPastWorkSignals(works, (coopId) => coopId);
    const text = fc.array(fc.constantFrom('lifts', 'town', 'halls', 'podcast', 'events', 'zzz'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, fc.constantFrom('City', 'Museum', 'Nobody'), (words, client) => {
        for (const { score, terms } of rankByPastWork(signals, even, { text: words.join(' '), client })) {
          expect(terms.map(({ feature }) => feature)).toEqual(features.map(({ name }) => name));
          expect(Math.abs(terms.reduce((sum, { value }) => sum + value, 0) - score)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('does not depend on the order in which works are given', () => {
    const wanted = { text: 'Lifts of halls', client: 'City' };
    const ranked = rankByPastWork(createPastWorkSignals(works, unnamed), even, wanted);
    fc.assert(
      fc.property(fc.shuffledSubarray(works, { minLength: works.length }), (shuffled) => {
        expect(rankByPastWork(createPastWorkSignals(shuffled, unnamed), even, wanted)).toEqual(ranked);
      }),
      { numRuns: 10 },
    );
  });

  test('reads no legal form from a name', () => {
    const ranked = (suffix: string) =>
      rankByPastWork(
        createPastWorkSignals(works, (coopId) => `${coopId} ${suffix}`),
        even,
        {
          text: 'Repair of lifts',
          client: 'City',
        },
      );
    expect(ranked('Pte Ltd')).toEqual(ranked('SCOP GmbH'));
  });
});

test('a model learnt from a regular past finds who comes next', () => {
  const coefficients = fitPastWork(regular, unnamed);
  const signals = createPastWorkSignals(regular, unnamed);
  for (const kind of KINDS) {
    const [first] = rankByPastWork(signals, coefficients, { text: `Care of ${kind}`, client: 'Client 1' });
    expect(first?.coopId).toBe(`coop-of-${kind}`);
  }
});

test('a past without any award teaches nothing and says so by weights of zero', () => {
  expect(fitPastWork([], unnamed).every(({ weight }) => weight === 0)).toBe(true);
});
