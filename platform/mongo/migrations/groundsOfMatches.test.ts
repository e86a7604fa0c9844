import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { newId } from '../collection.ts';
import { matches, storeMatches } from '../models/match.ts';
import { groundsOfMatches } from './0004-grounds-of-matches.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const term = {
  key: 'skill',
  requirementId: 'r1',
  value: 0.5,
  most: 0.7,
  grounds: { is: 'skillMissing', wanted: 'react' },
} as const;

const matchOf = (terms: (typeof term)[]) => ({
  tenderId: newId(),
  coopId: newId(),
  tenderVersion: 1,
  isEligible: true,
  ineligibilities: [],
  score: 0.5,
  terms,
  requirements: [],
  missing: [],
  changes: [],
  completers: [],
  freeDays: 3,
  algorithm: 'fit-1',
  createdAt: app.clock(),
});

test('keeps the sentence of a match that was made before, leaves others alone, and may run twice', async () => {
  const [old, made] = [matchOf([term]), matchOf([term])];
  await storeMatches([old, made]);
  // As it was stored before: an English sentence in place of data.
  const change = { set: { 'terms.0.evidence': 'React, level 4' }, unset: ['terms.0.grounds'] } as const;
  await matches.change({ coopId: old.coopId }, change);
  await groundsOfMatches.run();
  await groundsOfMatches.run();
  const termsOf = async ({ coopId }: { coopId: string }) => (await matches.findOne({ coopId }))?.terms;
  expect(await termsOf(old)).toEqual([{ ...term, grounds: { is: 'said', words: 'React, level 4' } }]);
  expect(await termsOf(made)).toEqual([term]);
});
