import { expect, test } from '@jest/globals';
import { smallestConsortia } from '@cobid/domain/matching/smallestConsortia.ts';
import { plantedWorld } from './coverWorld.ts';

test.each([1, 2, 3, 5])('a planted consortium of %i is found and proved smallest', (size) => {
  const { requirements, coops, optimum } = plantedWorld({ seed: 7 * size, size, others: 40 });
  const found = smallestConsortia({ requirements, coops });
  expect(found.proof).toBe('proved_smallest');
  expect(found.consortia[0]?.members.map(({ id }) => id).toSorted()).toEqual(optimum.toSorted());
});
