import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cheapestChanges, withChange } from './cheapestChanges.ts';
import type { ConsortiumCoop, ConsortiumRequirement } from './consortium.ts';
import { costOf } from './consortiumChange.ts';
import type { Gap } from './gaps.ts';
import { smallestConsortia } from './smallestConsortia.ts';
import type { ConsortiumQuestion } from './smallestConsortia.ts';

const skill: Gap = { kind: 'skill', level: 3, needsPapers: false };
const level: Gap = { kind: 'level', level: 4, needsPapers: false };

function need(id: string, days: number): ConsortiumRequirement {
  return { id, days, priority: 'must', label: id.toUpperCase() };
}

function coop(
  id: string,
  can: string,
  freeDays: number,
  changes: Partial<ConsortiumCoop> = {},
): ConsortiumCoop {
  const strengths = Object.fromEntries([...can].map((requirement) => [requirement, 0.8]));
  return { id, strengths, freeDays, fit: 0.5, ...changes };
}

const changesOf = (question: ConsortiumQuestion) => cheapestChanges(question, smallestConsortia(question));

describe('what would make a consortium possible', () => {
  test('nothing has to change where one is', () => {
    expect(changesOf({ requirements: [need('a', 5)], coops: [coop('x', 'a', 5)] })).toEqual([]);
    expect(changesOf({ requirements: [], coops: [] })).toEqual([]);
  });

  test('an empty network needs a newcomer with everything', () => {
    expect(changesOf({ requirements: [need('a', 5), need('b', 2)], coops: [] })).toEqual([
      {
        steps: [{ kind: 'newcomer', requirementIds: ['a', 'b'], days: 7 }],
        cost: 7,
        size: 1,
        isCheapest: true,
      },
    ]);
  });

  test('names the days that are missing, and the co-op that could keep them free', () => {
    const [cheapest, other] = changesOf({
      requirements: [need('a', 10), need('b', 4)],
      coops: [coop('x', 'a', 7), coop('y', 'b', 20), coop('z', 'a', 1, { fit: 0.9 })],
    });
    expect(cheapest).toEqual({
      steps: [{ kind: 'days', coopId: 'z', days: 2 }],
      cost: 2,
      size: 3,
      isCheapest: true,
    });
    expect(other?.steps).toEqual([{ kind: 'newcomer', requirementIds: ['a'], days: 2 }]);
  });

  test('asks the one who asks first', () => {
    const [cheapest] = changesOf({
      requirements: [need('a', 10)],
      coops: [coop('x', 'a', 7), coop('z', 'a', 1, { fit: 0.9 })],
      include: ['x'],
    });
    expect(cheapest?.steps).toEqual([{ kind: 'days', coopId: 'x', days: 2 }]);
  });

  test('a higher level comes before a new skill, and a skill before very many days', () => {
    const gaps = { a: level };
    const requirements = [need('a', 10)];
    const [raised] = changesOf({
      requirements,
      coops: [coop('x', '', 30, { fit: 0.9 }), coop('y', '', 30, { gaps })],
    });
    expect(raised?.steps).toEqual([{ ...level, coopId: 'y', requirementId: 'a' }]);
    const [learned] = changesOf({
      requirements: [need('a', 40)],
      coops: [coop('x', 'a', 10), coop('y', '', 30)],
    });
    expect(learned?.steps).toMatchObject([{ kind: 'skill', coopId: 'y', requirementId: 'a' }]);
    const [kept] = changesOf({
      requirements: [need('a', 29)],
      coops: [coop('x', 'a', 10), coop('y', '', 30)],
    });
    expect(kept?.steps).toEqual([{ kind: 'days', coopId: 'x', days: 19 }]);
  });

  test('puts several changes together where one is not enough', () => {
    const [cheapest] = changesOf({
      requirements: [need('a', 5), need('b', 5), need('c', 6)],
      coops: [coop('x', 'c', 6), coop('y', 'c', 4, { gaps: { a: level, b: skill } })],
    });
    expect(cheapest?.steps.map((step) => step.kind)).toEqual(['level', 'skill', 'days']);
    expect(cheapest).toMatchObject({ cost: 10 + 20 + 6, size: 2 });
  });

  test('allows more members where only the number is in the way', () => {
    const requirements = ['a', 'b', 'c'].map((id) => need(id, 5));
    const coops = ['a', 'b', 'c'].map((id) => coop(`x${id}`, id, 5));
    expect(changesOf({ requirements, coops, most: 2 })).toEqual([
      { steps: [{ kind: 'size', size: 3 }], cost: 0, size: 3, isCheapest: true },
    ]);
  });
});

