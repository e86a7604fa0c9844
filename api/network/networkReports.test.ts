import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { after, days } from '@cobid/platform/clock.ts';
import { markShown, recordOrder } from '@cobid/platform/mongo/models/exposure.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { buildCoop, buildPerson, buildTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { Agent, TestApp } from '@cobid/testing/harness.ts';

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
    await recordOrder(list, { id: tender.id, version: 1, after: 0 }, at);
    await markShown(tender.id, ago === 60 ? [often.id, seldom.id] : [often.id], at);
  }
});
afterAll(() => app.stop());

test('only those who run the network see how work spreads in it', async () => {
  const other = await app.as(await buildPerson());
  for (const path of ['/api/network/exposure', '/api/network/replay']) {
    await app.visitor().get(path).expect(401);
    expect((await other.get(path)).body).toMatchObject({ status: 403, reason: 'needs_coordinator' });
    await coordinator.get(path).expect(200);
  }
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
