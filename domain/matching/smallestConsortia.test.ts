import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ConsortiumCoop, ConsortiumRequirement } from './consortium.ts';
import { smallestConsortia } from './smallestConsortia.ts';
import type { ConsortiumQuestion } from './smallestConsortia.ts';

function need(id: string, days: number, priority: 'must' | 'should' = 'must'): ConsortiumRequirement {
  return { id, days, priority, label: id.toUpperCase() };
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

const idsOf = (answer: ReturnType<typeof smallestConsortia>) =>
  answer.consortia.map(({ members }) =>
    members
      .map(({ id }) => id)
      .toSorted()
      .join(''),
  );

describe('the smallest consortium', () => {
  test('takes one co-op where one has skills and days, and says who does what', () => {
    const answer = smallestConsortia({
      requirements: [need('a', 4), need('b', 2.5), need('c', 3, 'should')],
      coops: [coop('x', 'ab', 7), coop('y', 'a', 9), coop('z', 'abc', 3)],
    });
    expect(answer).toMatchObject({
      proof: 'proved_smallest',
      lowerBound: 1,
      isComplete: true,
      obstacles: [],
    });
    expect(answer.consortia).toEqual([
      {
        members: [
          {
            id: 'x',
            parts: [
              { requirementId: 'a', days: 4 },
              { requirementId: 'b', days: 2.5 },
            ],
            days: 6.5,
            freeDays: 7,
            fit: 0.5,
          },
        ],
        uncoveredMusts: [],
        uncoveredShoulds: ['c'],
        fit: 0.5,
        coordination: 0,
      },
    ]);
  });

  test('splits the days of one requirement where nobody has them all', () => {
    const answer = smallestConsortia({
      requirements: [need('a', 10)],
      coops: [coop('x', 'a', 6), coop('y', 'a', 4), coop('z', 'a', 3)],
    });
    expect(idsOf(answer)).toEqual(['xy']);
    expect(answer.consortia[0]?.members.map(({ days }) => days)).toEqual([6, 4]);
  });

  test('does not count a weak skill, nor the same days twice', () => {
    const weak = coop('x', '', 50, { strengths: { a: 0.49, b: 1 } });
    const answer = smallestConsortia({
      requirements: [need('a', 5), need('b', 5)],
      coops: [weak, coop('y', 'ab', 9)],
    });
    expect(idsOf(answer)).toEqual(['xy']);
  });

  test('has the lead in it, first and with the work that it can do itself', () => {
    const answer = smallestConsortia({
      requirements: [need('a', 5), need('b', 5)],
      coops: [coop('x', 'ab', 10), coop('y', 'a', 3), coop('z', 'b', 9)],
      include: ['y'],
    });
    expect(idsOf(answer)).toEqual(['xy']);
    expect(answer.consortia[0]?.members[0]).toMatchObject({ id: 'y', days: 3 });
  });

  test('keeps a lead that can do none of it', () => {
    const answer = smallestConsortia({
      requirements: [need('a', 5)],
      coops: [coop('x', 'a', 5), coop('y', '', 0)],
      include: ['y'],
    });
    expect(answer.consortia[0]?.members).toMatchObject([
      { id: 'y', parts: [] },
      { id: 'x', days: 5 },
    ]);
  });

  test('gives shoulds what is left, and never at the cost of a must', () => {
    const answer = smallestConsortia({
      requirements: [need('s', 4, 'should'), need('a', 6), need('t', 3, 'should')],
      coops: [coop('x', 'ast', 9)],
    });
    expect(answer.consortia[0]).toMatchObject({ uncoveredShoulds: ['s'] });
    expect(answer.consortia[0]?.members[0]?.parts).toEqual([
      { requirementId: 'a', days: 6 },
      { requirementId: 't', days: 3 },
    ]);
  });
});

describe('alternatives', () => {
  const requirements = [need('a', 2), need('b', 2)];

  test('come by fit, then coordination, then exposure, then id', () => {
    const lead = coop('l', 'a', 2, { country: 'ES', city: 'Bilbao' });
    const other = (id: string, changes: Partial<ConsortiumCoop>) => coop(id, 'b', 2, changes);
    const answer = smallestConsortia({
      requirements,
      include: ['l'],
      jointWork: [['q', 'l']],
      coops: [
        lead,
        other('p', {}),
        other('n', {}),
        other('m', { exposure: 0.5 }),
        other('q', {}),
        other('r', { country: 'ES', city: 'Bilbao' }),
        other('s', { country: 'ES', city: 'Vigo' }),
        other('t', { fit: 0.6 }),
      ],
    });
    expect(answer.consortia.map(({ members }) => members[1]?.id)).toEqual([
      't',
      'q',
      'r',
      's',
      'n',
      'p',
      'm',
    ]);
  });

  test('are limited, and the best of them are kept', () => {
    const coops = Array.from({ length: 40 }, (_, at) => coop(`c${at + 10}`, 'ab', 4, { fit: at / 100 }));
    const answer = smallestConsortia({ requirements, coops, limit: 3 });
    expect(idsOf(answer)).toEqual(['c49', 'c48', 'c47']);
  });
});

describe('clear answers where there is none', () => {
  test('an empty network covers nothing', () => {
    const answer = smallestConsortia({ requirements: [need('a', 5)], coops: [] });
    expect(answer).toMatchObject({ consortia: [], proof: 'impossible', isComplete: true });
    expect(answer.obstacles).toEqual([
      {
        requirementId: 'a',
        requirementIds: ['a'],
        missingDays: 5,
        sentence: 'No co-op covers A. One that does, with 5 days free, would change that.',
      },
    ]);
  });

  test('a tender without musts needs nobody but the lead', () => {
    const coops = [coop('x', '', 5)];
    expect(smallestConsortia({ requirements: [], coops })).toMatchObject({ consortia: [], lowerBound: 0 });
    expect(idsOf(smallestConsortia({ requirements: [], coops, include: ['x'] }))).toEqual(['x']);
  });

  test('a requirement that nobody covers is named, with the best partial cover', () => {
    const answer = smallestConsortia({
      requirements: [need('a', 5), need('b', 5), need('c', 5)],
      coops: [coop('x', 'a', 5), coop('y', 'ab', 5), coop('z', 'b', 9)],
    });
    expect(answer.proof).toBe('impossible');
    expect(answer.obstacles.map(({ requirementId }) => requirementId)).toEqual(['c']);
    expect(idsOf(answer)).toEqual(['xy', 'xz', 'yz']);
    expect(answer.consortia[0]).toMatchObject({ uncoveredMusts: ['c'] });
  });

  test('missing days are counted over the requirements that compete for them', () => {
    const answer = smallestConsortia({
      requirements: [need('a', 6), need('b', 7), need('c', 1)],
      coops: [coop('x', 'ab', 6), coop('y', 'b', 4), coop('z', 'c', 50)],
    });
    expect(answer.obstacles).toEqual([
      {
        requirementId: 'a',
        requirementIds: ['a', 'b'],
        missingDays: 3,
        sentence:
          '13 days are wanted for A and B, and the co-ops that can do it have 10 days free: 3 days are missing.',
      },
    ]);
    expect(answer.consortia.map(({ uncoveredMusts }) => uncoveredMusts)).toEqual([['b']]);
  });

  test('a consortium that would be too large is refused with its least size', () => {
    const requirements = ['a', 'b', 'c'].map((id) => need(id, 5));
    const coops = ['a', 'b', 'c'].map((id) => coop(`x${id}`, id, 5));
    const answer = smallestConsortia({ requirements, coops, most: 2 });
    expect(answer).toMatchObject({
      proof: 'impossible',
      obstacles: [{ sentence: 'All musts together take at least 3 co-ops, and a consortium may have 2.' }],
    });
    expect(answer.consortia.map(({ uncoveredMusts }) => uncoveredMusts)).toEqual([['c'], ['b'], ['a']]);
  });

  test('out of time it says what it has and what it knows', () => {
    let milliseconds = 0;
    const answer = smallestConsortia({
      requirements: [need('a', 6), need('b', 6), need('c', 6), need('d', 6)],
      // Whoever does most comes first when there is no time: z, then p and q, instead of x and y.
      coops: [
        coop('x', 'ab', 12),
        coop('y', 'cd', 12),
        coop('z', 'bc', 12, { fit: 0.9 }),
        coop('p', 'a', 6, { fit: 0.9 }),
        coop('q', 'd', 6, { fit: 0.9 }),
      ],
      clock: () => (milliseconds += 2),
      timeLimitMs: 2,
    });
    expect(answer).toMatchObject({ proof: 'best_found', isComplete: false, lowerBound: 2 });
    expect(idsOf(answer)).toEqual(['pqz']);
  });
});

describe('beside brute force', () => {
  const letters = ['a', 'b', 'c', 'd'];
  const worlds = fc
    .record({
      demands: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }),
      coops: fc.array(
        fc.record({
          can: fc.subarray(letters),
          units: fc.integer({ min: 0, max: 8 }),
          fit: fc.integer({ min: 0, max: 4 }),
        }),
        { maxLength: 8 },
      ),
    })
    .map(({ demands, coops }) => ({
      requirements: demands.map((units, at) => need(letters[at] ?? '', units / 2)),
      coops: coops.map(({ can, units, fit }, at) =>
        coop(`c${at}`, can.join(''), units / 2, { fit: fit / 4 }),
      ),
    }));

  /** Hall's condition by looking at every set of musts: no flow, so that it can't share a mistake with the search. */
  function canDoAll(musts: readonly ConsortiumRequirement[], members: readonly ConsortiumCoop[]): boolean {
    return subsets(musts).every((set) => {
      const able = members.filter((member) => set.some(({ id }) => (member.strengths[id] ?? 0) >= 0.5));
      const free = able.reduce((sum, member) => sum + member.freeDays, 0);
      return set.reduce((sum, { days }) => sum + days, 0) <= free;
    });
  }

  function subsets<Item>(items: readonly Item[]): Item[][] {
    return items.reduce<Item[][]>((all, item) => [...all, ...all.map((set) => [...set, item])], [[]]);
  }

  /** Fewest uncovered musts, then fewest co-ops; all sets that reach both, as sorted ids. */
  function bruteForce({ requirements, coops, include = [] }: ConsortiumQuestion) {
    const options = subsets(coops)
      .filter((set) => include.every((wanted) => set.some(({ id }) => id === wanted)))
      .map((set) => ({
        set,
        uncovered: Math.min(
          ...subsets(requirements)
            .filter((musts) => canDoAll(musts, set))
            .map((musts) => requirements.length - musts.length),
        ),
      }));
    const uncovered = Math.min(...options.map((option) => option.uncovered));
    const best = options.filter((option) => option.uncovered === uncovered);
    const size = Math.min(...best.map(({ set }) => set.length));
    return {
      uncovered,
      size,
      sets: best
        .filter(({ set }) => set.length === size)
        .map(({ set }) => set.map(({ id }) => id).join(''))
        .toSorted(),
    };
  }

  function check(question: ConsortiumQuestion): void {
    const answer = smallestConsortia({ ...question, limit: 1000 });
    const truth = bruteForce(question);
    expect(answer.isComplete).toBe(true);
    expect(answer.proof).toBe(truth.uncovered === 0 ? 'proved_smallest' : 'impossible');
    expect(answer.obstacles.length > 0).toBe(truth.uncovered > 0);
    if (truth.uncovered === question.requirements.length) return;
    expect([...new Set(idsOf(answer))].toSorted()).toEqual(truth.sets);
    expect(answer.lowerBound).toBe(truth.size);
    for (const consortium of answer.consortia) {
      expect(consortium.uncoveredMusts.length).toBe(truth.uncovered);
      expect(consortium.members.every(({ days, freeDays }) => days <= freeDays)).toBe(true);
      for (const { id, days } of question.requirements) {
        const given = consortium.members.flatMap(({ parts }) =>
          parts.filter((part) => part.requirementId === id),
        );
        const sum = given.reduce((total, part) => total + part.days, 0);
        expect(sum).toBe(consortium.uncoveredMusts.includes(id) ? 0 : days);
      }
    }
  }

  test('finds the same size and all the same sets', () => {
    fc.assert(fc.property(worlds, check), { numRuns: 400 });
  });

  test('also with a lead that has to be in', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        if (world.coops.length > 0) check({ ...world, include: ['c0'] });
      }),
      { numRuns: 200 },
    );
  });

  test('another co-op never makes the smallest consortium larger, and no musts are lost', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const fewer = smallestConsortia({ ...world, coops: world.coops.slice(1) }).consortia[0];
        const more = smallestConsortia(world).consortia[0];
        if (fewer === undefined) return;
        const lost = (more?.uncoveredMusts.length ?? 9) - fewer.uncoveredMusts.length;
        expect(lost).toBeLessThanOrEqual(0);
        if (lost === 0) expect(more?.members.length).toBeLessThanOrEqual(fewer.members.length);
      }),
    );
  });

  test('the order of co-ops does not matter, and a short list is the start of a long one', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const long = smallestConsortia({ ...world, limit: 50 });
        expect(smallestConsortia({ ...world, coops: world.coops.toReversed(), limit: 50 })).toEqual(long);
        expect(smallestConsortia({ ...world, limit: 2 }).consortia).toEqual(long.consortia.slice(0, 2));
      }),
    );
  });

  test('nor does it matter over how many partitions they were found', () => {
    const split = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(worlds, split, (world, partitionOf) => {
        const partitions = [3, 0, 2, 1].map((partition) =>
          world.coops.filter((_, at) => partitionOf[at] === partition),
        );
        const whole = smallestConsortia(world);
        expect(smallestConsortia({ ...world, coops: partitions.flat() })).toEqual(whole);
        for (const coops of partitions) {
          const part = smallestConsortia({ ...world, coops });
          if (part.proof === 'impossible') continue;
          expect(whole.lowerBound).toBeLessThanOrEqual(part.lowerBound);
        }
      }),
    );
  });
});
