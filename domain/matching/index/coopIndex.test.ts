import { describe, expect, test } from '@jest/globals';
import { chanceOf } from '@cobid/testing/worlds/random.ts';
import { networkWorld, tenderWorld, worldCoop, worldNow as now } from '@cobid/testing/worlds/networkWorld.ts';
import fc from 'fast-check';
import { eligibility } from '../eligibility.ts';
import { fit } from '../fit.ts';
import type { MatchableCoop, MatchableTender } from '../matchable.ts';
import { matchWithoutChanges } from '../matchCoop.ts';
import { mustHear } from '../mustHear.ts';
import { coopWith, held, must, tenderWith } from '../testWorld.ts';
import { publishedWeights as weights } from '../weights.ts';
import { createCoopIndex } from './coopIndex.ts';
import { mergeTop, partitionOf } from './partitions.ts';
import { byScore } from './topList.ts';
import type { Ranked } from './topList.ts';

/** What the index has to equal: the fit of every eligible co-op, sorted. */
function byFit(coops: readonly MatchableCoop[], tender: MatchableTender): Ranked[] {
  return coops
    .filter((coop) => eligibility(coop, tender, now).length === 0)
    .map((coop) => ({ coopId: coop.id, score: fit(coop, tender, weights, now).score }))
    .toSorted(byScore);
}

/** All who have to hear of a tender, by the plain formula alone. */
function coverersByFit(coops: readonly MatchableCoop[], tender: MatchableTender) {
  return coops
    .map((coop) => ({ coopId: coop.id, ...matchWithoutChanges(coop, tender, now, weights) }))
    .filter((match) => mustHear(match, tender.content))
    .map(({ coopId, score, missing }) => ({ coopId, score, missing }))
    .toSorted(byScore);
}

function indexOf(coops: readonly MatchableCoop[]) {
  const index = createCoopIndex();
  for (const coop of coops) index.put(coop);
  return index;
}

/** A network in which many are exactly equal, so that ties are common. */
function withTwins(coops: readonly MatchableCoop[]): MatchableCoop[] {
  const twins = coops.slice(0, coops.length / 2).map(({ id, ...coop }) => ({
    ...coop,
    id: id.split('').toReversed().join(''),
  }));
  return [...coops, ...twins];
}

const worlds = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  count: fc.integer({ min: 0, max: 120 }),
  k: fc.integer({ min: 0, max: 40 }),
});

