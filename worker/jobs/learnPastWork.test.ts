import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { features } from '@cobid/domain/matching/pastWork/features.ts';
import { LEAST_AWARDS, LEAST_LESSONS } from '@cobid/domain/matching/worthAsking/pastWorkModel.ts';
import { must } from '@cobid/domain/matching/testWorld.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import { pastWorkHints } from '@cobid/platform/mongo/models/pastWorkHints.ts';
import { buildPerson, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { findWorthAsking } from './findWorthAsking.ts';
import { learnPastWork } from './learnPastWork.ts';
import { sweep } from './sweep.ts';

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
beforeEach(async () => {
  await app.mongo.clear();
  await Promise.all(app.queues.all.map((queue) => queue.obliterate({ force: true })));
  app.clock.set(TEST_START);
});

const PLACES = ['harbour', 'library', 'station', 'museum', 'market', 'school', 'garden', 'bridge'];
const TRADES = [
  'audits',
  'podcasts',
  'maps',
  'lectures',
  'forms',
  'archives',
  'menus',
  'films',
  'songs',
  'games',
];

/** Awards of a past in which each trade has its co-op. */
async function buildAwards(count: number): Promise<void> {
  const coops = TRADES.map(() => newId());
  for (let at = 0; at < count; at += 1) {
    const trade = TRADES[at % TRADES.length] ?? '';
    const place = `${PLACES[at % PLACES.length] ?? ''} ${PLACES[Math.floor(at / 7) % PLACES.length] ?? ''}`;
    await buildTender({
      state: 'awarded',
      content: {
        ...completeTender,
        title: `${trade} ${place} ${at}`,
        summary: '',
        requirements: [must('r1', `skill-${trade}`)],
      },
      award: {
        bidId: newId(),
        at: after(new Date(TEST_START), -days(count - at)),
        by: newId(),
        reason: '',
        others: [],
        coopIds: [coops[at % TRADES.length] ?? ''],
        totalMinor: 1,
      },
    });
  }
}

/** What a coordinator sees of it. */
async function shown() {
  const person = await buildPerson();
  await networks.change({ isMain: true }, { set: { coordinatorIds: [person.id] } });
  const { body } = await (await app.as(person)).get('/api/network/learning').expect(200);
  return body;
}

const learn = async () => learnPastWork({ networkId: (await mainNetwork()).id }, context);

test('a past with too few awards teaches nothing, and says how many there are', async () => {
  await buildAwards(5);
  await learn();
  expect((await shown()).pastWork).toEqual({
    lookedAt: '2037-11-23T09:00:00.000Z',
    awards: 5,
    lessons: 0,
    leastAwards: LEAST_AWARDS,
    leastLessons: LEAST_LESSONS,
    learnt: null,
  });
});

test('the sweep has it looked at once a week', async () => {
  const { id: networkId } = await mainNetwork();
  await sweep({}, context);
  expect(await app.waitingJobs('learnPastWork')).toEqual([{ networkId }]);
  await learn();
  await Promise.all(app.queues.all.map((queue) => queue.obliterate({ force: true })));
  await sweep({}, context);
  expect(await app.waitingJobs('learnPastWork')).toEqual([]);
  app.clock.advance(days(7));
  await sweep({}, context);
  expect(await app.waitingJobs('learnPastWork')).toEqual([{ networkId }]);
});

test('a network that does not want to learn forgets what it had learnt', async () => {
  await learn();
  app.clock.advance(days(7));
  await networks.change({ isMain: true }, { set: { learning: 'off' } });
  await learn();
  expect((await mainNetwork()).pastWork).toBeUndefined();
  expect((await shown()).pastWork).toMatchObject({ lookedAt: null, learnt: null });
});

test('a past with enough awards teaches coefficients of all features, and hints go by them', async () => {
  await buildAwards(LEAST_AWARDS + 20);
  await learn();
  const { pastWork } = await mainNetwork();
  expect(pastWork?.lessons).toBeGreaterThanOrEqual(LEAST_LESSONS);
  expect(pastWork?.coefficients?.map(({ feature }) => feature)).toEqual(features.map(({ name }) => name));
  expect(pastWork?.coefficients?.some(({ weight }) => Math.abs(weight) > 0.01)).toBe(true);
  const { learnt } = (await shown()).pastWork;
  expect(learnt.map(({ feature }: { feature: string }) => feature)).toEqual(features.map(({ name }) => name));
  const matching = { wantedAt: new Date(0), doneAt: new Date(0), version: 1 };
  await buildTender({ content: completeTender, matching, needsHints: true });
  await findWorthAsking({}, context);
  expect(await pastWorkHints.find({})).toMatchObject([
    { model: `learnt from ${pastWork?.lessons} lessons on 2037-11-23` },
  ]);
}, 120_000);
