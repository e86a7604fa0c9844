import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { must } from '@cobid/domain/matching/testWorld.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { markShown, recordOrder } from '@cobid/platform/mongo/models/exposure.ts';
import { storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { storeHints } from '@cobid/platform/mongo/models/pastWorkHints.ts';
import { recordAnswer } from '@cobid/platform/mongo/models/response.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { buildCoop, buildPerson, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { Agent, TestApp } from '@cobid/testing/harness.ts';

const pastProject = { id: '', title: '', text: '', year: 2035, client: '', skills: [], sector: null };
const heldSkill = { level: 5, people: 2, lastUsed: '2037-11', evidence: '', verifiedReferences: 2 };

let app: TestApp;
let coordinator: Agent;
let often: OrganisationRecord;
let seldom: OrganisationRecord;
let never: OrganisationRecord;
const told: TenderRecord[] = [];

/** Three co-ops of which one always comes first and one is never told; one fits nothing. */
beforeAll(async () => {
  app = await startTestApp();
  const person = await buildPerson();
  coordinator = await app.as(person);
  await mainNetwork();
  await networks.change({ isMain: true }, { set: { coordinatorIds: [person.id] } });
  [often, seldom, never] = await Promise.all([
    buildCoop({ name: 'Often', bases: ['worker'] }).then(({ coop }) => coop),
    buildCoop({ name: 'Seldom', bases: ['worker', 'freelancer'] }).then(({ coop }) => coop),
    buildCoop({ name: 'Never' }).then(({ coop }) => coop),
  ]);
  await buildCoop({ name: 'Unfit' });
  for (const ago of [200, 60, 1]) {
    const at = after(app.clock(), -days(ago));
    const tender = await buildTender({ publishedAt: at });
    told.push(tender);
    const list = [
      { coopId: often.id, score: 0.9 },
      { coopId: seldom.id, score: 0.8 },
      { coopId: never.id, score: 0.7 },
    ];
    await recordOrder(
      list.map((each) => ({ ...each, lift: 0 })),
      { id: tender.id, version: 1 },
      at,
    );
    await markShown(tender.id, ago === 60 ? [often.id, seldom.id] : [often.id], at);
  }
});
afterAll(() => app.stop());

test('only those who run the network see how work spreads in it', async () => {
  const other = await app.as(await buildPerson());
  for (const path of ['exposure', 'replay', 'thin-tenders'].map((report) => `/api/network/${report}`)) {
    await app.visitor().get(path).expect(401);
    expect((await other.get(path)).body).toMatchObject({ status: 403, reason: 'needs_coordinator' });
    await coordinator.get(path).expect(200);
  }
});

describe('thin tenders', () => {
  const tenderOf = (title: string, skills: string[]) =>
    buildTender({
      content: {
        ...completeTender,
        title,
        requirements: skills.map((skill, at) => must(`r${at + 1}`, skill, { days: 20 })),
      },
    });
  /** A match of a co-op that covers all but these. */
  const matchOf = (tender: TenderRecord, coop: OrganisationRecord, missing: string[]) => ({
    tenderId: tender.id,
    coopId: coop.id,
    tenderVersion: 1,
    isEligible: true,
    ineligibilities: [],
    score: 0.8,
    terms: [],
    requirements: tender.content.requirements.map(({ id }) => ({
      requirementId: id,
      strength: missing.includes(id) ? 0 : 1,
      heldSkill: null,
      sem: 0,
      lvl: 0,
      ev: 0,
      rec: 0,
      isCovered: !missing.includes(id),
    })),
    missing,
    changes: [],
    completers: [],
    freeDays: 40,
    algorithm: 'fit-1',
    createdAt: app.clock(),
  });

  test('are those with a need that nobody or only one covers, by name', async () => {
    const [thin, covered] = await Promise.all([
      tenderOf('Thin', ['react', 'postgresql', 'ux-design']),
      tenderOf('Covered', ['react']),
    ]);
    await storeMatches([
      matchOf(thin, often, ['r2', 'r3']),
      matchOf(thin, seldom, ['r2']),
      matchOf(covered, often, []),
      matchOf(covered, seldom, []),
      // Whoever may not be asked covers nothing.
      { ...matchOf(thin, never, []), isEligible: false },
    ]);
    const { body } = await coordinator.get('/api/network/thin-tenders').expect(200);
    const titled = new Map(
      body.items.map((item: { tender: { title: string } }) => [item.tender.title, item]),
    );
    expect(titled.has('Covered')).toBe(false);
    expect(titled.get('Thin')).toMatchObject({
      isBeingMatched: false,
      thin: [
        { requirementId: 'r2', label: 'PostgreSQL', only: null },
        { requirementId: 'r3', label: 'UX design', only: { name: 'Seldom' } },
      ],
    });
    const feasible = await coordinator.get(`/api/network/thin-tenders/${thin.id}`).expect(200);
    expect(feasible.body).toMatchObject({ size: null, obstacles: [/PostgreSQL/].map(expect.stringMatching) });
    const sentences = feasible.body.changes.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences).toEqual([
      'If Often comes to offer PostgreSQL at level 3, 2 co-ops could do all the musts together.',
      'If another co-op that covers PostgreSQL joins with 20 days free, 2 co-ops could do all the musts together.',
    ]);
    expect((await coordinator.get(`/api/network/thin-tenders/${covered.id}`)).body).toMatchObject({
      size: 1,
      obstacles: [],
      changes: [],
    });
  });

  test('tell who did such work without listing the skill, as long as that is true', async () => {
    const project = { ...pastProject, id: 'p1', title: 'A database for a seed library' };
    const profile = { ...emptyProfile, projects: [project] };
    const [hinted, declined] = await Promise.all([
      buildCoop({ name: 'Hinted', profile }),
      buildCoop({ name: 'Declined', profile }),
    ]);
    const tender = await tenderOf('Unlooked', ['postgresql']);
    const thinOf = async () => {
      const { body } = await coordinator.get('/api/network/thin-tenders').expect(200);
      const item = body.items.find((each: { tender: { id: string } }) => each.tender.id === tender.id);
      return item.thin[0].worthAsking;
    };
    expect(await thinOf()).toBeNull();
    const hintFor = ({ coop }: { coop: OrganisationRecord }, projectId = 'p1') => ({
      coopId: coop.id,
      works: [{ title: 'As it was called', year: 2030, projectId }],
      because: ['It has done such work more than once.'],
    });
    await storeHints({
      tenderId: tender.id,
      tenderVersion: 1,
      madeAt: app.clock(),
      model: 'plain',
      requirements: [
        {
          requirementId: 'r1',
          hints: [hintFor(hinted), hintFor(declined), { ...hintFor(hinted, 'gone'), coopId: often.id }],
        },
      ],
    });
    const said = { answer: 'no' as const, reason: 'skills', condition: null, until: null, passedTo: null };
    await recordAnswer(
      { tenderId: tender.id, coopId: declined.coop.id },
      { ...said, personId: declined.person.id, note: '', seeksPartners: false, via: 'web', at: app.clock() },
    );
    // Declined has said no to it, and of the third the project is gone.
    expect(await thinOf()).toEqual([
      {
        coop: { id: hinted.coop.id, slug: hinted.coop.slug, name: 'Hinted' },
        works: [{ title: 'A database for a seed library', year: 2035 }],
        because: ['It has done such work more than once.'],
      },
    ]);
    await organisations.change({ id: hinted.coop.id }, { set: { profile: { ...profile, isPaused: true } } });
    expect(await thinOf()).toEqual([]);
    const able = { ...profile, skills: [{ ...heldSkill, skill: 'postgresql' }] };
    await organisations.change({ id: hinted.coop.id }, { set: { profile: able } });
    expect(await thinOf()).toEqual([]);
    await organisations.remove({ id: oneOf([hinted.coop.id, declined.coop.id]) });
  });

  test('are open ones only', async () => {
    const over = await buildTender({ state: 'withdrawn' });
    await coordinator.get(`/api/network/thin-tenders/${over.id}`).expect(404);
  });
});

