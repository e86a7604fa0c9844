import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startBid } from '@cobid/domain/bid/startBid.ts';
import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import { minutes } from '@cobid/platform/clock.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { sealBidContent } from '@cobid/platform/sealing/bidContent.ts';
import { buildClient, buildCoop, buildTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { closeTender } from './closeTender.ts';
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
  app.clock.set('2037-12-07T11:59:59Z'); // one second before the deadline
});

async function openTender() {
  const { client, person } = await buildClient({ name: 'Bilbao Bizi' });
  const tender = await buildTender({
    clientId: client.id,
    closing: { wantedAt: new Date('2037-12-07T12:00:00Z'), doneAt: null },
    needsClosing: true,
  });
  return { tender, client, person };
}

async function buildBid(tender: TenderRecord, state: BidState) {
  const { coop, person } = await buildCoop();
  const id = newId();
  const { content, revisions } = startBid({
    id,
    tenderId: tender.id,
    leadId: coop.id,
    leadParts: [{ requirementId: 'r1', days: 20 }],
    otherParts: [],
  });
  const bid = await bids.insert({
    id,
    tenderId: tender.id,
    leadId: coop.id,
    state,
    version: 1,
    isLive: true,
    sealed: sealBidContent({ content, revisions }),
    memberIds: [coop.id],
    submission: null,
    outcome: null,
    departures: [],
    orderKey: newId(),
    createdAt: app.clock(),
    events: [],
  });
  return { bid, coop, person };
}

const stateOf = async ({ id }: BidRecord) => (await bids.findById(id))?.state;
const close = ({ id }: TenderRecord) => closeTender({ tenderId: id }, context);

async function mailTo(email: string) {
  for (const { id } of await deliveries.find({ state: 'wanted' }))
    await sendDelivery({ deliveryId: id }, context);
  return context.sink.messages.filter(({ to }) => to.includes(email));
}

describe('closing a tender', () => {
  test('waits for the deadline, and for submissions that arrived in time and are being written', async () => {
    const { tender } = await openTender();
    const { bid } = await buildBid(tender, 'submitted');
    await close(tender);
    app.clock.advance(2000);
    await close(tender);
    expect(await tenders.findById(tender.id)).toMatchObject({ state: 'open', needsClosing: true });
    expect(await stateOf(bid)).toBe('submitted');
    expect(await app.waitingJobs('closeTender')).toEqual([{ tenderId: tender.id }]);
  });

  test('opens what was submitted, lets the rest lapse, and tells both sides', async () => {
    const { tender, person: client } = await openTender();
    const submitted = await buildBid(tender, 'submitted');
    const unfinished = await buildBid(tender, 'drafting');
    const withdrawn = await buildBid(tender, 'withdrawn');
    app.clock.advance(3000);
    await close(tender);

    expect(await tenders.findById(tender.id)).toMatchObject({
      state: 'evaluating',
      closing: { doneAt: app.clock() },
      events: [{ actorId: null, from: 'closed', to: 'evaluating' }],
    });
    expect(await stateOf(submitted.bid)).toBe('opened');
    expect(await bids.findById(unfinished.bid.id)).toMatchObject({
      state: 'lapsed',
      events: [{ from: 'drafting', to: 'lapsed' }],
    });
    expect((await bids.findById(unfinished.bid.id))?.isLive).toBeUndefined();
    expect(await stateOf(withdrawn.bid)).toBe('withdrawn');

    expect(await mailTo(client.email)).toMatchObject([
      { subject: 'One bid to read: A booking site for shared bikes' },
    ]);
    const [lapsed] = await mailTo(unfinished.person.email);
    expect(lapsed?.subject).toBe('Not submitted in time: A booking site for shared bikes');
    expect(lapsed?.text).toContain('* The offer had no text.');
    expect(lapsed?.text).toContain('* No dispute path was agreed on.');
    expect(await mailTo(submitted.person.email)).toEqual([]);
  });

  test('says when there are no bids', async () => {
    const { tender, person } = await openTender();
    app.clock.advance(minutes(5));
    await close(tender);
    expect(await mailTo(person.email)).toMatchObject([
      { subject: 'No bids this time: A booking site for shared bikes' },
    ]);
  });

  test('can be repeated from any step', async () => {
    const { tender, person } = await openTender();
    const { bid, person: bidder } = await buildBid(tender, 'signing');
    app.clock.advance(3000);
    // It died after the tender's own step once, and before marking itself done another time.
    await tenders.change({ id: tender.id }, { set: { state: 'evaluating' } });
    await close(tender);
    await tenders.change({ id: tender.id }, { set: { needsClosing: true } });
    await Promise.all([close(tender), close(tender)]);
    expect(await stateOf(bid)).toBe('lapsed');
    expect(await mailTo(person.email)).toHaveLength(1);
    expect(await mailTo(bidder.email)).toHaveLength(1);
    expect((await tenders.findById(tender.id))?.needsClosing).toBeUndefined();
  });

  test('of a tender that was withdrawn opens nothing', async () => {
    const { tender, person } = await openTender();
    const { bid } = await buildBid(tender, 'submitted');
    await tenders.change({ id: tender.id }, { set: { state: 'withdrawn' } });
    app.clock.advance(3000);
    await close(tender);
    expect(await stateOf(bid)).toBe('submitted');
    expect(await mailTo(person.email)).toEqual([]);
    expect((await tenders.findById(tender.id))?.needsClosing).toBeUndefined();
  });
});
