import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { takeJobs } from '@cobid/platform/queues/takeJobs.ts';
import type { JobTaker } from '@cobid/platform/queues/takeJobs.ts';
import { buildCoop, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { handlersWith } from '../handlers.ts';
import { matchPart } from './matchPart.ts';
import { matchTender } from './matchTender.ts';
import { mergeMatches } from './mergeMatches.ts';

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

const SKILLS = ['react', 'accessibility-audit', 'copywriting', 'postgresql'];

/** Twelve co-ops with one to three of the skills, in different strengths. */
async function buildNetwork(): Promise<void> {
  const profileOf = (number: number): CoopProfile => ({
    ...emptyProfile,
    skills: SKILLS.filter((_, at) => number % (at + 2) === 0 || number % 4 === at).map((skill, at) => ({
      skill,
      level: 3 + ((number + at) % 3),
      people: 1,
      lastUsed: number % 5 === 0 ? null : '2037-10',
      evidence: '',
      verifiedReferences: number % 3,
    })),
  });
  for (let number = 0; number < 12; number += 1) await buildCoop({ profile: profileOf(number) });
}

/** Closes soon, so that people hear of it at once. */
const content: TenderContent = {
  ...completeTender,
  questionsUntil: '2037-11-24T12:00:00Z',
  deadline: '2037-11-25T12:00:00Z',
  requirements: SKILLS.slice(0, 3).map((skill, at) => ({
    id: `r${at + 1}`,
    skill,
    priority: 'must',
    level: 3,
    days: 10,
    certificate: null,
    language: null,
    note: '',
  })),
};

function publish() {
  return buildTender({
    content,
    matching: { wantedAt: app.clock(), doneAt: null, version: 1 },
    needsMatching: true,
  });
}

/** What a tender's matching left behind, but for ids: matches, and who is told, in the order of co-ops. */
async function outcomeOf(tenderId: string) {
  const found = await matches.find({ tenderId }, { sort: { coopId: 1 } });
  const mails = await deliveries.find({ 'refs.tenderId': tenderId });
  return {
    matches: found.map(({ id: _, tenderId: __, ...match }) => match),
    told: mails.map(({ email, refs }) => `${email} ${refs.coopId ?? ''}`).toSorted(),
    isDone: (await tenders.findById(tenderId))?.needsMatching === undefined,
  };
}

describe('a tender that is matched in parts', () => {
  test.each([2, 3, 7])(
    'leaves behind what it does as a whole: %s parts, in any order, one twice',
    async (parts) => {
      await buildNetwork();
      const [whole, divided] = [await publish(), await publish()];
      await matchTender({ tenderId: whole.id }, context);
      const wanted = { tenderId: divided.id, version: 1 };
      for (const part of [...Array(parts).keys(), 0].toReversed()) {
        await matchPart({ ...wanted, part, parts }, context);
      }
      expect((await tenders.findById(divided.id))?.needsMatching).toBe(true);
      await mergeMatches(wanted, context);
      await mergeMatches(wanted, context);
      const expected = await outcomeOf(whole.id);
      expect(expected.matches.length).toBeGreaterThan(5);
      expect(expected.matches.some(({ completers }) => completers.length > 0)).toBe(true);
      expect(expected.told.length).toBe(expected.matches.length);
      expect(await outcomeOf(divided.id)).toEqual(expected);
    },
  );

  test('does nothing for a version that is not wanted any more', async () => {
    await buildNetwork();
    const tender = await publish();
    await tenders.change({ id: tender.id }, { set: { 'matching.version': 2 } });
    await matchPart({ tenderId: tender.id, version: 1, part: 0, parts: 2 }, context);
    await mergeMatches({ tenderId: tender.id, version: 1 }, context);
    expect(await matches.count({})).toBe(0);
    expect((await tenders.findById(tender.id))?.needsMatching).toBe(true);
  });
});

describe('several workers', () => {
  const takers: JobTaker[] = [];
  let isBroken = false;
  /** Parts whose next try fails. */
  const failing = new Set<number>();

  /** A worker's queues alone. */
  function start(): void {
    // Made for each part, since the context's index is of one test only.
    const handlers = () =>
      handlersWith({ ...context, config: { ...context.config, MATCHING_PARTITIONS: 4 } });
    takers.push(
      takeJobs({
        redisUrl: app.config.REDIS_URL,
        prefix: app.config.REDIS_PREFIX,
        handlers: {
          ...handlers(),
          matchPart: async (payload) => {
            if (isBroken || failing.delete(payload.part)) throw new Error('this part fails');
            await handlers().matchPart(payload);
          },
          // Mails are not sent here: what counts is that they are wanted.
          sendDelivery: async () => undefined,
          sendDeliveries: async () => undefined,
        },
        concurrency: { matching: 1, mail: 1, bulkMail: 1, clock: 1, pastWork: 1 },
        log: app.log,
        metrics: context.metrics,
      }),
    );
  }
  beforeAll(() => {
    start();
    start();
  });
  afterAll(() => Promise.all(takers.map((taker) => taker.close())));

  test('share the parts, one of them merges; a part that fails is tried again, and a second nudge doubles nothing', async () => {
    await buildNetwork();
    const [whole, divided] = [await publish(), await publish()];
    await matchTender({ tenderId: whole.id }, context);
    failing.add(1).add(2);
    for (let nudge = 0; nudge < 3; nudge += 1) {
      await app.queues.nudge('matchTender', { tenderId: divided.id });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await until(() => isDone(divided.id));
    expect(await outcomeOf(divided.id)).toEqual(await outcomeOf(whole.id));
  }, 40_000);

  test('leave the need where a part fails for good, and begin anew when they are asked again', async () => {
    await buildNetwork();
    const tender = await publish();
    isBroken = true;
    await app.queues.nudge('matchTender', { tenderId: tender.id });
    await until(async () => (await leftInQueue()) > 0);
    await until(async () => (await leftInQueue()) === 0);
    expect(await isDone(tender.id)).toBe(false);
    isBroken = false;
    await app.queues.nudge('matchTender', { tenderId: tender.id });
    await until(() => isDone(tender.id));
    expect((await outcomeOf(tender.id)).told.length).toBeGreaterThan(5);
  }, 60_000);

  async function isDone(tenderId: string): Promise<boolean> {
    return (await tenders.findById(tenderId))?.needsMatching === undefined;
  }

  /** Jobs of the parts and of their merging that are not over. */
  async function leftInQueue(): Promise<number> {
    const queue = app.queues.all.find(({ name }) => name === 'matching');
    const left = await queue?.getJobs(['waiting', 'active', 'delayed', 'prioritized', 'waiting-children']);
    return left?.filter((job) => job?.name !== 'matchTender').length ?? 0;
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 25_000; waited += 100) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('It did not come to that in time.');
  }
});
