import { describe, expect, test } from '@jest/globals';
import { clarity } from './clarity.ts';
import { tenderProblems } from './problems.ts';
import { emptyTender } from './schema.ts';
import type { TenderContent } from './schema.ts';

const now = new Date('2026-11-21T09:00:00Z');
const complete: TenderContent = {
  ...emptyTender,
  title: 'A timetable that works offline',
  summary: 'Riders lose the timetable when they lose signal.',
  problem: 'Half of the valley has no signal.',
  outcome: 'Riders can read the timetable anywhere.',
  requirements: [
    {
      id: 'r1',
      skill: 'react',
      priority: 'must',
      level: 3,
      days: 20,
      certificate: null,
      language: null,
      note: '',
    },
  ],
  budget: { kind: 'band', minMinor: 1_000_000, maxMinor: 2_000_000 },
  questionsUntil: '2026-11-28T12:00:00Z',
  deadline: '2026-12-05T12:00:00Z',
  decisionBy: '2026-12-12',
  start: '2027-01-04',
  end: '2027-03-31',
  criteria: [
    { id: 'c1', name: 'Approach', weight: 60, description: '' },
    { id: 'c2', name: 'Price', weight: 40, description: '' },
  ],
};

const pointers = (change: Partial<TenderContent>) =>
  tenderProblems({ ...complete, ...change }, now).map((problem) => problem.pointer);

describe('what publishing needs', () => {
  test('nothing, when the tender is complete', () => {
    expect(tenderProblems(complete, now)).toEqual([]);
  });

  test('an empty draft is told everything at once', () => {
    expect(tenderProblems(emptyTender, now).map((problem) => problem.pointer)).toEqual([
      '/title',
      '/summary',
      '/problem',
      '/outcome',
      '/requirements',
      '/budget',
      '/deadline',
      '/questionsUntil',
      '/decisionBy',
      '/start',
      '/criteria',
    ]);
  });

  test('a deadline that passed while the form was open is refused with what to change', () => {
    const late = tenderProblems(complete, new Date('2026-12-05T12:00:00Z'));
    expect(late.find((problem) => problem.pointer === '/deadline')?.message).toMatch(
      /Move it to a later time/,
    );
  });

  test.each<[string, Partial<TenderContent>]>([
    ['/summary', { summary: 'word '.repeat(51) }],
    [
      '/requirements',
      { requirements: complete.requirements.map((requirement) => ({ ...requirement, priority: 'should' })) },
    ],
    ['/requirements/1/id', { requirements: [...complete.requirements, ...complete.requirements] }],
    ['/budget/maxMinor', { budget: { kind: 'band', minMinor: 2, maxMinor: 1 } }],
    ['/questionsUntil', { questionsUntil: complete.deadline }],
    ['/decisionBy', { decisionBy: '2026-12-01' }],
    ['/start', { start: '2026-12-11' }],
    ['/end', { end: '2027-01-01' }],
    ['/criteria', { criteria: complete.criteria.slice(0, 1) }],
    [
      '/criteria/0/name',
      {
        criteria: complete.criteria.map((criterion, index) =>
          index === 0 ? { ...criterion, name: ' ' } : criterion,
        ),
      },
    ],
  ])('%s', (pointer, change) => {
    expect(pointers(change)).toEqual([pointer]);
  });

  test('a budget may stay undisclosed, if that is said', () => {
    expect(pointers({ budget: { kind: 'not_disclosed' } })).toEqual([]);
  });
});

test('the clarity check advises on each of its six questions', () => {
  expect(clarity(emptyTender).filter((point) => point.isClear)).toEqual([]);
  expect(
    clarity(complete)
      .filter((point) => point.isClear)
      .map((point) => point.key),
  ).toEqual(['budget', 'musts', 'dates']);
});
