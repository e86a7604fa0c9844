import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { markCoopMatched, organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { buildClient, buildCoop, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { profileWith } from '@cobid/testing/bidStage.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { matchCoop } from './matchCoop.ts';

let app: TestApp;
let context: TestContext;

beforeAll(async () => {
  app = await startTestApp();
  context = await startJobContext(app);
});
afterAll(async () => {
  await context.stop();
  await app.stop();
});
beforeEach(() => app.mongo.clear());

async function openTender() {
  const { client, person } = await buildClient();
  return buildTender({ clientId: client.id, createdBy: person.id, content: completeTender });
}

test('a co-op that joins late finds the tenders that are open, without a mail', async () => {
  const tender = await openTender();
  const skill = tender.content.requirements[0]?.skill ?? '';
  const { coop, person } = await buildCoop({ profile: emptyProfile });
  const browser = await app.as(person, coop);
  const before = await browser.get('/api/opportunities').expect(200);
  expect(before.body.items).toEqual([]);

  const { skills, freeDays, languages } = profileWith(skill);
  await browser.patch('/api/profile').send({ version: 1, skills, freeDays, languages }).expect(200);
  expect(await app.waitingJobs('matchCoop')).toHaveLength(1);
  await matchCoop({ coopId: coop.id }, context);

  const after = await browser.get('/api/opportunities').expect(200);
  expect(after.body.items.map((item: { tender: { id: string } }) => item.tender.id)).toEqual([tender.id]);
  expect(await deliveries.count({})).toBe(0);
  expect((await organisations.findById(coop.id))?.needsMatching).toBeUndefined();
});

test('a co-op that does not fit any more is not among the matches', async () => {
  const tender = await openTender();
  const skill = tender.content.requirements[0]?.skill ?? '';
  const { coop, person } = await buildCoop({ profile: profileWith(skill), needsMatching: true });
  await matchCoop({ coopId: coop.id }, context);
  expect(await matches.count({ coopId: coop.id })).toBe(1);
  const browser = await app.as(person, coop);
  await browser.patch('/api/profile').send({ version: 1, isPaused: true }).expect(200);
  await matchCoop({ coopId: coop.id }, context);
  expect(await matches.count({ coopId: coop.id })).toBe(0);
});

test('a profile that changed while it was being matched is matched again', async () => {
  const { coop } = await buildCoop({ profile: profileWith('react'), profileVersion: 2, needsMatching: true });
  await markCoopMatched(coop.id, 1);
  expect((await organisations.findById(coop.id))?.needsMatching).toBe(true);
  await markCoopMatched(coop.id, 2);
  expect((await organisations.findById(coop.id))?.needsMatching).toBeUndefined();
});

test('without a need it does nothing', async () => {
  await openTender();
  const { coop } = await buildCoop({ profile: profileWith('react') });
  await matchCoop({ coopId: coop.id }, context);
  expect(await matches.count({})).toBe(0);
});
