import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { skillProposals } from '@cobid/platform/mongo/models/skillProposal.ts';
import { buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('finds skills by what is typed so far', async () => {
  const reply = await app.visitor().get('/api/skills?query=postg&limit=3').expect(200);
  expect(reply.body.items[0]).toEqual({ slug: 'postgresql', label: 'PostgreSQL', area: 'data' });
  expect((await app.visitor().get('/api/skills').expect(200)).body.items).toEqual([]);
});

test('says what a text means, or offers it as new', async () => {
  const resolve = async (text: string) =>
    (await app.visitor().post('/api/skills/resolve').send({ text }).expect(200)).body;
  expect(await resolve('accesibilidad web')).toMatchObject({
    known: { slug: 'accessibility' },
    proposal: null,
  });
  expect(await resolve('Beehive sensors')).toMatchObject({
    known: null,
    proposal: { label: 'Beehive sensors', slug: 'beehive-sensors' },
  });
});

test('a skill is proposed once, and only when the list lacks it', async () => {
  const browser = await app.as(await buildPerson());
  const propose = (body: object) => browser.post('/api/skill-proposals').send(body);
  const made = await propose({ label: 'Tide forecasting', note: 'For harbours' }).expect(201);
  expect(made.body).toEqual({ label: 'Tide forecasting', slug: 'tide-forecasting' });
  await propose({ label: 'tide forecasting' }).expect(201);
  expect(await skillProposals.count({ slug: 'tide-forecasting' })).toBe(1);
  const known = await propose({ label: 'Postgres' }).expect(409);
  expect(known.body.detail).toBe('The list has this as "PostgreSQL".');
});

test('bad input is named, and a visitor proposes nothing', async () => {
  const browser = await app.as(await buildPerson());
  const cases = [
    [browser.post('/api/skill-proposals').send({}), '/label'],
    [browser.post('/api/skill-proposals').send({ label: 'x' }), '/label'],
    [browser.post('/api/skill-proposals').send({ label: 'x'.repeat(61) }), '/label'],
    [browser.post('/api/skill-proposals').send({ label: 'Fine', slug: 'mine' }), '/slug'],
    [browser.post('/api/skills/resolve').send({ text: 5 }), '/text'],
    [browser.get('/api/skills?limit=51'), '/limit'],
    [browser.get(`/api/skills?query=${'x'.repeat(61)}`), '/query'],
  ] as const;
  for (const [request, pointer] of cases) {
    expect((await request.expect(422)).body.issues).toMatchObject([{ pointer }]);
  }
  await app.visitor().post('/api/skill-proposals').send({ label: 'Fine' }).expect(401);
});
