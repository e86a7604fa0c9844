import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import { publishedWeights as weights } from '@cobid/domain/matching/weights.ts';
import { minutes, seconds } from '@cobid/platform/clock.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { profileWith } from '@cobid/testing/bidStage.ts';
import { buildCoop, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { createProfileIndex } from './profileIndex.ts';
import type { ProfileIndex } from './profileIndex.ts';

let app: TestApp;
let profiles: ProfileIndex;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.mongo.clear();
  app.clock.set(TEST_START);
  profiles = createProfileIndex(app);
});

const tender = { id: 'e'.repeat(24), clientId: null, clientName: null, content: completeTender };
const react = profileWith('react');

/** Ids of those whom the index knows to do the tender's only requirement, React. */
async function found(): Promise<string[]> {
  const index = await profiles.upToDate();
  return index.coverers({ tender, weights, now: app.clock() }).map(({ coopId }) => coopId);
}

/** A change as the API makes it, in another process for all that the index knows. */
async function save(
  coop: Awaited<ReturnType<typeof buildCoop>>,
  version: number,
  change: Partial<CoopProfile>,
) {
  const browser = await app.as(coop.person, coop.coop);
  await browser
    .patch('/api/profile')
    .send({ version, ...change })
    .expect(200);
}

test('holds all that is there, and sees each change that was stored before it was asked', async () => {
  const first = await buildCoop({ profile: react });
  const second = await buildCoop({ profile: emptyProfile });
  expect(await found()).toEqual([first.coop.id]);
  const { skills } = react;
  await save(second, 1, { skills });
  expect(await found()).toHaveLength(2);
  await save(first, 1, { isPaused: true });
  expect(await found()).toEqual([second.coop.id]);
  await save(first, 2, { isPaused: false });
  await save(second, 2, { skills: [] });
  expect(await found()).toEqual([first.coop.id]);
});

test('sees a change whose time lies a little back, as clocks differ and writing takes a while', async () => {
  const coop = await buildCoop({ profile: emptyProfile });
  expect(await found()).toEqual([]);
  app.clock.advance(seconds(50));
  expect(await found()).toEqual([]);
  app.clock.advance(-seconds(50));
  await save(coop, 1, { skills: react.skills });
  app.clock.advance(minutes(1));
  expect(await found()).toEqual([coop.coop.id]);
});

test('sees who was added and who was removed without a trace', async () => {
  const first = await buildCoop({ profile: react });
  expect(await found()).toEqual([first.coop.id]);
  app.clock.advance(minutes(10));
  const second = await buildCoop({ profile: react });
  expect(await found()).toHaveLength(2);
  await organisations.remove({ id: first.coop.id });
  expect(await found()).toEqual([second.coop.id]);
  await organisations.change({ id: second.coop.id }, { set: { isCoop: false } });
  expect(await found()).toEqual([]);
});

test('many who ask at once all see what was stored before they asked', async () => {
  const coops = await Promise.all(Array.from({ length: 6 }, () => buildCoop({ profile: emptyProfile })));
  const seen = await Promise.all(
    coops.map(async (coop) => {
      await save(coop, 1, { skills: react.skills });
      return (await found()).includes(coop.coop.id);
    }),
  );
  expect(seen).toEqual(coops.map(() => true));
});

test('follows changes by itself, and stops when it is told to', async () => {
  const stop = profiles.follow();
  await buildCoop({ profile: react });
  const index = await profiles.upToDate();
  expect(index.size()).toBe(1);
  await buildCoop({ profile: react });
  for (let waited = 0; waited < 5000 && index.size() < 2; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(index.size()).toBe(2);
  stop();
});
