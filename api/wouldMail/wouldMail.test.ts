import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { setBidStage, submittedBid } from '@cobid/testing/bidStage.ts';
import {
  buildClient,
  buildCoop,
  buildMailSettings,
  buildMembership,
  buildPerson,
  buildTender,
} from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.mongo.clear();
  app.clock.set(TEST_START);
});

const react = {
  skill: 'react',
  level: 4,
  people: 2,
  lastUsed: '2037-10',
  evidence: '',
  verifiedReferences: 2,
};
const able = { ...emptyProfile, skills: [react] };

async function draft() {
  const { client, person } = await buildClient();
  const tender = await buildTender({ clientId: client.id, state: 'draft', publishedAt: null });
  return { tender, person, browser: await app.as(person, client) };
}

describe('before a tender is published', () => {
  test('it says how many people hear at once and how many in a digest, and writes nothing', async () => {
    const { coop } = await buildCoop({ profile: able });
    await buildMembership(await buildPerson(), coop, 'bidder');
    await buildMembership(await buildPerson(), coop, 'member');
    const weekly = await buildCoop({ profile: able });
    await buildMailSettings(weekly.person, { ...usualSettings });
    const off = await buildCoop({ profile: able });
    await buildMailSettings(off.person, { frequency: 'off' });
    await buildCoop({ profile: emptyProfile });
    const { tender, browser } = await draft();
    const settings = await mailSettings.find({});
    const { body } = await browser.get(`/api/tenders/${tender.id}/would-mail?act=publish`).expect(200);
    expect(body).toEqual({
      people: 2,
      inDigest: 1,
      sentence: 'This will mail 2 people at once; 1 person will read of it in a regular mail.',
    });
    expect(await matches.count({})).toBe(0);
    expect(await deliveries.count({})).toBe(0);
    expect(await mailSettings.find({})).toEqual(settings);
    expect(await tenders.findById(tender.id)).toEqual(tender);
  });

  test('it says that nobody hears where nobody can do it', async () => {
    const { tender, browser } = await draft();
    const { body } = await browser.get(`/api/tenders/${tender.id}/would-mail?act=publish`).expect(200);
    expect(body.sentence).toMatch(/^This will mail nobody: /);
  });

  test('it says so where the deadline is missing, and not that nobody can do it', async () => {
    await buildCoop({ profile: able });
    const { tender, browser } = await draft();
    await tenders.change({ id: tender.id }, { set: { deadline: null } });
    const { body } = await browser.get(`/api/tenders/${tender.id}/would-mail?act=publish`).expect(200);
    expect(body.sentence).toBe('Whom this will mail can be said once the deadline is set.');
  });

  test('only those who may publish it are told', async () => {
    const { tender } = await draft();
    const { coop, person } = await buildCoop();
    const stranger = await app.as(person, coop);
    await stranger.get(`/api/tenders/${tender.id}/would-mail?act=publish`).expect(404);
    await app.visitor().get(`/api/tenders/${tender.id}/would-mail?act=publish`).expect(401);
  });

  test.each(['', '?act=shout', '?act=publish&more=1'])(
    'an act that there is not is refused: %s',
    async (query) => {
      const { tender, browser } = await draft();
      await browser.get(`/api/tenders/${tender.id}/would-mail${query}`).expect(422);
    },
  );
});

describe('other acts', () => {
  test('withdrawing tells no number, whether there are bids or not: it would tell how many', async () => {
    const stage = await setBidStage(app);
    const ask = () => stage.client.browser.get(`/api/tenders/${stage.tender.id}/would-mail?act=withdraw`);
    const { body: before } = await ask().expect(200);
    await submittedBid(stage);
    const { body: after } = await ask().expect(200);
    expect(before).toMatchObject({ people: null, inDigest: 0 });
    expect(after).toEqual(before);
    await stage.client.browser.get(`/api/tenders/${stage.tender.id}/would-mail?act=award`).expect(409);
    await stage.lead.browser.get(`/api/tenders/${stage.tender.id}/would-mail?act=withdraw`).expect(403);
  });

  test('an award says how many people it mails, and does mail them', async () => {
    const stage = await setBidStage(app);
    const bid = await submittedBid(stage);
    app.clock.set('2037-12-07T12:00:01Z');
    const { body } = await stage.client.browser
      .get(`/api/tenders/${stage.tender.id}/would-mail?act=award`)
      .expect(200);
    await deliveries.remove({});
    const { version } = (await tenders.findById(stage.tender.id)) ?? {};
    await stage.client.browser
      .post(`/api/tenders/${stage.tender.id}/award`)
      .send({ version, bidId: bid.id, reason: 'Close to the residents.', others: [] })
      .expect(200);
    const mailed = new Set((await deliveries.find({})).map(({ personId }) => personId));
    expect(body.people).toBe(mailed.size);
    expect(body.people).toBeGreaterThan(1);
  });

  test('an invitation of several co-ops counts their people once', async () => {
    const { coop, person } = await buildCoop();
    const [one, two] = [await buildCoop(), await buildCoop()];
    await buildMembership(one.person, two.coop, 'bidder');
    const browser = await app.as(person, coop);
    const ask = (ids: string) => browser.get(`/api/would-mail/invitation?coopIds=${ids}`);
    const { body } = await ask(`${one.coop.id},${two.coop.id}`).expect(200);
    expect(body).toMatchObject({ people: 2, sentence: 'This will mail 2 people.' });
    await ask('somebody').expect(422);
  });
});

describe('before a bid goes on', () => {
  test('its lead hears how many people are mailed, and for all others there is no bid', async () => {
    const stage = await setBidStage(app);
    const { lead, researcher, rival, client } = stage;
    await buildMembership(await buildPerson(), researcher.organisation, 'bidder');
    await buildMembership(await buildPerson(), researcher.organisation, 'member');
    const bid = await submittedBid(stage);
    const ask = ({ browser }: typeof lead, act: string) =>
      browser.get(`/api/bids/${bid.id}/would-mail?act=${act}`);
    const { body } = await ask(lead, 'withdraw').expect(200);
    expect(body).toEqual({ people: 3, inDigest: 0, sentence: 'This will mail 3 people.' });
    await buildMailSettings(researcher.person, { switchedOff: ['bidWithdrawn'] });
    expect((await ask(lead, 'withdraw').expect(200)).body.people).toBe(2);
    expect((await ask(lead, 'freeze').expect(200)).body.people).toBe(3);
    await ask(lead, 'publish').expect(422);
    await ask(lead, 'submit').expect(409);
    await ask(researcher, 'withdraw').expect(403);
    for (const outsider of [rival, client])
      await ask(outsider, 'withdraw').expect(outsider === client ? 403 : 404);
    expect(await deliveries.count({ kind: 'bidWithdrawn' })).toBe(0);
  });
});
