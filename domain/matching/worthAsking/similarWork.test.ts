import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyProfile } from '../../coop/schema.ts';
import type { PastProject } from '../../coop/schema.ts';
import { emptyTender } from '../../tender/schema.ts';
import { must } from '../testWorld.ts';
import { mayBeAsked } from './mayBeAsked.ts';
import { coefficientsInUse, learnPastWork } from './pastWorkModel.ts';
import { wantedFor, workOfAward, workOfProject } from './pastWorks.ts';
import { similarWork } from './similarWork.ts';

const { coefficients, isLearnt } = coefficientsInUse(undefined);
const project = (id: string, title: string, more: Partial<PastProject> = {}): PastProject => ({
  id,
  title,
  text: '',
  year: 2024,
  client: '',
  skills: [],
  sector: null,
  ...more,
});
const works = [
  workOfProject('audits', project('p1', 'Accessibility audit of a library’s catalogue')),
  workOfProject('audits', project('p2', 'Booking of meeting rooms')),
  workOfProject('audits', project('p3', 'WCAG audit of a ticket shop', { year: 2022 })),
  workOfProject('tagged', project('p1', 'A site for all', { skills: ['accessibility-audit'] })),
  workOfProject('maps', project('p1', 'Maps of cycle paths for a county')),
  workOfProject('radio', project('p1', 'Podcasts with neighbours')),
];
const tender = { ...emptyTender, title: 'A portal for tenants', deadline: '2037-12-07T12:00:00Z' };
const wanted = wantedFor(must('r1', 'accessibility-audit'), tender, 'Housing office');
const ask = (known = works, question = wanted) => similarWork(known, coefficients, [question], 8)[0] ?? [];

test('finds who did what a need asks for, by any name of the skill, with the works that say so', () => {
  const found = ask();
  expect(isLearnt).toBe(false);
  expect(found.map(({ coopId }) => coopId).toSorted()).toEqual(['audits', 'tagged']);
  expect(found.find(({ coopId }) => coopId === 'audits')?.workIds).toEqual(['audits p3', 'audits p1']);
});

test('says nothing where there is nothing alike, and nothing of an empty past', () => {
  expect(ask(works, wantedFor(must('r1', 'subtitling'), { title: 'Old tapes' }, ''))).toEqual([]);
  expect(ask([])).toEqual([]);
});

test('who has done much else comes no earlier for it', () => {
  const first = ask([...works]).map(({ coopId }) => coopId);
  const much = Array.from({ length: 30 }, (_, at) =>
    workOfProject('tagged', project(`other${at}`, `Choir concerts of season ${at}`)),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
      const found = ask([...works, ...much.slice(0, count)]).map(({ coopId }) => coopId);
      expect(found.indexOf('tagged')).toBeGreaterThanOrEqual(first.indexOf('tagged'));
    }),
    { numRuns: 10 },
  );
});

test('a tender that was won together is past work of each who won', () => {
  const award = workOfAward({
    tenderId: 't1',
    content: { ...emptyTender, title: 'Accessibility audit of forms' },
    clientName: 'City',
    at: new Date('2037-02-03T10:00:00Z'),
    coopIds: ['maps', 'radio'],
  });
  expect(award).toMatchObject({ client: 'City', year: 2037, projectId: null });
  const found = ask([...works, award]);
  expect(found.filter(({ workIds }) => workIds.includes('t1')).map(({ coopId }) => coopId)).toHaveLength(2);
});

test('works without a client are not taken for works for one and the same', () => {
  expect(new Set(works.map(({ client }) => client)).size).toBe(works.length);
});

test('whoever covers the need already, or said no to such work, is not to be asked', () => {
  const now = new Date('2037-11-23T09:00:00Z');
  const need = must('r1', 'accessibility-audit');
  const wantedBy = { id: 't', clientId: null, content: { ...tender, touches: ['weapons'] } };
  const may = (change: Partial<typeof emptyProfile>, content = tender) =>
    mayBeAsked(
      { id: 'c', isCoop: true, profile: { ...emptyProfile, ...change } },
      { ...wantedBy, content },
      need,
      now,
    );
  const held = { level: 5, people: 1, lastUsed: '2037-11', evidence: '', verifiedReferences: 2 };
  expect(may({})).toBe(true);
  expect(may({ skills: [{ skill: 'accessibility-audit', ...held }] })).toBe(false);
  expect(may({ isPaused: true })).toBe(false);
  expect(may({ redLines: ['weapons'] })).toBe(true);
  expect(may({ redLines: ['weapons'] }, wantedBy.content)).toBe(false);
});

test('too few awards teach nothing, and coefficients of other features are left alone', () => {
  expect(learnPastWork(works)).toEqual({ works: works.length, lessons: 0, coefficients: null });
  const stale = [{ feature: 'gone', mean: 0, spread: 1, weight: 1 }];
  expect(coefficientsInUse({ coefficients: stale })).toEqual({ coefficients, isLearnt: false });
  expect(coefficients.filter(({ weight }) => weight > 0)).toHaveLength(1);
});
