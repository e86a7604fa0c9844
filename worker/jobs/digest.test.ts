import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { days, hours } from '@cobid/platform/clock.ts';
import { findAnswerLink } from '@cobid/platform/mailLinks/answerLink.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { exposures } from '@cobid/platform/mongo/models/exposure.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { recordAnswer } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { tellings } from '@cobid/platform/mongo/models/telling.ts';
import { jobs as jobDefinitions } from '@cobid/platform/queues/jobs.ts';
import { mailTokens } from '@cobid/platform/mongo/models/mailToken.ts';
import {
  buildClient,
  buildCoop,
  buildMailSettings,
  buildMembership,
  buildTender,
  completeTender,
} from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { closeLinkBrowser, openLinks } from '@cobid/testing/openLinks.ts';
import { smtpRefusal } from '@cobid/testing/mailSink.ts';
import { matchTender } from './matchTender.ts';
import { sendDelivery } from './sendDelivery.ts';
import { sendDeliveries } from './sendDeliveries.ts';
import { sweep } from './sweep.ts';
import { wantDigests } from './wantDigests.ts';

let app: TestApp;
let context: TestContext;
const sendDeliveriesPayload = jobDefinitions.sendDeliveries.payload;
const NOON = '2037-11-24T12:00:00Z';

beforeAll(async () => {
  app = await startTestApp();
  context = await startJobContext(app);
});
afterAll(async () => {
  await closeLinkBrowser();
  await context.stop();
  await app.stop();
});
beforeEach(async () => {
  await app.mongo.clear();
  context.sink.messages.length = 0;
  context.sink.at(() => undefined);
  app.clock.set('2037-11-23T09:00:00Z');
});

const held = (skill: string) => ({
  skill,
  level: 4,
  people: 2,
  lastUsed: '2037-10',
  evidence: '',
  verifiedReferences: 2,
});
const able = { ...emptyProfile, skills: [held('react')] };

/** A co-op whose steward gets a weekly mail, on Tuesday at nine in Madrid. */
async function weeklyReader(name = 'Marea Digital') {
  const { coop, person } = await buildCoop({ name, profile: able });
  await buildMailSettings(person, usualSettings, new Date('2037-11-24T08:00:00Z'));
  return { coop, person };
}

/** A tender that is published and matched now. */
async function published(title: string, change: Partial<TenderRecord['content']> = {}) {
  const { client } = await buildClient({ name: 'Bilbao Bizi' });
  const tender = await buildTender({
    clientId: client.id,
    content: { ...completeTender, title, ...change },
    matching: { wantedAt: app.clock(), doneAt: null, version: 1 },
    needsMatching: true,
  });
  await matchTender({ tenderId: tender.id }, context);
  return tender;
}

/** Wants the digests that are due and sends all that is wanted; the mails that came of it. */
async function digestsSent() {
  const before = context.sink.messages.length;
  await wantDigests({}, context);
  await sendWanted();
  const mails = context.sink.messages.slice(before);
  await openLinks(context.url, mails);
  return mails;
}

async function sendWanted() {
  for (const { id } of await deliveries.find({ state: 'wanted' }, { sort: { id: 1 } }))
    await sendDelivery({ deliveryId: id }, context);
}