describe('exposure', () => {
  test('is told for each co-op beside its fits, the least served first', async () => {
    const { body } = await coordinator.get('/api/network/exposure').expect(200);
    expect(body).toMatchObject({ total: 3, withoutFit: 1, neverShown: 1 });
    const [first, second, third] = body.items;
    expect(first).toMatchObject({ coop: { name: 'Never' }, toHear: 3, told: 0, shown: 0, share: 0 });
    expect(second).toMatchObject({ coop: { name: 'Seldom' }, toHear: 3, told: 1 });
    expect(third).toMatchObject({ coop: { name: 'Often' }, toHear: 3, told: 3, shown: 3 });
    expect(third.fit).toBeCloseTo(2.7);
    expect(third.share).toBeGreaterThan(1);
    expect(body.giniServed).toBeGreaterThan(0.4);
    expect(body.tenths).toHaveLength(3);
  });

  test('is reported by type, a co-op of two types in both, and who did not say by itself', async () => {
    const { body } = await coordinator.get('/api/network/exposure').expect(200);
    const coopsOf = body.types.map(({ type, coops }: { type: string; coops: number }) => [type, coops]);
    expect(coopsOf).toEqual([
      ['worker', 2],
      ['freelancer', 1],
      ['not_said', 1],
    ]);
  });

  test('looks back as far as is asked for', async () => {
    const { body } = await coordinator.get('/api/network/exposure?days=30').expect(200);
    expect(body).toMatchObject({ neverShown: 2, items: [{ toHear: 1 }, { toHear: 1 }, { toHear: 1 }] });
    await coordinator.get('/api/network/exposure?days=31').expect(422);
    const beyond = await coordinator.get('/api/network/exposure?page=2').expect(200);
    expect(beyond.body).toMatchObject({ items: [], total: 3 });
  });
});

