import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ConsortiumCoop, ConsortiumRequirement } from './consortium.ts';
import { fillSeat } from './fillSeat.ts';
import type { SeatQuestion } from './fillSeat.ts';

function part(id: string, days: number, priority: 'must' | 'should' = 'must'): ConsortiumRequirement {
  return { id, days, priority };
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

const seat = [part('a', 6), part('b', 4)];

describe('who could fill a seat', () => {
  test('those that can do all of it come first, by fit, then by what working together costs', () => {
    const answer = fillSeat({
      seat,
      stay: [coop('l', 'c', 0, { country: 'ES', city: 'Bilbao' })],
      candidates: [
        coop('far', 'ab', 10),
        coop('near', 'ab', 10, { country: 'ES', city: 'Bilbao' }),
        coop('known', 'ab', 10),
        coop('best', 'ab', 12, { fit: 0.9 }),
        coop('half', 'a', 50, { fit: 1 }),
        coop('short', 'ab', 8, { fit: 1 }),
        coop('none', 'c', 50),
      ],
      jointWork: [['known', 'l']],
    });
    expect(answer.singles.map(({ id }) => id)).toEqual(['best', 'known', 'near', 'far', 'short', 'half']);
    expect(answer.singles.map(({ isWhole }) => isWhole)).toEqual([true, true, true, true, false, false]);
    expect(answer.singles[4]).toMatchObject({ days: 8, lacks: ['b'] });
    expect(answer).toMatchObject({ groups: [], amongThemselves: null });
  });

  test('two share it where nobody can do it alone, and who takes how much is said', () => {
    const answer = fillSeat({
      seat,
      stay: [coop('l', '', 9)],
      candidates: [coop('x', 'a', 9), coop('y', 'b', 9), coop('z', 'a', 3)],
    });
    expect(answer.groups).toEqual([
      {
        newcomers: [
          { id: 'x', parts: [{ requirementId: 'a', days: 6 }], days: 6 },
          { id: 'y', parts: [{ requirementId: 'b', days: 4 }], days: 4 },
        ],
        helpers: [],
      },
    ]);
  });

  test('those who stay help with no more than what is missing, where that saves a newcomer', () => {
    const answer = fillSeat({
      seat,
      stay: [coop('l', 'ab', 5), coop('m', 'b', 3)],
      candidates: [coop('x', 'ab', 8), coop('y', 'b', 4)],
    });
    expect(answer.groups[0]).toMatchObject({
      newcomers: [{ id: 'x', days: 8 }],
      helpers: [{ id: 'l', days: 2 }],
    });
    expect(answer.groups[1]?.newcomers.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(answer.groups[1]?.helpers).toEqual([]);
  });

  test('says when those who stay can do it themselves', () => {
    const answer = fillSeat({ seat, stay: [coop('l', 'a', 7), coop('m', 'b', 30)], candidates: [] });
    expect(answer).toEqual({
      singles: [],
      groups: [],
      amongThemselves: [
        { id: 'l', parts: [{ requirementId: 'a', days: 6 }], days: 6 },
        { id: 'm', parts: [{ requirementId: 'b', days: 4 }], days: 4 },
      ],
    });
  });

  test('a clear nothing where nobody can, and where the seat has nothing to do', () => {
    const nothing = { singles: [], groups: [], amongThemselves: null };
    expect(fillSeat({ seat, stay: [coop('l', 'c', 5)], candidates: [coop('x', 'c', 50)] })).toEqual(nothing);
    expect(fillSeat({ seat: [], stay: [coop('l', 'c', 5)], candidates: [coop('x', 'c', 5)] })).toEqual(
      nothing,
    );
  });
});

describe('in any world', () => {
  const letters = ['a', 'b', 'c'];
  const someone = fc.record({ can: fc.subarray(letters), units: fc.integer({ min: 0, max: 12 }) });
  const worlds = fc
    .record({
      demands: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
      stay: fc.array(someone, { minLength: 1, maxLength: 2 }),
      candidates: fc.array(someone, { maxLength: 5 }),
    })
    .map(({ demands, stay, candidates }): SeatQuestion => ({
      seat: demands.map((units, at) => part(letters[at] ?? '', units / 2)),
      stay: stay.map(({ can, units }, at) => coop(`s${at}`, can.join(''), units / 2)),
      candidates: candidates.map(({ can, units }, at) => coop(`c${at}`, can.join(''), units / 2)),
    }));

  test('every way to fill the seat does exactly its work, and nobody does more than it can', () => {
    fc.assert(
      fc.property(worlds, (question) => {
        const { singles, groups, amongThemselves } = fillSeat(question);
        const coopOf = new Map([...question.stay, ...question.candidates].map((each) => [each.id, each]));
        const whole = [
          ...singles.filter(({ isWhole }) => isWhole).map((each) => [each]),
          ...groups.map(({ newcomers, helpers }) => [...newcomers, ...helpers]),
          ...(amongThemselves === null ? [] : [amongThemselves]),
        ];
        for (const shares of whole) {
          for (const { id, days } of question.seat) {
            const given = shares.flatMap(({ parts }) => parts.filter((each) => each.requirementId === id));
            expect(given.reduce((sum, each) => sum + each.days, 0)).toBe(days);
          }
        }
        for (const { id, days, parts } of [...whole.flat(), ...singles]) {
          expect(days).toBeLessThanOrEqual(coopOf.get(id)?.freeDays ?? 0);
          for (const { requirementId } of parts) expect(coopOf.get(id)?.strengths[requirementId]).toBe(0.8);
        }
      }),
    );
  });

  test('somebody more to ask never makes the group larger, and the order of candidates does not matter', () => {
    fc.assert(
      fc.property(worlds, (question) => {
        const newcomers = (candidates: readonly ConsortiumCoop[]) => {
          const { singles, groups } = fillSeat({ ...question, candidates });
          return singles[0]?.isWhole === true ? 1 : (groups[0]?.newcomers.length ?? Infinity);
        };
        expect(newcomers(question.candidates)).toBeLessThanOrEqual(newcomers(question.candidates.slice(1)));
        expect(fillSeat({ ...question, candidates: question.candidates.toReversed() })).toEqual(
          fillSeat(question),
        );
      }),
    );
  });
});
