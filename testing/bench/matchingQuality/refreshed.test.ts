import { expect, test } from '@jest/globals';
import { features } from '@cobid/domain/matching/pastWork/features.ts';
import type { Award } from './readAwards.ts';
import { refreshed } from './refreshed.ts';

const onlyKernel = features.map(({ name }) => ({ mean: 0, spread: 1, weight: name === 'kernel' ? 1 : 0 }));

function award(id: string, title: string, supplier: string, date: string): Award {
  return { id, title, buyer: 'City', suppliers: [supplier], date };
}

const known = [
  award('1', 'Care of lifts', 'Lift people', '2020-01-10'),
  award('2', 'Care of roofs', 'Roof people', '2020-02-10'),
];

test('what was awarded before the month of a tender is known, what was awarded in it is not', () => {
  const later = [
    award('3', 'Repair of roofs and gutters', 'Gutter people', '2020-05-20'),
    award('4', 'Repair of gutters', 'Roof people', '2020-05-21'),
    award('5', 'Repair of gutters', 'Roof people', '2020-06-01'),
    award('6', 'Repair of gutters', 'Lift people', '2020-06-30'),
  ];
  const tenders = later.filter(({ id }) => id !== '3');
  const coops = new Set(['Lift people', 'Roof people']);
  const lines: string[] = [];
  const { ranks } = refreshed({ known, later, tenders }, coops, onlyKernel, (line) => lines.push(line));
  expect(lines).toEqual(['2020-05-01: 1 tenders by 2 past works', '2020-06-01: 2 tenders by 4 past works']);
  // In May nobody has repaired gutters; in June two have, and the new one, who is not looked for, stands among the ranked.
  expect(ranks.slice(1)).toEqual([[1], [3]]);
});