describe('the index', () => {
  test('returns the same best ones as fit over all co-ops, to the bit, ties by id', () => {
    fc.assert(
      fc.property(worlds, ({ seed, count, k }) => {
        const coops = withTwins(networkWorld(seed, count));
        const index = indexOf(coops);
        for (const tender of tenderWorld(seed, 3)) {
          expect(index.top({ tender, k, weights, now })).toEqual(byFit(coops, tender).slice(0, k));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('does so for a network of several blocks', () => {
    const coops = networkWorld(5, 5000);
    const index = indexOf(coops);
    for (const tender of tenderWorld(6, 4)) {
      expect(index.top({ tender, k: 100, weights, now })).toEqual(byFit(coops, tender).slice(0, 100));
    }
  });

  test('equals an index built anew after any additions, replacements and removals', () => {
    fc.assert(
      fc.property(worlds, fc.array(fc.tuple(fc.boolean(), fc.nat(60))), ({ seed, count, k }, moves) => {
        const coops = new Map(networkWorld(seed, count).map((coop) => [coop.id, coop]));
        const index = indexOf([...coops.values()]);
        const chance = chanceOf(seed);
        for (const [isPut, number] of moves) {
          const coop = worldCoop(chance, number);
          if (isPut) coops.set(coop.id, coop);
          else coops.delete(coop.id);
          if (isPut) index.put(coop);
          else index.remove(coop.id);
        }
        const [tender] = tenderWorld(seed, 1);
        if (tender === undefined) return;
        expect(index.size()).toBe(coops.size);
        expect(index.top({ tender, k, weights, now })).toEqual(
          byFit([...coops.values()], tender).slice(0, k),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('gives the same for any number of partitions, and any order of co-ops', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 9 }), ({ seed, count, k }, parts) => {
        const coops = withTwins(networkWorld(seed, count));
        const [tender] = tenderWorld(seed, 1);
        if (tender === undefined) return;
        const question = { tender, k, weights, now };
        const found = Array.from({ length: parts }, (_, part) =>
          indexOf(coops.filter(({ id }) => partitionOf(id, parts) === part)).top(question),
        );
        const whole = indexOf(coops.toReversed()).top(question);
        expect(mergeTop(found, k)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  test('finds everybody who covers something, with what they miss, as fit over all does', () => {
    fc.assert(
      fc.property(worlds, ({ seed, count }) => {
        const coops = withTwins(networkWorld(seed, count));
        const index = indexOf(coops);
        for (const tender of tenderWorld(seed, 3)) {
          expect(index.coverers({ tender, weights, now })).toEqual(coverersByFit(coops, tender));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('finds the same for any number of partitions of one index, each co-op in one of them', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 9 }), ({ seed, count, k }, parts) => {
        const index = indexOf(withTwins(networkWorld(seed, count)));
        const [tender] = tenderWorld(seed, 1);
        if (tender === undefined) return;
        const question = { tender, k, weights, now };
        const each = Array.from({ length: parts }, (_, part) => ({
          ...question,
          partition: { part, parts },
        }));
        const found = each.flatMap((asked) => index.coverers(asked));
        expect(found.toSorted(byScore)).toEqual(index.coverers(question));
        expect(
          mergeTop(
            each.map((asked) => index.top(asked)),
            k,
          ),
        ).toEqual(index.top(question));
      }),
      { numRuns: 25 },
    );
  });

  test('does so for a network of several blocks, in any order', () => {
    const coops = networkWorld(7, 4500);
    const index = indexOf(coops.toReversed());
    for (const tender of tenderWorld(8, 2)) {
      const found = index.coverers({ tender, weights, now });
      expect(found).toEqual(coverersByFit(coops, tender));
      expect(found.length).toBeGreaterThan(20);
    }
  });

  test('withholds nothing: asked for all it returns every eligible co-op, also those that fit badly', () => {
    const coops = networkWorld(11, 400);
    const index = indexOf(coops);
    for (const tender of tenderWorld(12, 10)) {
      const told = index.top({ tender, k: Infinity, weights, now }).map(({ coopId }) => coopId);
      const eligible = coops.filter((coop) => eligibility(coop, tender, now).length === 0);
      expect(told.toSorted()).toEqual(eligible.map(({ id }) => id).toSorted());
    }
  });
});

describe('clear answers', () => {
  const tender = tenderWith({ requirements: [must('a', 'react')] });
  const question = { tender, k: 5, weights, now };

  test('an empty index has nobody', () => {
    expect(createCoopIndex().top(question)).toEqual([]);
  });

  test('nobody covers anything where the index is empty, nothing is asked, or nobody can do it', () => {
    const coops = [coopWith({ skills: [held('welsh-translation')] })];
    expect(createCoopIndex().coverers(question)).toEqual([]);
    expect(indexOf(coops).coverers(question)).toEqual([]);
    const bare = tenderWith({ requirements: [] });
    expect(indexOf(coops).coverers({ ...question, tender: bare })).toEqual([]);
    const able = [coopWith({ skills: [held('react')] })];
    expect(indexOf(able).coverers(question)).toMatchObject([{ missing: [] }]);
    const late = tenderWith({ ...tender.content, deadline: '2026-11-01T00:00:00Z' });
    expect(indexOf(able).coverers({ ...question, tender: late })).toEqual([]);
  });

  test('removing who is not there changes nothing', () => {
    const index = indexOf([coopWith({ skills: [held('react')] })]);
    index.remove('b'.repeat(24));
    expect(index.top(question)).toHaveLength(1);
  });

  test('a tender without requirements is ranked by everything else', () => {
    const coops = networkWorld(3, 50);
    const [some] = tenderWorld(4, 1);
    if (some === undefined) return;
    const bare = { ...some, content: { ...some.content, requirements: [] } };
    expect(indexOf(coops).top({ ...question, tender: bare, k: 50 })).toEqual(byFit(coops, bare));
  });

  test('where nobody can do it, the eligible are ranked all the same, and a past deadline has nobody', () => {
    const coops = [coopWith({ skills: [held('welsh-translation')] })];
    expect(indexOf(coops).top(question)).toEqual(byFit(coops, tender));
    const late = tenderWith({ deadline: '2026-11-01T00:00:00Z' });
    expect(indexOf(coops).top({ ...question, tender: late })).toEqual([]);
  });

  test('a skill that the vocabulary does not know is found by its own name', () => {
    const coops = [
      coopWith({ skills: [held('zeppelin-mooring')] }),
      coopWith({ skills: [held('react')] }, 'b'.repeat(24)),
    ];
    const wanted = tenderWith({ requirements: [must('a', 'zeppelin-mooring')] });
    expect(indexOf(coops).top({ ...question, tender: wanted })).toEqual(byFit(coops, wanted));
  });

  test('bounds of value, red lines, certificates and the client itself are as in eligibility', () => {
    const asking = tenderWith(
      {
        requirements: [must('a', 'react', { certificate: 'iso-27001' })],
        budget: { kind: 'band', minMinor: 2_000_000, maxMinor: 4_000_000 },
        sector: 'defence',
        touches: ['ad-tech'],
        languages: ['es', 'es'],
      },
      'c'.repeat(24),
    );
    const base = { certificates: [{ certificate: 'iso-27001', expires: null }], languages: ['es'] };
    const bounds = (minMinor: number | null, maxMinor: number | null) => ({
      valueBounds: { minMinor, maxMinor, currency: 'EUR' as const },
    });
    const profiles = [
      base,
      { ...base, redLines: ['weapons'] },
      { ...base, redLines: ['ad-tech'] },
      { ...base, ...bounds(4_000_001, null) },
      { ...base, ...bounds(4_000_000, 2_000_000) },
      { ...base, ...bounds(null, 1_999_999) },
      { ...base, certificates: [{ certificate: 'iso-27001', expires: '2026-11-20' }] },
      { ...base, certificates: [{ certificate: 'iso-27001', expires: '2026-11-21' }] },
      { ...base, languages: ['fr'] },
      { ...base, languages: [] },
      { ...base, isPaused: true, pausedUntil: '2026-11-21' },
      { ...base, isPaused: true, pausedUntil: '2026-11-22' },
    ];
    const coops = profiles.map((profile, at) => coopWith(profile, String(at).padStart(24, 'c')));
    const all = [
      ...coops,
      coopWith(base, 'c'.repeat(24)),
      { ...coopWith(base, 'd'.repeat(24)), isCoop: false },
    ];
    const found = indexOf(all).top({ ...question, tender: asking, k: 99 });
    expect(found).toEqual(byFit(all, asking));
    expect(found).toHaveLength(5);
  });
});
