import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { tenders } from '../models/tender.ts';
import { hintsForOpenTenders } from './0008-hints-for-open-tenders.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('open tenders want hints, others do not, and the migration may run twice', async () => {
  const open = await buildTender();
  await buildTender({ state: 'completed' });
  await hintsForOpenTenders.run();
  await hintsForOpenTenders.run();
  expect((await tenders.find({ needsHints: true })).map(({ id }) => id)).toEqual([open.id]);
});
