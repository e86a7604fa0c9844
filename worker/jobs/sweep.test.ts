import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { minutes } from '@cobid/platform/clock.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { invite, setBidStage, startBid } from '@cobid/testing/bidStage.ts';
import { buildTender } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { sweep } from './sweep.ts';

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
  app.clock.set(TEST_START);
});

/** As if Redis had lost everything. */
async function forgetQueues(): Promise<void> {
  await Promise.all(app.queues.all.map((queue) => queue.obliterate({ force: true })));
}

async function wanted(key: string): Promise<string> {
  const [id = ''] = await wantDeliveries(
    [{ key, kind: 'bidWithdrawn', personId: null, email: 'ana@example.org', refs: {} }],
    app.clock(),
  );
  return id;
}

test('finds tenders that nobody matched, and those whose deadline has passed', async () => {
  const matching = { wantedAt: app.clock(), doneAt: null, version: 1 };
  const closing = { wantedAt: new Date('2037-12-07T12:00:00Z'), doneAt: null };
  const tender = await buildTender({ matching, needsMatching: true, closing, needsClosing: true });
  await forgetQueues();
  await sweep({}, context);
  expect(await app.waitingJobs('matchTender')).toEqual([{ tenderId: tender.id }]);
  expect(await app.waitingJobs('closeTender')).toEqual([]);
  app.clock.set('2037-12-07T12:00:00Z');
  await sweep({}, context);
  await sweep({}, context);
  expect(await app.waitingJobs('closeTender')).toEqual([{ tenderId: tender.id }]);
  await tenders.remove({});
});

test('finds mails that were never begun or whose worker died, and leaves those that are under way', async () => {
  const forgotten = await wanted('a');
  const underWay = await wanted('b');
  const done = await wanted('c');
  const inAMinute = new Date(app.clock().getTime() + minutes(1));
  await deliveries.change({ id: underWay }, { set: { state: 'claimed', leaseUntil: inAMinute } });
  await deliveries.change({ id: done }, { set: { state: 'sent' } });
  await forgetQueues();
  app.clock.advance(1000);
  await sweep({}, context);
  expect(await app.waitingJobs('sendDelivery')).toEqual([{ deliveryId: forgotten }]);
  app.clock.advance(minutes(2));
  await sweep({}, context);
  expect(await app.waitingJobs('sendDeliveries')).toEqual([{ deliveryIds: [forgotten, underWay] }]);
});

test('finds invitations whose time is over, and finishes what was begun', async () => {
  const stage = await setBidStage(app);
  const invitation = await invite(await startBid(stage), stage.lead, stage.researcher);
  await forgetQueues();
  await deliveries.remove({});
  // The API died after writing the invitation and before its mail was wanted.
  await seatInvitations.change({ id: invitation.id }, { set: { needsFollowing: true } });
  app.clock.advance(1000);
  await sweep({}, context);
  app.clock.advance(1000);
  await sweep({}, context);
  const [offered] = await deliveries.find({ kind: 'seatOffered' });
  expect(await app.waitingJobs('sendDelivery')).toEqual([{ deliveryId: offered?.id }]);
  app.clock.set('2037-12-01T12:00:00Z');
  await sweep({}, context);
  expect(await app.waitingJobs('expireInvitation')).toEqual([{ invitationId: invitation.id }]);
});
