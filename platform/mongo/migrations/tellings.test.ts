import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { minutes } from '@cobid/platform/clock.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { newId } from '../collection.ts';
import { markTold, tellings, toldFacts } from '../models/telling.ts';
import { tellingsOfMails, told } from './0006-tellings.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('what was told before is known of each mail, and the migration may run twice', async () => {
  const [personId, digest, single] = [newId(), newId(), newId()];
  const at = app.clock();
  const row = (subject: string, facts: string, deliveryId: string) =>
    told.insert({ personId, subject, facts, deliveryId, at });
  await row('tender:a', 'f1', digest);
  await row('tender:b', 'f2', single);
  await tellingsOfMails.run();
  // One that a worker of the version before wrote meanwhile.
  await row('tender:c', 'f3', digest);
  await tellingsOfMails.run();
  await tellingsOfMails.run();
  expect(await told.count({})).toBe(0);
  expect(await tellings.count({})).toBe(2);
  const subjects = ['tender:a', 'tender:b', 'tender:c', 'tender:d'];
  const known = await toldFacts([personId], subjects);
  expect(subjects.map((subject) => known(personId, subject))).toEqual(['f1', 'f2', 'f3', null]);
  expect(subjects.map((subject) => known(personId, subject, digest))).toEqual([null, 'f2', null, null]);
});

test('the last telling counts; a mail that is composed again adds to what it told', async () => {
  const [personId, first, second] = [newId(), newId(), newId()];
  const at = app.clock();
  const telling = (id: string, subject: string, facts: string, minute: number) =>
    markTold([{ id, personId, items: [{ subject, facts }], at: new Date(at.getTime() + minutes(minute)) }]);
  await telling(first, 'tender:a', 'f1', 0);
  await telling(second, 'tender:a', 'f2', 1);
  await telling(second, 'tender:b', 'f3', 2);
  await telling(second, 'tender:b', 'f3', 3);
  const known = await toldFacts([personId], ['tender:a', 'tender:b']);
  expect([known(personId, 'tender:a'), known(personId, 'tender:b')]).toEqual(['f2', 'f3']);
  expect(known(personId, 'tender:a', second)).toBe('f1');
  expect((await tellings.findById(second))?.items).toHaveLength(2);
});
