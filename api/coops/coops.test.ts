import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { buildClient, buildCoop } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

function held(skill: string, level = 4) {
  return { skill, level, people: 2, lastUsed: '2037-10', evidence: '', verifiedReferences: 0 };
}

async function coopBrowser(profile: Partial<CoopProfile> = {}, role: 'steward' | 'member' = 'steward') {
  const { coop, person } = await buildCoop({ profile: { ...emptyProfile, ...profile } }, role);
  return { coop, person, browser: await app.as(person, coop) };
}

describe('the directory', () => {
  test('finds co-ops by word beginnings, skill with its narrower ones, country and language; no clients', async () => {
    const profile = { ...emptyProfile, skills: [held('react')], languages: ['ca'] };
    const { coop } = await buildCoop({ name: 'Camí Digital', country: 'AD', city: 'Encamp', profile });
    await buildCoop({ name: 'Camilla', country: 'FR' });
    await buildClient({ name: 'Camí de Ferro' });
    const names = async (query: string) =>
      (await app.visitor().get(`/api/coops?${query}`).expect(200)).body.items.map(
        (item: { name: string }) => item.name,
      );
    expect(await names('query=cami')).toEqual(['Camí Digital', 'Camilla']);
    expect(await names('query=react%20enc')).toEqual(['Camí Digital']);
    expect(await names('skill=frontend&country=AD')).toEqual(['Camí Digital']);
    expect(await names('query=cami&language=ca')).toEqual(['Camí Digital']);
    expect(await names('query=cami&skill=postgresql')).toEqual([]);
    const list = (await app.visitor().get('/api/coops?country=AD').expect(200)).body;
    expect(list).toMatchObject({ total: 1, items: [{ id: coop.id, topSkills: ['React'] }] });
  });

  test('shows a co-op without what is its own business', async () => {
    const { coop } = await buildCoop({
      profile: {
        ...emptyProfile,
        skills: [held('react')],
        dayRateFloor: { minor: 432_10, currency: 'EUR' },
        valueBounds: { minMinor: 987_654, maxMinor: null, currency: 'EUR' },
        redLines: ['weapons'],
        freeDays: [{ month: '2037-12', days: 12 }],
        isPaused: true,
      },
    });
    const shown = (await app.visitor().get(`/api/coops/${coop.slug}`).expect(200)).body;
    expect(shown).toMatchObject({ name: coop.name, skills: [{ skill: 'react' }] });
    for (const secret of [
      'dayRateFloor',
      'valueBounds',
      'redLines',
      'freeDays',
      'isPaused',
      '43210',
      '987654',
    ]) {
      expect(JSON.stringify(shown)).not.toContain(secret);
    }
    const { client } = await buildClient();
    await app.visitor().get(`/api/coops/${client.slug}`).expect(404);
    await app.visitor().get('/api/coops/NOT-A-SLUG').expect(404);
  });

  test.each([
    'page=0',
    'skill=No%20slug',
    'country=es',
    'language=Spanish',
    'colour=red',
    `query=${'x'.repeat(101)}`,
  ])('refuses %s', async (query) => {
    expect((await app.visitor().get(`/api/coops?${query}`).expect(422)).body.issues).toHaveLength(1);
  });
});

describe('the skill profile', () => {
  test('is changed field by field on the version that was read, and then found by its skills', async () => {
    const { coop, browser } = await coopBrowser({}, 'member');
    expect((await browser.get('/api/profile').expect(200)).body).toEqual({
      ...emptyProfile,
      coopId: coop.id,
      version: 1,
    });
    const saved = await browser
      .patch('/api/profile')
      .send({ version: 1, skills: [held('svelte')], remote: false })
      .expect(200);
    expect(saved.body).toMatchObject({ version: 2, remote: false, languages: [] });
    const stale = await browser.patch('/api/profile').send({ version: 1, remote: true }).expect(409);
    expect(stale.body).toMatchObject({ reason: 'stale_version', version: 2 });
    const found = (await app.visitor().get('/api/coops?query=svelte').expect(200)).body.items;
    expect(found).toMatchObject([{ id: coop.id }]);
  });

  test('never takes verified references from the co-op itself', async () => {
    const { browser } = await coopBrowser({ skills: [{ ...held('react'), verifiedReferences: 2 }] });
    const skills = [
      { ...held('react'), verifiedReferences: 20 },
      { ...held('vue'), verifiedReferences: 20 },
    ];
    const saved = await browser.patch('/api/profile').send({ version: 1, skills }).expect(200);
    expect(saved.body.skills.map((each: { verifiedReferences: number }) => each.verifiedReferences)).toEqual([
      2, 0,
    ]);
  });

  test('takes a skill that was offered as new', async () => {
    const { browser } = await coopBrowser();
    const label = 'Beekeeping telemetry';
    const { slug } = (await browser.post('/api/skill-proposals').send({ label }).expect(201)).body;
    await browser
      .patch('/api/profile')
      .send({ version: 1, skills: [held(slug)] })
      .expect(200);
  });

  test.each([
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['no version', { version: undefined }, '/version'],
    ['a wrong type', { remote: 'yes' }, '/remote'],
    ['a level that is none', { skills: [{ ...held('react'), level: 6 }] }, '/skills/0/level'],
    ['an unknown skill', { skills: [held('alchemy-2')] }, '/skills/0/skill'],
    ['a skill twice', { skills: [held('react'), held('react')] }, '/skills/1/skill'],
    [
      'a month twice',
      {
        freeDays: [
          { month: '2037-12', days: 1 },
          { month: '2037-12', days: 2 },
        ],
      },
      '/freeDays/1/month',
    ],
    [
      'turned bounds',
      { valueBounds: { minMinor: 2, maxMinor: 1, currency: 'EUR' } },
      '/valueBounds/maxMinor',
    ],
    ['a project without title', { projects: [{ id: 'p', title: '', year: 2025 }] }, '/projects/0/title'],
    ['too many skills', { skills: Array.from({ length: 151 }, () => held('react')) }, '/skills'],
    ['a month that is none', { freeDays: [{ month: '2037-13', days: 1 }] }, '/freeDays/0/month'],
  ])('refuses %s and writes nothing', async (_, change, pointer) => {
    const { coop, browser } = await coopBrowser();
    const reply = await browser
      .patch('/api/profile')
      .send({ version: 1, ...change })
      .expect(422);
    expect(reply.body.issues.map((issue: { pointer: string }) => issue.pointer)).toContain(pointer);
    expect((await organisations.findById(coop.id))?.profileVersion).toBe(1);
  });

  test('belongs to co-ops, and to those who act for one', async () => {
    const { client, person } = await buildClient();
    const asClient = await app.as(person, client);
    expect((await asClient.get('/api/profile').expect(403)).body.reason).toBe('needs_coop');
    expect((await (await app.as(person)).get('/api/profile').expect(403)).body.reason).toBe(
      'needs_organisation',
    );
    await app.visitor().patch('/api/profile').send({ version: 1 }).expect(401);
  });
});
