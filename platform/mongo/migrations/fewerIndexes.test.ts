import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { fewerIndexes } from './0007-fewer-indexes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('indexes that are declared no more go, all others stay, and the migration may run twice', async () => {
  const exposures = mongoose.connection.collection('exposures');
  const names = async () => (await exposures.indexes()).map(({ name }) => name).toSorted();
  // A server that was there before has them from then.
  await fewerIndexes.run();
  const before = await names();
  await exposures.createIndex({ coopId: 1, shownAt: -1 });
  expect(await names()).not.toEqual(before);
  await fewerIndexes.run();
  await fewerIndexes.run();
  expect(await names()).toEqual(before);
});