describe('the replay of the last tenders', () => {
  test('plays them under the λ of the network, another one, and some beside it', async () => {
    const { body } = await coordinator.get('/api/network/replay?lambda=0.6').expect(200);
    expect(body).toMatchObject({ lambda: 0.6, current: 0.5, tenders: 3, coops: 3, isCut: false });
    const lambdas = body.curve.map(({ lambda }: { lambda: number }) => lambda);
    expect(lambdas).toEqual([0, 0.25, 0.5, 0.6, 0.75, 1, 1.5, 2]);
    expect(body.curve[0].ndcg).toBe(1);
    expect(body.curve.at(-1).giniServed).toBeLessThan(body.curve[0].giniServed);
  });

  test('tells for the newest who would have come first, beside their place under the present λ', async () => {
    const { body } = await coordinator.get('/api/network/replay?lambda=2').expect(200);
    expect(body.newest.map(({ tender }: { tender: { id: string } }) => tender.id)).toEqual(
      told.map(({ id }) => id).toReversed(),
    );
    // Everybody begins even: the first tender is as the fits are, whatever λ.
    expect(body.newest[2].first).toMatchObject([
      { coop: { name: 'Often' }, place: 1, placeNow: 1 },
      { coop: { name: 'Seldom' }, place: 2, placeNow: 2 },
      { coop: { name: 'Never' }, place: 3, placeNow: 3 },
    ]);
    expect(body.newest[1].first[0].coop.name).toBe('Never');
  });

  test('refuses a λ that a network cannot have', async () => {
    await coordinator.get('/api/network/replay?lambda=3').expect(422);
    await coordinator.get('/api/network/replay?lambda=much').expect(422);
  });
});
