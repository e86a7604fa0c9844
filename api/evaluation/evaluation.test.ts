import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BidView, OpenedBidView } from '@cobid/domain/bid/schema.ts';
import { followAward } from '@cobid/platform/consortium/followAward.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import {
  expectReply,
  freeze,
  invite,
  seeBid,
  setBidStage,
  sign,
  startBid,
  submittedBid,
  statusesOf,
} from '@cobid/testing/bidStage.ts';
import type { BidStage } from '@cobid/testing/bidStage.ts';
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

/** A second bid, by the rival with the other researcher, submitted too. */
async function rivalBid(): Promise<BidView> {
  const { rival, other } = stage;
  const begun = await startBid(stage, rival);
  const { id } = await invite(begun, rival, other);
  expectReply(await other.browser.post(`/api/invitations/${id}/accept`).send({ termsVersion: 1 }), 200);
  const { version } = await seeBid(begun.id, rival);
  const written = expectReply(
    await rival.browser.patch(`/api/bids/${begun.id}`).send({
      version,
      sections: [{ key: 'a', title: 'Approach', text: 'Faster.' }],
      disputePath: { kind: 'network_coordinator' },
      joiningReasons: ['skill'],
    }),
    200,
  );
  await freeze(written, rival);
  await sign(begun.id, rival);
  await sign(begun.id, other);
  return expectReply(await rival.browser.post(`/api/bids/${begun.id}/submit`).send({ revision: 1 }), 200);
}

async function openedBids(): Promise<OpenedBidView[]> {
  const reply = await stage.client.browser.get(`/api/tenders/${stage.tender.id}/bids`);
  return expectReply(reply, 200).items;
}

describe('opening', () => {
  test('the client reads the bids from the deadline on, the others never', async () => {
    const { tender, client, lead, rival } = stage;
    const submitted = await submittedBid(stage);
    const forming = await startBid(stage, rival);
    const path = `/api/tenders/${tender.id}/bids`;
    app.clock.set(tender.deadline ?? '');
    app.clock.advance(-1);
    expect(expectReply(await client.browser.get(path), 403).reason).toBe('deadline_not_passed');
    app.clock.advance(1);
    const [only, ...rest] = await openedBids();
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      id: submitted.id,
      label: 'Bidder 1',
      state: 'opened',
      offer: { hash: submitted.submission?.hash, totalMinor: 25_000_00 },
    });
    expect(only?.offer.seats.map((seat) => seat.shareMinor)).toEqual([20_000_00, 5_000_00]);
    expect(only?.coverage.every((row) => row.isCovered)).toBe(true);
    expect(JSON.stringify(await openedBids())).not.toContain(forming.id);
    for (const { browser } of [lead, rival]) expectReply(await browser.get(path), 404);
    expectReply(await app.visitor().get(path), 401);
  });

  test('the order is random, and the same each time', async () => {
    await submittedBid(stage);
    await rivalBid();
    app.clock.set(stage.tender.deadline ?? '');
    const first = await openedBids();
    expect(first.map((bid) => bid.label)).toEqual(['Bidder 1', 'Bidder 2']);
    expect((await openedBids()).map((bid) => bid.id)).toEqual(first.map((bid) => bid.id));
  });

  test('a withdrawn bid is never opened', async () => {
    const { lead, tender } = stage;
    const bid = await submittedBid(stage);
    expectReply(await lead.browser.post(`/api/bids/${bid.id}/withdraw`).send({ version: bid.version }), 200);
    app.clock.set(tender.deadline ?? '');
    expect(await openedBids()).toEqual([]);
  });
});

describe('the award', () => {
  let winner: BidView;
  let loser: BidView;

  beforeEach(async () => {
    winner = await submittedBid(stage);
    loser = await rivalBid();
    app.clock.set(stage.tender.deadline ?? '');
  });

  const award = (body: object) =>
    stage.client.browser.post(`/api/tenders/${stage.tender.id}/award`).send(body);
  const good = () => ({
    version: 1,
    bidId: winner.id,
    reason: 'The best plan.',
    others: [{ bidId: loser.id, reason: 'No word on residents.' }],
  });

  test('one wins, the others learn why, and everybody gets a mail', async () => {
    const { lead, researcher, rival, other, client, tender } = stage;
    expect(expectReply(await award(good()), 200)).toEqual({ state: 'awarded' });
    expect(await seeBid(winner.id, lead)).toMatchObject({
      state: 'awarded',
      outcome: { reason: 'The best plan.' },
    });
    expect(await seeBid(loser.id, other)).toMatchObject({
      state: 'not_awarded',
      outcome: { reason: 'No word on residents.' },
    });
    const mails = await deliveries.find({});
    const told = (kind: string) =>
      mails
        .filter((mail) => mail.kind === kind)
        .map((mail) => mail.email)
        .toSorted();
    expect(told('bidAwarded')).toEqual([lead.person.email, researcher.person.email].toSorted());
    expect(told('bidNotAwarded')).toEqual([rival.person.email, other.person.email].toSorted());
    expect(told('awardRecorded')).toEqual([client.person.email]);
    const stored = await tenders.findById(tender.id);
    expect(stored?.needsFollowing).toBeUndefined();
    expect(stored?.award).toMatchObject({
      coopIds: [lead.organisation.id, researcher.organisation.id],
      totalMinor: 25_000_00,
    });
    expectReply(await award({ ...good(), version: 2 }), 409);
  });

  test('two at once: one decides', async () => {
    const reverse = {
      ...good(),
      bidId: loser.id,
      others: [{ bidId: winner.id, reason: 'Too dear.' }],
    };
    const replies = await Promise.all([award(good()), award(reverse)]);
    expect(statusesOf(replies)).toEqual([200, 409]);
    const decided = await bids.find({ state: 'awarded' });
    expect(decided).toHaveLength(1);
    expect(decided[0]?.id).toBe((await tenders.findById(stage.tender.id))?.award?.bidId);
  });

  test('following twice changes nothing more', async () => {
    expectReply(await award(good()), 200);
    const tender = await tenders.findById(stage.tender.id);
    if (tender === null) throw new Error('no tender');
    expect(await followAward(tender, app.clock())).toEqual([]);
  });

  test('is refused with what to change', async () => {
    const { lead, tender } = stage;
    const unknown = '0'.repeat(24);
    const cases: [object, number, string][] = [
      [{ ...good(), bidId: unknown }, 409, 'bid_not_candidate'],
      [{ ...good(), others: [] }, 422, 'reasons_missing'],
      [{ ...good(), others: [{ bidId: unknown, reason: 'x' }] }, 422, 'reasons_missing'],
      [{ ...good(), reason: '' }, 422, 'invalid'],
      [{ ...good(), version: 9 }, 409, 'stale_version'],
      [{ ...good(), prize: 1 }, 422, 'invalid'],
    ];
    for (const [body, status, reason] of cases)
      expect(expectReply(await award(body), status).reason).toBe(reason);
    const byBidder = await lead.browser.post(`/api/tenders/${tender.id}/award`).send(good());
    expect(expectReply(byBidder, 403).reason).toBe('not_yours');
    app.clock.advance(-1);
    expect(expectReply(await award(good()), 409).reason).toBe('wrong_state');
    expect(await bids.count({ state: 'awarded' })).toBe(0);
  });
});
