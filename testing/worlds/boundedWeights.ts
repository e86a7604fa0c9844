import fc from 'fast-check';
import { byTerm, termKeys } from '@cobid/domain/matching/byTerm.ts';
import type { Weights } from '@cobid/domain/matching/weights.ts';
import { weightBounds } from '@cobid/domain/network/weightBounds.ts';

/**
 * Any weights that a network may have: each within its published bounds, 1 together. Skills take what the others
 * leave, which their own bounds allow for whatever the others are.
 */
export const boundedWeights: fc.Arbitrary<Weights> = fc
  .record(
    byTerm((key) => fc.integer({ min: weightBounds[key].least * 1000, max: weightBounds[key].most * 1000 })),
  )
  .map((tenths) => {
    const others = termKeys.filter((key) => key !== 'skill');
    const left = 1000 - others.reduce((sum, key) => sum + tenths[key], 0);
    return byTerm((key) => (key === 'skill' ? left : tenths[key]) / 1000);
  })
  .filter(({ skill }) => skill >= weightBounds.skill.least && skill <= weightBounds.skill.most);
