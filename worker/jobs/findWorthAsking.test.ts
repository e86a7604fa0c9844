import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile, PastProject } from '@cobid/domain/coop/schema.ts';
import { must } from '@cobid/domain/matching/testWorld.ts';
import { after, days, hours, minutes } from '@cobid/platform/clock.ts';
import { networks } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { pastWorkHints } from '@cobid/platform/mongo/models/pastWorkHints.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { buildClient, buildCoop, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { findWorthAsking } from './findWorthAsking.ts';
import { matchTender } from './matchTender.ts';
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
  await forgetQueues();
  app.clock.set(TEST_START);
});

/** As if Redis had lost everything. */
async function forgetQueues(): Promise<void> {
  await Promise.all(app.queues.all.map((queue) => queue.obliterate({ force: true })));
}

function profileOf(title: string, more: Partial<CoopProfile> = {}): CoopProfile {
  const project: PastProject = {
    id: 'p1',
    title,
    text: '',
    year: 2036,
    client: '',
    skills: [],
    sector: null,
  };
  return { ...emptyProfile, projects: [project], ...more };
}

const held = {
  skill: 'accessibility-audit',
  level: 5,
  people: 1,
  lastUsed: '2037-11',
  evidence: '',
  verifiedReferences: 2,
};

/** Who did audits: one who lists no skill, one who does, and those who do not want such work. */
async function buildNetwork() {
  const audit = (where: string, more: Partial<CoopProfile> = {}) =>
    profileOf(`Accessibility audit of ${where}`, more);
  const [asked, covers, refuses, rests, other] = await Promise.all([
    buildCoop({ name: 'Asked', profile: audit('a library') }),
    buildCoop({ name: 'Covers', profile: audit('a ticket shop', { skills: [held] }) }),
    buildCoop({ name: 'Refuses', profile: audit('a bank', { redLines: ['weapons'] }) }),
    buildCoop({ name: 'Rests', profile: audit('a school', { isPaused: true }) }),
    buildCoop({ name: 'Other', profile: profileOf('Podcasts with neighbours') }),
  ]);
  return {
    asked: asked.coop,
    covers: covers.coop,
    refuses: refuses.coop,
    rests: rests.coop,
    other: other.coop,
  };
}

const content = {
  ...completeTender,
  title: 'A portal for tenants',
  requirements: [must('r1', 'accessibility-audit')],
  touches: ['weapons'],
};

/** A tender that was matched long enough ago. */
const build = (overrides: Partial<TenderRecord> = {}) => {
  const doneAt = after(app.clock(), -minutes(1));
  const matching = { wantedAt: doneAt, doneAt, version: 1 };
  return buildTender({ content, matching, needsHints: true, ...overrides });
};
const find = () => findWorthAsking({}, context);
async function hinted(tenderId: string): Promise<string[]> {
  const stored = await pastWorkHints.findOne({ tenderId });
  return (stored?.requirements ?? []).flatMap(({ hints }) => hints.map(({ coopId }) => coopId));
}

