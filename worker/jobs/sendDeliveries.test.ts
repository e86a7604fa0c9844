import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { exposures } from '@cobid/platform/mongo/models/exposure.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { tellings } from '@cobid/platform/mongo/models/telling.ts';
import { jobs } from '@cobid/platform/queues/jobs.ts';
import {
  buildClient,
  buildCoop,
  buildMailSettings,
  buildTender,
  completeTender,
} from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { smtpRefusal } from '@cobid/testing/mailSink.ts';
import { matchTender } from './matchTender.ts';
import { sendDeliveries } from './sendDeliveries.ts';

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
  context.sink.messages.length = 0;
  context.sink.at(() => undefined);
  app.clock.set('2037-11-23T09:00:00Z');
});

const react = { skill: 'react', level: 4, people: 2, lastUsed: null, evidence: '', verifiedReferences: 2 };
const coopThatFits = () => buildCoop({ profile: { ...emptyProfile, skills: [react] } });

/** Publishes a tender and matches it, so that a mail is wanted for each co-op that fits. */
async function published(title = 'A booking site'): Promise<string> {
  const { client } = await buildClient();
  const tender = await buildTender({
    clientId: client.id,
    content: { ...completeTender, title },
    matching: { wantedAt: app.clock(), doneAt: null, version: 1 },
    needsMatching: true,
  });
  await matchTender({ tenderId: tender.id }, context);
  return tender.id;
}

/** Sends all that is wanted as one job. */
async function sendAll(): Promise<void> {
  const wanted = await deliveries.find({ state: 'wanted' }, { sort: { id: 1 } });
  const payload = jobs.sendDeliveries.payload.parse({ deliveryIds: wanted.map(({ id }) => id) });
  await sendDeliveries(payload, context);
}

const addressees = () => context.sink.messages.flatMap(({ to }) => to).toSorted();

test('each reader gets their own mail, and each is recorded and counted as shown', async () => {
  const readers = await Promise.all(Array.from({ length: 25 }, coopThatFits));
  await published();
  await sendAll();
  expect(addressees()).toEqual(readers.map(({ person }) => person.email).toSorted());
  for (const { coop, person } of readers) {
    const mail = context.sink.messages.find(({ to }) => to.includes(person.email));
    expect(mail?.subject).toBe(`A fit for ${coop.name}: A booking site`);
    expect(mail?.text).toContain(`Hello ${person.name},`);
  }
  expect(await deliveries.count({ state: 'sent', attempts: 1 })).toBe(25);
  expect(await tellings.count({})).toBe(25);
  expect((await exposures.find({})).every(({ shownAt }) => shownAt !== null)).toBe(true);
});

test('one that cannot be written, one that is refused and one that waits hold back no other', async () => {
  const [broken, refused, late, fine] = await Promise.all(Array.from({ length: 4 }, coopThatFits));
  await published();
  await people.change({ id: broken?.person.id ?? '' }, { set: { zone: 'No/Where' } });
  context.sink.at((step, address) => {
    if (step !== 'rcpt') return;
    if (address === refused?.person.email) throw smtpRefusal(550, '5.1.1 No such user');
    if (address === late?.person.email) throw smtpRefusal(451, '4.7.1 Greylisted');
  });
  await sendAll();
  expect(addressees()).toEqual([fine?.person.email]);
  const stateOf = async (reader: typeof fine) =>
    (await deliveries.findOne({ personId: reader?.person.id ?? '' }))?.state;
  expect(await Promise.all([broken, refused, late, fine].map(stateOf))).toEqual([
    'wanted',
    'failed',
    'wanted',
    'sent',
  ]);
  expect(await tellings.findOne({ personId: refused?.person.id ?? '' })).toBeNull();
});

test('nobody is told twice, also not by two mails of the same job', async () => {
  const { coop, person } = await coopThatFits();
  const tenderId = await published();
  await wantDeliveries(
    [
      {
        key: `opportunity:${tenderId}:2:${person.id}`,
        kind: 'opportunity',
        personId: person.id,
        email: person.email,
        refs: { tenderId, coopId: coop.id },
      },
    ],
    app.clock(),
  );
  await sendAll();
  expect(addressees()).toEqual([person.email]);
  expect((await deliveries.find({})).map(({ state }) => state).toSorted()).toEqual(['moot', 'sent']);
});

test('the cap of a week holds within one job', async () => {
  const { person } = await coopThatFits();
  for (const title of ['One', 'Two', 'Three']) await published(title);
  await buildMailSettings(person, { mostInstantAWeek: 2 });
  await sendAll();
  expect(addressees()).toEqual([person.email, person.email]);
  expect(await deliveries.findOne({ state: 'moot' })).toMatchObject({
    lastError: 'it comes in the digest, as enough mails came at once this week',
  });
});
