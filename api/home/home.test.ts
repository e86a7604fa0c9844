import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { HomeView } from '@cobid/domain/home/schema.ts';
import {
  expectReply,
  freeze,
  invite,
  setBidStage,
  sign,
  startBid,
  writtenBid,
} from '@cobid/testing/bidStage.ts';
import type { BidStage, Player } from '@cobid/testing/bidStage.ts';
import { buildPerson, buildTender } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
let stage: BidStage;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.mongo.clear();
  app.clock.set(TEST_START);
  stage = await setBidStage(app);
});

async function homeOf(player: Player): Promise<HomeView> {
  return expectReply(await player.browser.get('/api/home'), 200);
}
async function waitsFor(player: Player): Promise<string[]> {
  return (await homeOf(player)).waiting.map((item) => item.kind).filter((kind) => kind !== 'finish_profile');
}

test('a co-op sees what it has to answer, fill, write, sign and submit, one after the other', async () => {
  const { lead, researcher } = stage;
  expect(await waitsFor(researcher)).toEqual(['answer_opportunity']);
  expect(await waitsFor(lead)).toEqual([]);
  const bid = await startBid(stage);
  expect(await waitsFor(lead)).toEqual(['finish_bid']);
  const { id } = await invite(bid, lead, researcher);
  expect(await waitsFor(lead)).toEqual([]);
  expect(await waitsFor(researcher)).toEqual(['answer_invitation', 'answer_opportunity']);
  const counter = { termsVersion: 1, parts: [{ requirementId: 'r2', days: 10 }], shareMinor: 1_00 };
  expectReply(await researcher.browser.post(`/api/invitations/${id}/counter`).send(counter), 200);
  expect(await waitsFor(lead)).toEqual(['answer_counter']);
});

test('signing and submitting wait for those who have not', async () => {
  const { lead, researcher } = stage;
  const bid = await freeze(await writtenBid(stage), lead);
  expect(await waitsFor(lead)).toEqual(['sign_revision']);
  expect(await waitsFor(researcher)).toEqual(['sign_revision', 'answer_opportunity']);
  await sign(bid.id, researcher);
  expect(await waitsFor(researcher)).toEqual(['answer_opportunity']);
  await sign(bid.id, lead);
  expect(await waitsFor(lead)).toEqual(['submit_bid']);
});

test('a client sees its drafts, its deadlines, and after them that there is something to read', async () => {
  const { client, tender, lead } = stage;
  await buildTender({ clientId: client.organisation.id, state: 'draft' });
  const before = await homeOf(client);
  expect(before.waiting.map((item) => item.kind)).toEqual(['finish_tender']);
  expect(before.closingSoon).toEqual([]);
  app.clock.set('2037-12-01T12:00:00Z');
  expect((await homeOf(client)).closingSoon.map((item) => item.kind)).toEqual(['tender_closes']);
  expect((await homeOf(lead)).closingSoon.map((item) => item.detail)).toEqual([
    'You said yes, and have no bid yet.',
  ]);
  app.clock.set(tender.deadline ?? '');
  const after = await homeOf(client);
  expect(after.waiting.map((item) => item.kind).toSorted()).toEqual(['choose_bid', 'finish_tender']);
  expect(after.closingSoon).toEqual([]);
});

test('a person without an organisation sees their own drafts; a visitor is asked to sign in', async () => {
  const person = await buildPerson();
  await buildTender({ clientId: null, createdBy: person.id, state: 'draft' });
  const browser = await app.as(person);
  const home = expectReply(await browser.get('/api/home'), 200);
  expect(home.waiting.map((item: { kind: string }) => item.kind)).toEqual(['finish_tender']);
  expectReply(await app.visitor().get('/api/home'), 401);
});