describe('for a tender that was matched', () => {
  test('those who did such work and do not cover it are stored, with that work; nobody who said no to it', async () => {
    const { asked } = await buildNetwork();
    const tender = await build();
    await find();
    expect(await pastWorkHints.find({})).toMatchObject([
      {
        tenderId: tender.id,
        model: 'plain',
        madeAt: app.clock(),
        requirements: [
          {
            requirementId: 'r1',
            hints: [
              {
                coopId: asked.id,
                works: [{ title: 'Accessibility audit of a library', year: 2036, projectId: 'p1' }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('what a co-op is, how old and how large, and how much it has done elsewhere changes nothing', async () => {
    const { asked, covers, refuses, rests, other } = await buildNetwork();
    await organisations.change({ id: covers.id }, { set: { profile: profileOf('Audit of accessibility') } });
    const tender = await build({ content: { ...content, touches: [] } });
    await find();
    const before = await hinted(tender.id);
    expect(before).toHaveLength(3);
    for (const [at, { id }] of [asked, covers, refuses, rests, other].entries()) {
      const bases = [['worker'], ['consortium', 'consumer'], [], ['freelancer'], ['multi-stakeholder']][at];
      const createdAt = after(app.clock(), -days(1000 * at));
      await organisations.change(
        { id },
        { set: { legalForm: `Form ${at}`, bases: bases ?? [], createdAt, name: `Co-op ${9 - at}` } },
      );
    }
    await tenders.change({ id: tender.id }, { set: { needsHints: true } });
    await find();
    expect(await hinted(tender.id)).toEqual(before);
  });

  test('tenders that were won together are past work of all who won, from the award on', async () => {
    const { asked, other } = await buildNetwork();
    const { client } = await buildClient();
    const won = {
      clientId: client.id,
      content: { ...content, title: 'Podcast about the port', requirements: [must('r1', 'subtitling')] },
      award: {
        bidId: asked.id,
        at: app.clock(),
        by: asked.createdBy,
        reason: '',
        others: [],
        coopIds: [asked.id, other.id],
        totalMinor: 1,
      },
    };
    await buildTender({ ...won, state: 'awarded' });
    const tender = await build({
      content: { ...content, title: 'Films of the port', requirements: [must('r1', 'subtitling')] },
    });
    await find();
    expect((await hinted(tender.id)).toSorted()).toEqual([asked.id, other.id].toSorted());
    // Before anybody has won it, it tells nothing of anybody.
    await tenders.changeMany({ state: 'awarded' }, { set: { state: 'evaluating', award: null } });
    await tenders.change({ id: tender.id }, { set: { needsHints: true } });
    await find();
    expect(await hinted(tender.id)).toEqual([]);
  });

  test('the order is that of learnt coefficients where there are some, and only of features that there are', async () => {
    await buildNetwork();
    const tender = await build();
    const coefficients = [{ feature: 'no such feature', mean: 0, spread: 1, weight: 1 }];
    const pastWork = { works: 900, lessons: 600, coefficients, learntAt: app.clock() };
    await networks.change({ isMain: true }, { set: { pastWork } });
    await find();
    expect(await pastWorkHints.find({ tenderId: tender.id })).toMatchObject([{ model: 'plain' }]);
  });
});

describe('nothing is lost or doubled', () => {
  test('matching records the need and nudges; repeated, there is one row for a tender', async () => {
    const { asked } = await buildNetwork();
    const tender = await buildTender({
      content,
      matching: { wantedAt: app.clock(), doneAt: null, version: 1 },
      needsMatching: true,
    });
    await matchTender({ tenderId: tender.id }, context);
    expect(await app.waitingJobs('findWorthAsking')).toEqual([{}]);
    await find();
    expect(await pastWorkHints.count({})).toBe(0);
    // Those who have to hear of it hear first.
    app.clock.advance(minutes(1));
    await Promise.all([find(), find()]);
    await find();
    expect(await pastWorkHints.count({})).toBe(1);
    expect(await hinted(tender.id)).toEqual([asked.id]);
    expect(await tenders.count({ needsHints: true })).toBe(0);
  });

  test('the sweep finds a need whose nudge was lost', async () => {
    await build();
    await sweep({}, context);
    await sweep({}, context);
    expect(await app.waitingJobs('findWorthAsking')).toEqual([{}]);
  });

  test('hints follow changed profiles, at most once an hour, and a day old they are made again', async () => {
    const { asked, other } = await buildNetwork();
    const tender = await build();
    await find();
    const isFound = async () => {
      await forgetQueues();
      await sweep({}, context);
      return (await app.waitingJobs('findWorthAsking')).length > 0;
    };
    app.clock.advance(minutes(30));
    const profile = profileOf('Accessibility audit of a museum');
    await organisations.change({ id: other.id }, { set: { profile, profileChangedAt: app.clock() } });
    expect(await isFound()).toBe(false);
    app.clock.advance(minutes(31));
    expect(await isFound()).toBe(true);
    await find();
    expect((await hinted(tender.id)).toSorted()).toEqual([asked.id, other.id].toSorted());
    app.clock.advance(hours(2));
    expect(await isFound()).toBe(false);
    app.clock.advance(hours(22));
    expect(await isFound()).toBe(true);
  });

  test('a tender that takes no more bids gets none, and loses those that it had', async () => {
    await buildNetwork();
    const [over, open] = await Promise.all([build(), build()]);
    await find();
    expect(await pastWorkHints.count({})).toBe(2);
    await tenders.change({ id: over.id }, { set: { state: 'withdrawn', needsHints: true } });
    app.clock.advance(days(1));
    await find();
    expect(await pastWorkHints.find({})).toMatchObject([{ tenderId: open.id }]);
    expect(await tenders.count({ needsHints: true })).toBe(0);
    app.clock.set('2037-12-08T12:00:00Z');
    await find();
    expect(await pastWorkHints.count({})).toBe(0);
  });
});
