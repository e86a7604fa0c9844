import { expect, test } from '@jest/globals';
import { kinOf } from './kin.ts';
import { packLists } from './lists.ts';

const chain = packLists([[[1, 1]], [[2, 1]], [[3, 1]], [[4, 1]], []]);

function kinIn(graphs: Parameters<typeof kinOf>[0], coop: number): [number, number][] {
  const { starts, entries, values } = kinOf(graphs, 5);
  const [start, end] = [starts[coop] ?? 0, starts[coop + 1] ?? 0];
  return Array.from(entries.subarray(start, end), (other, at) => [other, values[start + at] ?? 0]);
}

test('kin are reached in up to three steps, the nearest first', () => {
  expect(kinIn([chain], 0)).toEqual([
    [1, 1],
    [2, expect.closeTo(0.7, 6)],
    [3, expect.closeTo(0.49, 6)],
  ]);
});

test('nobody is kin of itself, and who stands alone has none', () => {
  const pair = packLists([[[1, 1]], [[0, 1]], [], [], []]);
  expect(kinIn([pair], 0).map(([other]) => other)).toEqual([1]);
  expect(kinIn([pair], 3)).toEqual([]);
});

test('several graphs count by their mean', () => {
  expect(kinIn([chain, packLists([[[4, 1]], [], [], [], []])], 0).slice(0, 2)).toEqual([
    [1, 0.5],
    [4, 0.5],
  ]);
});
