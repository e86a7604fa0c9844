import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { days } from '@cobid/platform/clock.ts';
import { recordBounce, recordComplaint } from '@cobid/platform/mailFeedback/recordBounce.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { invite, setBidStage, startBid } from '@cobid/testing/bidStage.ts';
import type { BidStage, Player } from '@cobid/testing/bidStage.ts';
import { buildMailSettings, buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { Agent, TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { sendWanted, tellOf } from '@cobid/testing/mailThread.ts';

let app: TestApp;
let context: TestContext;
let stage: BidStage;
let coordinator: Agent;

beforeAll(async () => {
  app = await startTestApp({ settings: { OPERATOR_EMAILS: 'operator@example.org' } });
  context = await startJobContext(app);
});
afterAll(async () => {
  await context.stop();
  await app.stop();
});
beforeEach(async () => {
  await app.mongo.clear();
  app.clock.set(TEST_START);
  stage = await setBidStage(app);
  const person = await buildPerson();
  await mainNetwork();
  await networks.change({ isMain: true }, { set: { coordinatorIds: [person.id] } });
  coordinator = await app.as(person);
});

const feedback = async (query = '') =>
  (await coordinator.get(`/api/network/mail-feedback${query}`).expect(200)).body;
const of = (body: { kinds: { kind: string }[] }, kind: string) =>
  body.kinds.find((each) => each.kind === kind);
const answer = ({ browser }: Player) =>
  browser.put(`/api/opportunities/${stage.tender.id}/response`).send({ answer: 'no', reason: 'capacity' });

/** Sends a player the digest that is due now, with the tender of the stage. */
async function digestFor({ organisation, person }: Player) {
  await matches.change({ tenderId: stage.tender.id, coopId: organisation.id }, { set: { missing: [] } });
  await buildMailSettings(person, { ...usualSettings, deliveryDays: [1, 2, 3, 4, 5, 6, 7] });
  const { id: networkId } = await mainNetwork();
  const { id: personId, email } = person;
  await wantDeliveries(
    [{ key: `digest:${personId}`, kind: 'digest', personId, email, refs: { networkId } }],
    app.clock(),
  );
  await sendWanted(context);
}

test('counts what was sent, answered, came back and was complained of, by kind and by setting', async () => {
  const { other, researcher } = stage;
  await tellOf(stage, other, context);
  const { delivery } = await tellOf(stage, researcher, context);
  await recordBounce({
    key: 'b',
    email: researcher.person.email,
    kind: 'hard',
    deliveryId: delivery.id,
    at: app.clock(),
    words: '',
  });
  await answer(other).expect(200);
  const body = await feedback();
  expect(of(body, 'opportunity')).toMatchObject({
    sent: 2,
    delivered: 1,
    answered: 1,
    bounced: 1,
    complained: 0,
  });
  expect(body.settings).toMatchObject([
    { setting: 'instant', sent: 2, answered: 1, bounced: 1 },
    { setting: 'daily', sent: 0 },
    { setting: 'weekly', sent: 0 },
  ]);
  expect(body.addresses).toEqual({ bounced: 1, complained: 0, unsubscribed: 0, waiting: 0 });
});

test('an answer to what a digest told counts for the digest', async () => {
  const { other } = stage;
  await digestFor(other);
  await answer(other).expect(200);
  const body = await feedback();
  expect(of(body, 'digest')).toMatchObject({ sent: 1, answered: 1 });
  expect(body.settings[2]).toMatchObject({ setting: 'weekly', sent: 1, answered: 1 });
});

test('a complaint, a soft bounce and an unsubscribed address are told apart', async () => {
  const { delivery } = await tellOf(stage, stage.other, context);
  const at = app.clock();
  await recordComplaint({ email: 'a@example.org', deliveryId: delivery.id, at });
  await recordBounce({ key: 's', email: 'b@example.org', kind: 'soft', deliveryId: 'x', at, words: '' });
  await suppressions.insert({ email: 'c@example.org', kind: 'opportunity', at, cause: 'unsubscribed' });
  const body = await feedback();
  expect(body.total).toMatchObject({ sent: 1, complained: 1 });
  expect(body.addresses).toEqual({ bounced: 0, complained: 1, unsubscribed: 1, waiting: 1 });
  app.clock.advance(days(1));
  expect((await feedback()).addresses.waiting).toBe(0);
});

test('covers the period that was chosen', async () => {
  await tellOf(stage, stage.other, context);
  app.clock.advance(days(20));
  expect((await feedback('?days=7')).total.sent).toBe(0);
  expect((await feedback('?days=30')).total.sent).toBe(1);
  await coordinator.get('/api/network/mail-feedback?days=31').expect(422);
});

test('says nothing of bids: neither mails about them nor digests that tell of nothing else', async () => {
  const { since: _since, until: _until, ...before } = await feedback();
  const bid = await startBid(stage);
  await invite(bid, stage.lead, stage.researcher);
  await sendWanted(context);
  expect(await deliveries.count({ kind: 'seatOffered', state: 'sent' })).toBeGreaterThan(0);
  // The offer runs out before the next digest, and there is no tender to tell of.
  app.clock.set('2037-12-01T08:30:00Z');
  await matches.remove({ coopId: stage.researcher.organisation.id });
  await digestFor(stage.researcher);
  expect(await deliveries.count({ kind: 'digest', state: 'sent' })).toBe(1);
  expect(await feedback()).toMatchObject(before);
});

test('is for coordinators and operators', async () => {
  await app.visitor().get('/api/network/mail-feedback').expect(401);
  await stage.other.browser.get('/api/network/mail-feedback').expect(403);
  const operator = await app.as(await buildPerson({ email: 'operator@example.org' }));
  await operator.get('/api/network/mail-feedback').expect(200);
});