describe('a weekly digest', () => {
  test('tells what is new with reasons and answers that work, and nothing before it is due', async () => {
    const { person } = await weeklyReader();
    const tender = await published('A booking site');
    expect(await digestsSent()).toEqual([]);
    app.clock.set(NOON);
    const [mail, ...others] = await digestsSent();
    expect(others).toEqual([]);
    expect(mail?.to).toEqual([person.email]);
    expect(mail?.subject).toBe('1 tender for you');
    expect(mail?.text).toContain('== A booking site ==');
    expect(mail?.text).toContain('Posted by Bilbao Bizi.');
    expect(mail?.text).toContain('React: level 4, used in October 2037');
    expect(mail?.text).toContain('Mon, 7 Dec 2037, 13:00 CET (Madrid)');
    expect(mail?.text).toContain('€20,000 to €30,000');
    expect(mail?.text.replace(/\s+/g, ' ')).toContain('once a week, on Tuesday at 9:00 (Madrid)');
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const answers = (mail?.links ?? []).filter((link) => link.includes('/answer/'));
    expect(new Set(answers.map((link) => new URL(link).search))).toEqual(
      new Set(['?answer=yes', '?answer=yes_if', '?answer=not_now', '?answer=pass_to', '?answer=no']),
    );
    const token = new URL(answers[0] ?? '').pathname.split('/').at(-1) ?? '';
    const { COBID_SECRET } = app.config;
    expect(await findAnswerLink(token, COBID_SECRET, app.clock())).toMatchObject({
      personId: person.id,
      tenderId: tender.id,
    });
    expect(await mailTokens.count({})).toBe(0);
    await app.visitor().post(`/api/answers/${token}`).send({ answer: 'yes' }).expect(200);
    const delivery = await deliveries.findOne({ kind: 'digest' });
    expect(delivery).toMatchObject({ state: 'sent', why: expect.stringContaining('once a week') });
  });

  test('says that it is the certificate or the language that is missing, where the skill is there', async () => {
    await weeklyReader();
    const wanted = { skill: 'react', priority: 'must', level: 3, note: '', language: null } as const;
    await published('A vault', {
      requirements: [
        { ...wanted, id: 'r1', days: 5, certificate: null },
        { ...wanted, id: 'r2', days: 6, certificate: 'iso-9001' },
        { ...wanted, id: 'r3', days: 7, certificate: 'iso-9001', language: 'eu' },
        { ...wanted, id: 'r4', days: 8, certificate: null, skill: 'user-research' },
      ],
    });
    app.clock.set(NOON);
    const [mail] = await digestsSent();
    const text = mail?.text.replace(/\s+/g, ' ') ?? '';
    const react = 'Missing: React, level 3';
    expect(text).not.toContain(`${react}, 5 days`);
    expect(text).toContain(`${react}, 6 days: you have the skill, but not the certificate ISO 9001 quality.`);
    expect(text).toContain(
      `${react}, 7 days: you have the skill, but not both the certificate ISO 9001 quality and the language (Basque).`,
    );
    expect(text).toMatch(/Missing: User research, level 3, 8 days\. /);
  });

  test('tells nothing twice, is skipped when nothing is new, and tells again what has changed', async () => {
    const { person } = await weeklyReader();
    const { id, content } = await published('A booking site', { deadline: '2038-01-30T12:00:00Z' });
    app.clock.set(NOON);
    expect(await digestsSent()).toHaveLength(1);
    app.clock.advance(days(7));
    expect(await digestsSent()).toEqual([]);
    expect(await deliveries.findOne({ state: 'moot' })).toMatchObject({ lastError: 'nothing new' });
    await tenders.change({ id }, { set: { content: { ...content, title: 'A nicer title' } } });
    app.clock.advance(days(7));
    expect(await digestsSent()).toEqual([]);
    const budget = { kind: 'band' as const, minMinor: 50_000_00, maxMinor: 60_000_00 };
    await tenders.change({ id }, { set: { content: { ...content, budget } } });
    app.clock.advance(days(7));
    const [mail] = await digestsSent();
    expect(mail?.text).toContain('Changed since you heard of it');
    expect(mail?.text).toContain('€50,000 to €60,000');
    expect(mail?.to).toEqual([person.email]);
  });

  test('says nothing to who has answered, for whichever co-op', async () => {
    const { coop, person } = await weeklyReader();
    const other = await buildCoop({ profile: able });
    await buildMembership(person, other.coop, 'bidder');
    const tender = await published('A booking site');
    await recordAnswer(
      { tenderId: tender.id, coopId: coop.id },
      {
        personId: person.id,
        answer: 'no',
        condition: null,
        until: null,
        passedTo: null,
        reason: 'capacity',
        note: '',
        seeksPartners: false,
        via: 'web',
        at: app.clock(),
      },
    );
    app.clock.set(NOON);
    expect((await digestsSent()).flatMap(({ to }) => to)).not.toContain(person.email);
  });

  test('comes once for somebody in two co-ops, with each tender once, and names the co-op', async () => {
    const { person } = await weeklyReader('Marea Digital');
    const other = await buildCoop({
      name: 'Granite Web',
      profile: { ...able, skills: [held('react'), held('css')] },
    });
    await buildMembership(person, other.coop, 'bidder');
    await published('A booking site');
    app.clock.set(NOON);
    const mails = (await digestsSent()).filter(({ to }) => to.includes(person.email));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text.match(/== A booking site ==/g)).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/fits (Marea Digital|Granite Web)\./);
  });

  test('holds five tenders at most, and the others come the next time', async () => {
    await weeklyReader();
    for (let number = 1; number <= 7; number++) {
      await published(`Tender number ${number}`, { deadline: '2038-01-30T12:00:00Z' });
    }
    app.clock.set(NOON);
    const [first] = await digestsSent();
    expect(first?.subject).toBe('5 tenders for you');
    expect(first?.text.replace(/\s+/g, ' ')).toContain('There are 2 more that you have not heard of');
    app.clock.advance(days(7));
    const [second] = await digestsSent();
    expect(second?.subject).toBe('2 tenders for you');
    const titles = [first, second].flatMap((mail) => mail?.text.match(/== Tender number \d ==/g) ?? []);
    expect(new Set(titles).size).toBe(7);
  });

  test('puts first of two tenders that fit alike the one whose mails owe the co-op more', async () => {
    await weeklyReader();
    const deadline = '2038-01-30T12:00:00Z';
    const tendersInOrder = [await published('Usual', { deadline }), await published('Owed', { deadline })];
    const [usual, owed] = tendersInOrder.map(({ id }) => id);
    await exposures.change({ tenderId: usual ?? '' }, { set: { lift: -0.05 } });
    await exposures.change({ tenderId: owed ?? '' }, { set: { lift: 0.05 } });
    app.clock.set(NOON);
    const [mail] = await digestsSent();
    expect(mail?.text.match(/== (Usual|Owed) ==/g)).toEqual(['== Owed ==', '== Usual ==']);
  });

  test('is composed together with others, and each reader gets their own', async () => {
    const readers = await Promise.all(['One', 'Two', 'Three'].map((name) => weeklyReader(name)));
    await published('A booking site');
    app.clock.set(NOON);
    await wantDigests({}, context);
    const jobs = await app.waitingJobs('sendDeliveries');
    const wanted = await deliveries.find({ kind: 'digest' });
    const ids = wanted.map(({ id }) => id);
    expect(jobs.map((job) => sendDeliveriesPayload.parse(job).deliveryIds.toSorted())).toContainEqual(
      ids.toSorted(),
    );
    await Promise.all([
      sendDeliveries({ deliveryIds: ids }, context),
      sendDeliveries({ deliveryIds: ids }, context),
      ...ids.map((deliveryId) => sendDelivery({ deliveryId }, context)),
    ]);
    expect(context.sink.messages.flatMap(({ to }) => to).toSorted()).toEqual(
      readers.map(({ person }) => person.email).toSorted(),
    );
    for (const { coop, person } of readers) {
      const mail = context.sink.messages.find(({ to }) => to.includes(person.email));
      expect(mail?.text.replace(/\s+/g, ' ')).toContain(`because you can answer for ${coop.name},`);
    }
    expect(await deliveries.count({ state: 'sent' })).toBe(3);
  });

  test('is given back when the lease would run out on the way, and comes once', async () => {
    const { person } = await weeklyReader();
    await published('A booking site');
    app.clock.set(NOON);
    await wantDigests({}, context);
    const deliveryIds = (await deliveries.find({ kind: 'digest' })).map(({ id }) => id);
    let looks = 0;
    const late = () => new Date(app.clock().getTime() + (looks++ === 0 ? 0 : context.leaseMs / 2));
    await sendDeliveries({ deliveryIds }, { ...context, clock: late, profiles: context.profiles });
    expect(context.sink.messages).toEqual([]);
    expect(await deliveries.findOne({ kind: 'digest' })).toMatchObject({ state: 'wanted', attempts: 0 });
    app.clock.advance(context.leaseMs);
    await sendDeliveries({ deliveryIds }, context);
    await sendDeliveries({ deliveryIds }, context);
    expect(context.sink.messages.map(({ to }) => to)).toEqual([[person.email]]);
  });

  test('is wanted once, however often one asks; after an outage one comes, not many', async () => {
    const { person } = await weeklyReader();
    await published('A booking site', { deadline: '2038-01-30T12:00:00Z' });
    app.clock.set('2037-12-16T12:00:00Z'); // three Tuesdays later
    await Promise.all([wantDigests({}, context), wantDigests({}, context), wantDigests({}, context)]);
    await wantDigests({}, context);
    expect(await deliveries.count({ kind: 'digest' })).toBe(1);
    expect(await mailSettings.findOne({ personId: person.id })).toMatchObject({
      nextDigestAt: new Date('2037-12-22T08:00:00Z'),
    });
  });

  test('that was wanted when the worker died is wanted again with the same key', async () => {
    const { person } = await weeklyReader();
    await published('A booking site');
    app.clock.set(NOON);
    await wantDigests({}, context);
    await mailSettings.change(
      { personId: person.id },
      { set: { nextDigestAt: new Date('2037-11-24T08:00:00Z') } },
    );
    await sweep({}, context);
    expect(await app.waitingJobs('wantDigests')).toEqual([{}]);
    await wantDigests({}, context);
    expect(await deliveries.count({ kind: 'digest' })).toBe(1);
  });

  test('that could not be sent yet is the same when it is tried again', async () => {
    await weeklyReader();
    await published('A booking site');
    app.clock.set(NOON);
    context.sink.at((step) => {
      if (step === 'data') throw smtpRefusal(451, 'later');
    });
    expect(await digestsSent()).toEqual([]);
    context.sink.at(() => undefined);
    app.clock.advance(hours(1));
    await sendWanted();
    expect(context.sink.messages.map(({ subject }) => subject)).toEqual(['1 tender for you']);
  });

  test('that was refused for good has told nothing', async () => {
    await weeklyReader();
    await published('A booking site');
    app.clock.set(NOON);
    context.sink.at((step) => {
      if (step === 'data') throw smtpRefusal(554, 'no');
    });
    expect(await digestsSent()).toEqual([]);
    expect(await tellings.count({})).toBe(0);
  });

  test.each([
    ['a pause', { pausedUntil: '2037-12-01' }],
    ['off', { frequency: 'off' as const }],
  ])('is not sent after %s began meanwhile', async (_name, change) => {
    const { person } = await weeklyReader();
    await published('A booking site');
    app.clock.set(NOON);
    await wantDigests({}, context);
    await buildMailSettings(person, { ...usualSettings, ...change });
    await sendWanted();
    expect(context.sink.messages).toEqual([]);
  });
});

