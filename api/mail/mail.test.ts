import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { WantedDelivery } from '@cobid/platform/mongo/models/delivery.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { buildCoop, buildMembership, buildPerson, buildTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(() => app.mongo.clear());

/** Somebody in Madrid who has never said what they want, signed in. */
async function newcomer() {
  const { coop, person } = await buildCoop({ name: 'Marea Digital' });
  await mailSettings.remove({});
  return { coop, person, browser: await app.as(person, coop) };
}

describe('what one gets by mail', () => {
  test('is the usual until one says otherwise, and looking writes nothing', async () => {
    const { browser, coop } = await newcomer();
    const { body } = await browser.get('/api/me/mail-settings').expect(200);
    expect(body).toMatchObject({ ...usualSettings, version: 1, zone: 'Europe/Madrid' });
    expect(body.nextDigestAt).toBe('2037-11-24T08:00:00.000Z');
    expect(body.sentence).toBe(
      'You get a weekly mail on Tuesday at 9:00 (Madrid) with tenders that fit. Next one: Tue, 24 Nov 2037, 09:00 CET.',
    );
    expect(body.coops).toEqual([{ id: coop.id, name: 'Marea Digital', slug: coop.slug }]);
    expect(await mailSettings.count({})).toBe(0);
  });

  test('can be changed, which moves the next digest', async () => {
    const { browser, person } = await newcomer();
    const change = { version: 1, frequency: 'daily', hour: 10, switchedOff: ['tenderEnded'] };
    const { body } = await browser.patch('/api/me/mail-settings').send(change).expect(200);
    expect(body).toMatchObject({ frequency: 'daily', hour: 10, switchedOff: ['tenderEnded'], version: 2 });
    expect(body.nextDigestAt).toBe('2037-11-24T09:00:00.000Z');
    expect(await mailSettings.findOne({ personId: person.id })).toMatchObject({
      nextDigestAt: new Date('2037-11-24T09:00:00Z'),
    });
    const off = await browser.patch('/api/me/mail-settings').send({ version: 2, frequency: 'off' });
    expect(off.body).toMatchObject({ nextDigestAt: null, sentence: 'You get no mails about tenders.' });
  });

  test.each([
    ['opportunity', 'unsubscribed', 'unsubscribed', 'because you stopped them'],
    ['all', 'hard bounce: x', 'came_back', 'your mail server sent them back'],
    ['all', 'complaint', 'complaint', 'called spam'],
  ] as const)(
    'says that mails are stopped (%s: %s), until one lets them come again',
    async (kind, cause, stop, words) => {
      const { browser, person } = await newcomer();
      await suppressions.insert({ email: person.email, kind, at: app.clock(), cause });
      await suppressions.insert({ email: 'another@example.org', kind, at: app.clock(), cause });
      const { body } = await browser.get('/api/me/mail-settings').expect(200);
      expect(body).toMatchObject({ stop, nextDigestAt: null, sentence: expect.stringContaining(words) });
      const lifted = await browser.delete('/api/me/mail-stop').expect(200);
      expect(lifted.body).toMatchObject({ stop: null, sentence: expect.stringContaining('weekly mail') });
      expect(await suppressions.find({})).toMatchObject([{ email: 'another@example.org' }]);
    },
  );

  test('follows the zone of the person', async () => {
    const { browser, person } = await newcomer();
    await browser.patch('/api/me/mail-settings').send({ version: 1, mostItems: 7 }).expect(200);
    await browser.patch('/api/me').send({ zone: 'America/New_York' }).expect(200);
    expect(await mailSettings.findOne({ personId: person.id })).toMatchObject({
      nextDigestAt: new Date('2037-11-24T14:00:00Z'),
    });
  });

  test.each([
    [{ frequency: 'hourly' }, '/frequency'],
    [{ weekday: 8 }, '/weekday'],
    [{ hour: 3 }, '/hour'],
    [{ weekday: 6 }, '/weekday'],
    [{ deliveryTo: 8 }, '/deliveryTo'],
    [{ deliveryDays: [] }, '/deliveryDays'],
    [{ mostItems: 0 }, '/mostItems'],
    [{ switchedOff: ['signatureWanted'] }, '/switchedOff/0'],
    [{ holidays: [{ from: '2037-12-24', to: '2037-12-01' }] }, '/holidays/0/to'],
    [{ pausedUntil: 'soon' }, '/pausedUntil'],
    [{ surprise: true }, ''],
  ])('refuses %j and says where', async (change, pointer) => {
    const { browser } = await newcomer();
    const { body } = await browser
      .patch('/api/me/mail-settings')
      .send({ version: 1, ...change })
      .expect(422);
    expect(body.issues[0].pointer).toContain(pointer);
    expect(await mailSettings.count({ version: 2 })).toBe(0);
  });

  test('is not overwritten by a second window that has not seen the change', async () => {
    const { browser } = await newcomer();
    const change = (hour: number) => browser.patch('/api/me/mail-settings').send({ version: 1, hour });
    const replies = await Promise.all([change(10), change(11)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('is for people who are signed in', async () => {
    await app.visitor().get('/api/me/mail-settings').expect(401);
    await app.visitor().patch('/api/me/mail-settings').send({ version: 1 }).expect(401);
    await app.visitor().get('/api/me/mails').expect(401);
  });
});

describe('one’s own mails', () => {
  test('are listed with what they were about, when, and why; those of others are not', async () => {
    const { browser, person, coop } = await newcomer();
    const other = await buildPerson();
    await buildMembership(other, coop, 'bidder');
    const tender = await buildTender();
    const about = { email: person.email, refs: { tenderId: tender.id } };
    const wanted: WantedDelivery[] = [
      { ...about, key: 'a', kind: 'opportunity', personId: person.id },
      { ...about, key: 'b', kind: 'digest', personId: person.id, refs: {} },
      { ...about, key: 'c', kind: 'bidSubmitted', personId: person.id },
      {
        ...about,
        key: 'd',
        kind: 'opportunity',
        personId: person.id,
        notBefore: new Date('2037-11-24T07:00:00Z'),
      },
      { ...about, key: 'e', kind: 'opportunity', personId: other.id },
    ];
    await wantDeliveries(wanted, app.clock());
    await deliveries.change(
      { key: 'a' },
      { set: { state: 'sent', sentAt: app.clock(), why: 'You get this mail because.' } },
    );
    await deliveries.change({ key: 'b' }, { set: { state: 'moot', lastError: 'nothing new' } });
    await deliveries.change({ key: 'c' }, { set: { state: 'moot', lastError: 'not in the bid any more' } });
    const { body } = await browser.get('/api/me/mails').expect(200);
    expect(body.total).toBe(2);
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'A tender that fits, at once',
          about: tender.content.title,
          state: 'sent',
          why: 'You get this mail because.',
        }),
        expect.objectContaining({ state: 'waits', at: '2037-11-24T07:00:00.000Z', why: null }),
      ]),
    );
  });

  test('say why one was not sent', async () => {
    const { browser, person } = await newcomer();
    const { id } = await buildTender();
    const refs = { tenderId: id };
    const mail = { kind: 'opportunity' as const, personId: person.id, email: person.email, refs };
    await wantDeliveries(
      ['1', '2'].map((key) => ({ ...mail, key })),
      app.clock(),
    );
    await deliveries.change({ key: '1' }, { set: { state: 'moot', lastError: 'answered' } });
    await deliveries.change({ key: '2' }, { set: { state: 'failed', lastError: '550 full' } });
    const { body } = await browser.get('/api/me/mails').expect(200);
    expect(body.items.map(({ why }: { why: string }) => why).toSorted()).toEqual([
      'It was not needed any more: answered.',
      'Your mail server did not take it: 550 full.',
    ]);
  });
});