describe('beside brute force', () => {
  const letters = ['a', 'b', 'c'];
  const kinds = ['practice', 'level', 'papers', 'skill'] as const;
  const worlds = fc
    .record({
      demands: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }),
      coops: fc.array(
        fc.record({
          can: fc.subarray(letters),
          gaps: fc.array(fc.constantFrom(...kinds), { minLength: 3, maxLength: 3 }),
          units: fc.integer({ min: 0, max: 40 }),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ demands, coops }) => ({
      requirements: demands.map((units, at) => need(letters[at] ?? '', units / 2)),
      coops: coops.map(({ can, gaps, units }, at) =>
        coop(`c${at}`, can.join(''), units / 2, {
          gaps: Object.fromEntries(
            letters.flatMap((id, letter) =>
              can.includes(id) ? [] : [[id, { kind: gaps[letter] ?? 'skill', level: 3, needsPapers: false }]],
            ),
          ),
        }),
      ),
    }));

  /** All sets of gains, each with the days that Hall's condition then misses: no flow, no branching. */
  function leastCost({ requirements, coops }: ConsortiumQuestion): number {
    const gains = coops.flatMap(({ id, gaps = {} }) =>
      Object.entries(gaps)
        .filter(([requirementId]) => requirements.some((each) => each.id === requirementId))
        .map(([requirementId, gap]) => ({ id, requirementId, cost: costOf(gap) })),
    );
    return Math.min(
      ...subsets(gains).map((set) => {
        const can = (each: ConsortiumCoop, id: string) =>
          (each.strengths[id] ?? 0) >= 0.5 ||
          set.some((gain) => gain.id === each.id && gain.requirementId === id);
        if (requirements.some(({ id }) => !coops.some((each) => can(each, id)))) return Infinity;
        const missing = subsets(requirements).map((needs) => {
          const able = coops.filter((each) => needs.some(({ id }) => can(each, id)));
          return (
            needs.reduce((sum, { days }) => sum + days, 0) -
            able.reduce((sum, each) => sum + each.freeDays, 0)
          );
        });
        return set.reduce((sum, { cost }) => sum + cost, 0) + Math.max(0, ...missing);
      }),
    );
  }

  function subsets<Item>(items: readonly Item[]): Item[][] {
    return items.reduce<Item[][]>((all, item) => [...all, ...all.map((set) => [...set, item])], [[]]);
  }

  test('no change at the co-ops is cheaper, and each one is true when applied', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const answer = smallestConsortia(world);
        const changes = cheapestChanges(world, answer);
        if (answer.proof !== 'impossible') return expect(changes).toEqual([]);
        const atTheCoops = changes.find(({ steps }) => steps[0]?.kind !== 'newcomer');
        if (world.coops.length === 0) expect(atTheCoops).toBeUndefined();
        else expect(atTheCoops).toMatchObject({ cost: leastCost(world), isCheapest: true });
        for (const { steps, size } of changes) {
          const after = smallestConsortia(withChange(world, steps));
          expect(after).toMatchObject({ proof: 'proved_smallest', lowerBound: size });
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a newcomer with half a day less would not do', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const [step] = changesOf(world).flatMap(({ steps }) =>
          steps.filter(({ kind }) => kind === 'newcomer'),
        );
        if (step?.kind !== 'newcomer') return;
        const less = withChange(world, [{ ...step, days: step.days - 0.5 }]);
        expect(smallestConsortia(less).proof).toBe('impossible');
      }),
    );
  });

  test('the order of co-ops does not matter', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        expect(changesOf({ ...world, coops: world.coops.toReversed() })).toEqual(changesOf(world));
      }),
    );
  });
});