describe('what people said of their mails', () => {
  test('no more than so many come at once in a week; the others come in the digest', async () => {
    const { person } = await buildCoop({ profile: able });
    const settings = { ...usualSettings, frequency: 'instant' as const };
    await buildMailSettings(person, settings, new Date('2037-11-24T08:00:00Z'));
    for (const title of ['One', 'Two', 'Three']) await published(title, { deadline: '2038-01-30T12:00:00Z' });
    await sendWanted();
    expect(context.sink.messages.map(({ subject }) => subject.split(': ')[1])).toEqual(['One', 'Two']);
    app.clock.set(NOON);
    const [digest, ...others] = await digestsSent();
    expect(others).toEqual([]);
    expect(digest?.text).toContain('== Three ==');
    expect(digest?.text).not.toContain('== One ==');
  });

  test('of two that were wanted in the same moment for one place the first goes', async () => {
    const { coop, person } = await buildCoop({ profile: able });
    await buildMailSettings(person, { ...usualSettings, frequency: 'instant', mostInstantAWeek: 1 });
    const first = await published('One');
    const second = await published('Two');
    expect(await deliveries.count({ kind: 'opportunity' })).toBe(1);
    await deliveries.insert({
      key: `opportunity:${second.id}:1:${person.id}`,
      kind: 'opportunity',
      personId: person.id,
      email: person.email,
      refs: { tenderId: second.id, coopId: coop.id },
      data: {},
      state: 'wanted',
      wantedAt: app.clock(),
      leaseUntil: app.clock(),
      attempts: 0,
      sentAt: null,
      messageId: null,
      lastError: null,
    });
    await sendWanted();
    expect(await deliveries.findOne({ 'refs.tenderId': first.id })).toMatchObject({ state: 'sent' });
    expect(await deliveries.findOne({ 'refs.tenderId': second.id })).toMatchObject({ state: 'moot' });
  });

  test('a mail that can wait waits for the reader’s hours, without counting as a failure', async () => {
    const { person } = await buildCoop({ profile: able });
    await published('One');
    await buildMailSettings(person, usualSettings);
    await buildMailSettings(person, { ...usualSettings, frequency: 'instant' });
    app.clock.set('2037-11-23T22:00:00Z');
    await sendWanted();
    expect(await deliveries.findOne({ kind: 'opportunity' })).toMatchObject({
      state: 'wanted',
      attempts: 0,
      leaseUntil: new Date('2037-11-24T07:00:00Z'),
    });
    app.clock.set('2037-11-24T07:00:00Z');
    await sendWanted();
    expect(context.sink.messages).toHaveLength(1);
  });

  test('a kind that they switched off is not sent, and the list of their mails says why', async () => {
    const { person } = await buildCoop({ profile: able });
    await buildMailSettings(person, { switchedOff: ['tenderEnded'] });
    const { id } = await buildTender({ state: 'withdrawn', closingNote: 'The money has moved.' });
    const refs = { tenderId: id };
    const mail = {
      key: 'ended',
      kind: 'tenderEnded' as const,
      personId: person.id,
      email: person.email,
      refs,
    };
    await wantDeliveries([mail], app.clock());
    await sendWanted();
    expect(context.sink.messages).toEqual([]);
    expect(await deliveries.findOne({ key: 'ended' })).toMatchObject({
      state: 'suppressed',
      lastError: 'You have switched these mails off.',
    });
  });
});
