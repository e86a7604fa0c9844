import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { weightBounds } from '@cobid/domain/network/weightBounds.ts';
import { publishedWeights } from '@cobid/domain/matching/weights.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import { buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { Agent, TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
let coordinator: PersonRecord;
let browser: Agent;
let operator: Agent;

beforeAll(async () => {
  app = await startTestApp({ settings: { OPERATOR_EMAILS: 'operator@example.org' } });
  operator = await app.as(await buildPerson({ email: 'operator@example.org' }));
  coordinator = await buildPerson({ name: 'Cora' });
  browser = await app.as(coordinator);
});
afterAll(() => app.stop());

const version = async () => (await mainNetwork()).version;

test('anybody reads the rules that the network matches by', async () => {
  const reply = await app.visitor().get('/api/network').expect(200);
  expect(reply.body).toMatchObject({ lambda: 0.5, weights: publishedWeights, bounds: weightBounds });
  expect(reply.body).not.toHaveProperty('coordinators');
});

describe('coordinators', () => {
  test('are appointed by an operator first, who may not change the rules', async () => {
    const input = { version: await version(), email: coordinator.email };
    await browser.post('/api/network/coordinators').send(input).expect(403);
    await browser.get('/api/network/settings').expect(403);
    const appointed = await operator.post('/api/network/coordinators').send(input).expect(200);
    expect(appointed.body.coordinators).toEqual([
      { personId: coordinator.id, name: 'Cora', email: coordinator.email },
    ]);
    expect(appointed.body.history[0]).toMatchObject({ sentence: 'Cora became coordinator.' });
    expect((await browser.get('/api/me')).body.person.isCoordinator).toBe(true);
    const refused = await operator.patch('/api/network').send({ version: await version(), lambda: 1 });
    expect(refused.body).toMatchObject({ status: 403, reason: 'needs_coordinator' });
  });

  test('appoint others, who have to have signed in before, and the last one stays', async () => {
    const other = await buildPerson({ name: 'Otto' });
    const unknown = await browser
      .post('/api/network/coordinators')
      .send({ version: await version(), email: 'nobody@example.org' });
    expect(unknown.body).toMatchObject({ status: 422, reason: 'unknown_person' });
    await browser
      .post('/api/network/coordinators')
      .send({ version: await version(), email: other.email })
      .expect(200);
    const removed = await browser
      .delete(`/api/network/coordinators/${other.id}?version=${await version()}`)
      .expect(200);
    expect(removed.body.history[0].sentence).toBe('Otto is not coordinator any more.');
    const last = await browser.delete(
      `/api/network/coordinators/${coordinator.id}?version=${await version()}`,
    );
    expect(last.body).toMatchObject({ status: 409, reason: 'last_coordinator' });
    expect((await mainNetwork()).coordinatorIds).toEqual([coordinator.id]);
  });
});

describe('the rules', () => {
  test('are changed on the version that was seen; each change stays in the history', async () => {
    const seen = await version();
    const changed = await browser
      .patch('/api/network')
      .send({ version: seen, name: 'North Sea co-ops', lambda: 0.75, note: 'Agreed in May' })
      .expect(200);
    expect(changed.body).toMatchObject({ name: 'North Sea co-ops', lambda: 0.75 });
    expect(changed.body.history.slice(0, 2)).toMatchObject([
      { by: 'Cora', note: 'Agreed in May', sentence: expect.stringContaining('from 0.5 to 0.75') },
      { by: 'Cora', sentence: 'The name went from “Our network” to “North Sea co-ops”.' },
    ]);
    const stale = await browser.patch('/api/network').send({ version: seen, lambda: 1 });
    expect(stale.body).toMatchObject({ status: 409, reason: 'stale_version' });
  });

  test('that change nothing leave no trace', async () => {
    const before = await mainNetwork();
    await browser.patch('/api/network').send({ version: before.version, lambda: 0.75 }).expect(200);
    expect(await mainNetwork()).toEqual(before);
  });

  test.each([
    ['a weight beyond its bound', { ...publishedWeights, skill: 0.9, evidence: -0.12 }],
    ['weights that sum to something else', { ...publishedWeights, skill: 0.71 }],
    ['a weight too few', { skill: 1 }],
  ])('refuse %s', async (_, weights) => {
    const reply = await browser.patch('/api/network').send({ version: await version(), weights });
    expect(reply.body).toMatchObject({ status: 422, reason: 'invalid' });
  });

  test('take other weights within their bounds', async () => {
    const weights = { ...publishedWeights, skill: 0.68, evidence: 0.1 };
    const reply = await browser
      .patch('/api/network')
      .send({ version: await version(), weights })
      .expect(200);
    expect(reply.body.history[0].sentence).toBe(
      'Weights: skills from 70 % to 68 %, past projects from 8 % to 10 %.',
    );
    expect((await networks.findOne({ isMain: true }))?.weights).toEqual(weights);
  });
});
