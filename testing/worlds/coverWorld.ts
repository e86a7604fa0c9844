import type { ConsortiumCoop, ConsortiumRequirement } from '@cobid/domain/matching/consortium.ts';
import { chanceOf, different, zipfOf } from './random.ts';

/** A consortium question without the words: what a tender needs, and who has which skills and days. */
export interface CoverWorld {
  requirements: ConsortiumRequirement[];
  coops: ConsortiumCoop[];
}

/**
 * The generator of the published measurements: 37 skills with Zipf 0.8, 3 to 12 skills for each co-op. A need wants
 * 4 to 20 days; a co-op has up to `mostFree` days, so that a small number makes large consortia.
 */
export function coverWorld(shape: {
  seed: number;
  coops: number;
  needs: number;
  mostFree: number;
}): CoverWorld {
  const chance = chanceOf(shape.seed);
  const skillOf = zipfOf(
    Array.from({ length: 37 }, (_, at) => `s${at}`),
    0.8,
  );
  const wanted = different(() => skillOf(chance), shape.needs);
  return {
    requirements: wanted.map((id) => ({ id, priority: 'must', days: chance.whole(8, 40) / 2, label: id })),
    coops: Array.from({ length: shape.coops }, (_, at) => {
      const held = new Set(different(() => skillOf(chance), chance.whole(3, 12)));
      return {
        id: `c${String(at).padStart(4, '0')}`,
        strengths: Object.fromEntries(wanted.filter((id) => held.has(id)).map((id) => [id, 0.8])),
        freeDays: chance.whole(0, shape.mostFree * 2) / 2,
        fit: chance.whole(0, 1000) / 1000,
        country: chance.oneOf(['ES', 'GB', 'FR']),
        city: chance.oneOf(['a', 'b', 'c', 'd']),
        exposure: chance.whole(0, 5),
      };
    }),
  };
}

/**
 * A world whose smallest consortium is known: `size` co-ops hold all needs between them, each the only holder of one
 * need, and any number of others hold nothing that makes one of these unnecessary.
 */
export function plantedWorld(shape: { seed: number; size: number; others: number }): CoverWorld & {
  optimum: string[];
} {
  const chance = chanceOf(shape.seed);
  const needs = Array.from({ length: shape.size }, (_, at) => `only${at}`);
  const shared = ['x', 'y', 'z'];
  const planted = needs.map((need, at): ConsortiumCoop => ({
    id: `p${at}`,
    strengths: { [need]: 0.9, [shared[at % 3] ?? 'x']: 0.7 },
    freeDays: 20,
    fit: 0.5,
  }));
  const others = Array.from({ length: shape.others }, (_, at): ConsortiumCoop => ({
    id: `q${String(at).padStart(4, '0')}`,
    strengths: Object.fromEntries(chance.some(shared, chance.whole(0, 3)).map((id) => [id, 0.8])),
    freeDays: chance.whole(0, 60),
    fit: 0.9,
  }));
  return {
    requirements: [
      ...needs.map((id) => ({ id, priority: 'must' as const, days: 10 })),
      ...shared.slice(0, Math.min(3, shape.size)).map((id) => ({ id, priority: 'must' as const, days: 5 })),
    ],
    coops: [...others, ...planted],
    optimum: planted.map(({ id }) => id),
  };
}
