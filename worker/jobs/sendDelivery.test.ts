import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { minutes, seconds } from '@cobid/platform/clock.ts';
import { findAnswerLink } from '@cobid/platform/mailLinks/answerLink.ts';
import { findStopLink } from '@cobid/platform/mailLinks/stopLink.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { recordAnswer } from '@cobid/platform/mongo/models/response.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { buildClient, buildCoop, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { linkIn } from '@cobid/testing/mailbox.ts';
import { smtpRefusal } from '@cobid/testing/mailSink.ts';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { matchTender } from './matchTender.ts';
import { sendDelivery } from './sendDelivery.ts';

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

/** A published tender with one co-op that fits it, and the delivery that tells its steward. */
async function wantedOpportunity() {
  const { client } = await buildClient({ name: 'Bilbao Bizi' });
  const reactAt4 = {
    skill: 'react',
    level: 4,
    people: 2,
    lastUsed: '2037-10',
    evidence: '',
    verifiedReferences: 2,
  };
  const profile = { ...emptyProfile, skills: [reactAt4], freeDays: [{ month: '2038-01', days: 40 }] };
  const { coop, person } = await buildCoop({ name: 'Marea Digital', profile });
  const tender = await buildTender({
    clientId: client.id,
    content: { ...completeTender, deadline: '2037-12-07T12:00:00Z' },
    matching: { wantedAt: app.clock(), doneAt: null, version: 1 },
    needsMatching: true,
  });
  await matchTender({ tenderId: tender.id }, context);
  const delivery = await deliveries.findOne({ kind: 'opportunity' });
  if (delivery === null) throw new Error('nothing was wanted');
  return { tender, coop, person, delivery };
}

const send = ({ id }: DeliveryRecord) => sendDelivery({ deliveryId: id }, context);
const stateOf = async ({ id }: DeliveryRecord) => (await deliveries.findById(id))?.state;

describe('an opportunity mail', () => {
  test('tells why, what, until when, and how to answer', async () => {
    const { tender, coop, person, delivery } = await wantedOpportunity();
    await send(delivery);
    const [mail, ...others] = context.sink.messages;
    expect(others).toEqual([]);
    expect(mail?.to).toEqual([person.email]);
    expect(mail?.subject).toBe('A fit for Marea Digital: A booking site for shared bikes');
    expect(mail?.text).toContain('React: level 4, used in October 2037');
    expect(mail?.text).toContain('Mon, 7 Dec 2037, 13:00 CET (Madrid)');
    expect(mail?.text).toContain('€20,000 to €30,000');
    expect(mail?.text).toContain('Nothing. Your co-op covers every requirement itself.');
    for (const answer of ['yes', 'yes_if', 'not_now', 'pass_to', 'no']) {
      expect(mail?.links.filter((link) => link.endsWith(`?answer=${answer}`))).toHaveLength(1);
    }
    const token = new URL(linkIn(mail ?? { links: [] }, '/answer/')).pathname.split('/').at(-1) ?? '';
    expect(await findAnswerLink(token, app.config.COBID_SECRET, app.clock())).toMatchObject({
      personId: person.id,
      coopId: coop.id,
      tenderId: tender.id,
      usedAt: null,
    });
  });

  test('can be stopped with one click, and says that no human sent it', async () => {
    const { delivery } = await wantedOpportunity();
    await send(delivery);
    const [mail] = context.sink.messages;
    const headers = mail?.headers ?? {};
    const [web = '', post = ''] = (headers['list-unsubscribe'] ?? '').split(', ');
    const token = /^<http:\/\/localhost:3000\/api\/unsubscribe\/([\w-]+)>$/.exec(web)?.[1] ?? '';
    expect(await findStopLink(token, app.config.COBID_SECRET, app.clock())).toMatchObject({
      kind: 'opportunity',
    });
    expect(post).toMatch(/^<mailto:cobid@localhost\?subject=unsubscribe%20[\w-]+>$/);
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(headers['auto-submitted']).toBe('auto-generated');
    expect(mail?.messageId).toMatch(/^[0-9a-f]{64}@localhost$/);
    expect(await deliveries.findById(delivery.id)).toMatchObject({
      state: 'sent',
      messageId: `<${mail?.messageId}>`,
      attempts: 1,
    });
  });

  test('is moot once the co-op has answered, the tender has gone, or the reader has', async () => {
    const first = await wantedOpportunity();
    await recordAnswer(
      { tenderId: first.tender.id, coopId: first.coop.id },
      {
        personId: first.person.id,
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
    await send(first.delivery);
    expect(await deliveries.findById(first.delivery.id)).toMatchObject({
      state: 'moot',
      lastError: 'answered',
    });

    await app.mongo.clear();
    const second = await wantedOpportunity();
    await tenders.change({ id: second.tender.id }, { set: { state: 'withdrawn' } });
    await send(second.delivery);
    expect(await stateOf(second.delivery)).toBe('moot');

    await app.mongo.clear();
    const third = await wantedOpportunity();
    await memberships.change({ personId: third.person.id }, { set: { role: 'member' } });
    await send(third.delivery);
    expect(await stateOf(third.delivery)).toBe('moot');
    expect(context.sink.messages).toEqual([]);
  });
});

describe('a delivery', () => {
  test('is sent once, however often and by however many it is tried', async () => {
    const { delivery } = await wantedOpportunity();
    await Promise.all([send(delivery), send(delivery), send(delivery)]);
    await send(delivery);
    app.clock.advance(minutes(10));
    await send(delivery);
    expect(context.sink.messages).toHaveLength(1);
  });

  test('is taken over when the worker that had it has died, and is the same mail then', async () => {
    const { delivery } = await wantedOpportunity();
    context.sink.at(async (step) => {
      // The worker dies after the server has the mail: here, it never comes to record it.
      if (step === 'stored')
        await deliveries.change({ id: delivery.id }, { set: { leaseUntil: app.clock() } });
    });
    await send(delivery);
    expect(await stateOf(delivery)).toBe('claimed');
    context.sink.at(() => undefined);
    await send(delivery);
    const [first, second] = context.sink.messages;
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.text).toBe(first?.text);
    expect(await stateOf(delivery)).toBe('sent');
  });

  test('waits and tries again after a refusal for now', async () => {
    const { delivery } = await wantedOpportunity();
    context.sink.at((step) => {
      if (step === 'rcpt') throw smtpRefusal(451, '4.7.1 Greylisted, try again later');
    });
    await send(delivery);
    const waiting = await deliveries.findById(delivery.id);
    expect(waiting).toMatchObject({ state: 'wanted', attempts: 1 });
    expect(waiting?.leaseUntil.getTime()).toBeGreaterThan(app.clock().getTime());
    expect(await app.waitingJobs('sendDelivery')).toContainEqual({ deliveryId: delivery.id });
    context.sink.at(() => undefined);
    await send(delivery); // too soon
    expect(context.sink.messages).toHaveLength(0);
    app.clock.advance(seconds(30));
    await send(delivery);
    expect(context.sink.messages).toHaveLength(1);
  });

  test('waits while there is no mail server, and nothing is lost', async () => {
    const { delivery } = await wantedOpportunity();
    context.sink.at((step) => {
      if (step === 'mail') throw smtpRefusal(421, '4.3.2 Shutting down');
    });
    for (let attempt = 0; attempt < 5; attempt++) {
      await send(delivery);
      app.clock.advance(minutes(10));
    }
    context.sink.at(() => undefined);
    await send(delivery);
    expect(context.sink.messages).toHaveLength(1);
    expect(await deliveries.findById(delivery.id)).toMatchObject({ state: 'sent', attempts: 6 });
  });

  test('to a mailbox that does not exist fails, and the address gets no more mail', async () => {
    const { person, coop, delivery } = await wantedOpportunity();
    context.sink.at((step) => {
      if (step === 'rcpt') throw smtpRefusal(550, '5.1.1 No such user');
    });
    await send(delivery);
    expect(await stateOf(delivery)).toBe('failed');
    expect(await suppressions.findOne({ email: person.email })).toMatchObject({ kind: 'all' });
    context.sink.at(() => undefined);
    const [next = ''] = await wantDeliveries(
      [
        {
          key: 'bidWithdrawn:x:y',
          kind: 'bidWithdrawn',
          personId: person.id,
          email: person.email,
          refs: { coopId: coop.id },
        },
      ],
      app.clock(),
    );
    await sendDelivery({ deliveryId: next }, context);
    expect((await deliveries.findById(next))?.state).toBe('suppressed');
    expect(context.sink.messages).toHaveLength(0);
  });

  test('that is refused for what it says fails, and the address stays', async () => {
    const { delivery } = await wantedOpportunity();
    context.sink.at((step) => {
      if (step === 'data') throw smtpRefusal(554, '5.6.0 Looks like spam');
    });
    await send(delivery);
    expect(await deliveries.findById(delivery.id)).toMatchObject({ state: 'failed' });
    expect((await deliveries.findById(delivery.id))?.lastError).toContain('Looks like spam');
    expect(await suppressions.count({})).toBe(0);
  });

  test('about an opportunity respects who unsubscribed from them', async () => {
    const { person, delivery } = await wantedOpportunity();
    await suppressions.insert({
      email: person.email,
      kind: 'opportunity',
      at: app.clock(),
      cause: 'one click',
    });
    await send(delivery);
    expect(await stateOf(delivery)).toBe('suppressed');
    expect(context.sink.messages).toHaveLength(0);
  });
});
