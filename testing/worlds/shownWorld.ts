import type { Listed } from '@cobid/domain/matching/exposure/replay.ts';
import { chanceOf, different, zipfOf } from './random.ts';
import type { Chance } from './random.ts';

const skillOf = zipfOf(
  Array.from({ length: 37 }, (_, at) => at),
  0.8,
);
/** How much of a fit is the share of the needs that are covered; the rest is the co-op's own, so that few fits are equal. */
const COVERED_SHARE = 0.8;

/**
 * A synthetic network for questions of who is shown: 50 co-ops with 3 to 12 of 37 skills each (Zipf's law, exponent
 * 0.8), and tenders that need 3 to 9 of them. For each tender: the co-ops that cover something, with their fit.
 */
export function shownWorld(seed: number, tenders: number): Listed[][] {
  const chance = chanceOf(seed);
  const coops = Array.from({ length: 50 }, (_, at) => ({
    coopId: `c${String(at).padStart(2, '0')}`,
    skills: skills(chance, chance.whole(3, 12)),
    own: chance.next(),
  }));
  return Array.from({ length: tenders }, () => {
    const needs = skills(chance, chance.whole(3, 9));
    return coops.flatMap(({ coopId, skills: held, own }) => {
      const covered = needs.filter((need) => held.includes(need)).length / needs.length;
      return covered === 0 ? [] : [{ coopId, score: COVERED_SHARE * covered + (1 - COVERED_SHARE) * own }];
    });
  });
}

function skills(chance: Chance, count: number): number[] {
  return different(() => skillOf(chance), count);
}
