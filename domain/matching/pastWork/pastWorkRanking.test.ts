import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PastWork } from './pastWork.ts';
import { createPastWorkRanking } from './pastWorkRanking.ts';

function work(id: string, text: string, coops: string[], client = 'City'): PastWork {
  return { id, text, client, day: 20_000, coops };
}

const works = [
  work('1', 'Booking platform for community halls', ['halls']),
  work('2', 'Repair of lifts in the town hall', ['lifts']),
  work('3', 'Podcast for the museum', ['sound'], 'Museum'),
  work('4', 'Maintenance of lifts and escalators', ['lifts', 'stairs']),
  work('5', 'Catering for staff events', ['food']),
];

test('whoever did the most similar work comes first', () => {
  const rank = createPastWorkRanking(works);
  expect(rank({ text: 'Lift maintenance', client: 'City' })[0]?.coopId).toBe('lifts');
  expect(rank({ text: 'A platform for bookings of halls', client: 'Museum' })[0]?.coopId).toBe('halls');
});

test('a text without a known word ranks everybody alike, and no past works rank nobody', () => {
  const ranked = createPastWorkRanking(works)({ text: 'Zzz', client: 'Nobody' });
  expect(new Set(ranked.map(({ score }) => score))).toEqual(new Set([0]));
  expect(ranked).toHaveLength(5);
  expect(createPastWorkRanking([])({ text: 'Lifts', client: 'City' })).toEqual([]);
});

test('near-doubles of one work do not outvote another of the same kind by their number', () => {
  const doubled = [
    ...Array.from({ length: 6 }, (_, at) => work(`d${at}`, 'Audit of accounts 2020', [`one${at}`])),
    work('other', 'Audit of accounts of schools', ['two']),
  ];
  const ranked = createPastWorkRanking(doubled)({ text: 'Audit of accounts of schools', client: 'City' });
  expect(ranked[0]?.coopId).toBe('two');
});

test('the order in which works are given does not matter', () => {
  const rank = createPastWorkRanking(works);
  fc.assert(
    fc.property(fc.shuffledSubarray(works, { minLength: works.length }), (shuffled) => {
      const wanted = { text: 'Lifts of halls', client: 'City' };
      expect(createPastWorkRanking(shuffled)(wanted)).toEqual(rank(wanted));
    }),
    { numRuns: 20 },
  );
});
