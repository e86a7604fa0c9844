import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import { acceptSeat } from '@cobid/domain/bid/seats.ts';
import { expireInvitation } from '@cobid/platform/consortium/expireInvitation.ts';
import { followForgotten } from '@cobid/platform/consortium/followForgotten.ts';
import { days } from '@cobid/platform/clock.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { ensureMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { changeSeatInvitation, seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { hashToken, newToken } from '@cobid/platform/tokens.ts';
import {
  expectReply,
  invite,
  openSeatOf,
  researchTerms,
  seeBid,
  setBidStage,
  startBid,
  statusesOf,
} from '@cobid/testing/bidStage.ts';
import type { BidStage, Player } from '@cobid/testing/bidStage.ts';
import { buildMembership, buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
let stage: BidStage;
let bid: BidView;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.mongo.clear();
  app.clock.set(TEST_START);
  stage = await setBidStage(app);
  bid = await startBid(stage);
});

const answer = (by: Player, id: string, what: string, body: object) =>
  by.browser.post(`/api/invitations/${id}/${what}`).send(body);
const parts = [{ requirementId: 'r2', days: 8 }];
const later = '2037-12-02T12:00:00Z';

async function outcomesMailed(): Promise<string[]> {
  const mails = await deliveries.find({}, { sort: { wantedAt: 1, id: 1 } });
  return mails.map(({ kind, data }) => [kind, data['outcome']].filter(Boolean).join(' '));
}

describe('an invitation goes back and forth', () => {
  test('counter, offered again, accepted: the seat has the last terms, and the total follows', async () => {
    const { lead, researcher } = stage;
    const { id } = await invite(bid, lead, researcher);
    expect((await seeBid(bid.id, lead)).totalMinor).toBe(5_000_00);
    const countered = await answer(researcher, id, 'counter', {
      termsVersion: 1,
      parts,
      shareMinor: 7_000_00,
    });
    expect(expectReply(countered, 200)).toMatchObject({
      state: 'countered',
      terms: [{}, { by: 'coop', days: 8 }],
    });
    const early = await answer(researcher, id, 'accept', { termsVersion: 2 });
    expect(expectReply(early, 409).reason).toBe('wrong_state');
    const old = await answer(lead, id, 'take-counter', { termsVersion: 1 });
    expect(expectReply(old, 409).reason).toBe('terms_changed');
    const again = await answer(lead, id, 'offer-again', {
      termsVersion: 2,
      parts,
      shareMinor: 6_000_00,
      replyBy: later,
    });
    expect(expectReply(again, 200)).toMatchObject({
      state: 'sent',
      terms: [{}, {}, { by: 'lead', version: 3 }],
    });
    expectReply(await answer(researcher, id, 'accept', { termsVersion: 3 }), 200);
    const joined = await seeBid(bid.id, researcher);
    expect(joined).toMatchObject({ state: 'drafting', totalMinor: 6_000_00 });
    expect(joined.seats[1]).toMatchObject({ state: 'accepted', parts, shareMinor: 6_000_00 });
    expect(await outcomesMailed()).toEqual([
      'seatOffered',
      'seatAnswered countered',
      'counterAnswered offered_again',
      'seatAnswered accepted',
    ]);
  });

  test('the lead takes a counter as it is', async () => {
    const { lead, researcher } = stage;
    const { id } = await invite(bid, lead, researcher);
    expectReply(await answer(researcher, id, 'counter', { termsVersion: 1, parts, shareMinor: 1 }), 200);
    expectReply(await answer(lead, id, 'take-counter', { termsVersion: 2 }), 200);
    expect((await seeBid(bid.id, researcher)).seats[1]).toMatchObject({ state: 'accepted', shareMinor: 1 });
  });

  test('declined with a reason, the seat is open for somebody else', async () => {
    const { lead, researcher, other } = stage;
    const { id } = await invite(bid, lead, researcher);
    expectReply(await answer(researcher, id, 'decline', { termsVersion: 1, reason: 'No time.' }), 200);
    const list = expectReply(await lead.browser.get('/api/invitations'), 200);
    expect(list.items[0]).toMatchObject({ state: 'declined', declinedReason: 'No time.', side: 'lead' });
    expect((await seeBid(bid.id, lead)).seats[1]).toMatchObject({ state: 'open', coop: null });
    await invite(bid, lead, other);
    expectReply(await answer(researcher, id, 'accept', { termsVersion: 1 }), 409);
  });

  test('revoked, the co-op hears of it and can no longer accept', async () => {
    const { lead, researcher } = stage;
    const { id } = await invite(bid, lead, researcher);
    expectReply(await answer(lead, id, 'revoke', { termsVersion: 1 }), 200);
    const late = await answer(researcher, id, 'accept', { termsVersion: 1 });
    expect(expectReply(late, 409).reason).toBe('invitation_over');
    expect(await outcomesMailed()).toContain('counterAnswered revoked');
  });

  test('the co-op sees what its own figures say to the terms, the lead does not', async () => {
    const { lead, researcher } = stage;
    const { id } = await invite(bid, lead, researcher, { shareMinor: 1_000_00 });
    const mine = expectReply(await researcher.browser.get(`/api/invitations/${id}`), 200);
    expect(mine.warnings.map((warning: { code: string }) => warning.code)).toEqual(['rate_under_floor']);
    expect(expectReply(await lead.browser.get(`/api/invitations/${id}`), 200).warnings).toEqual([]);
  });
});

describe('time', () => {
  test('at its reply-by it has expired, whether or not a job has said so', async () => {
    const { lead, researcher } = stage;
    const { id, replyBy } = await invite(bid, lead, researcher);
    app.clock.set(replyBy);
    const late = await answer(researcher, id, 'accept', { termsVersion: 1 });
    expect(expectReply(late, 409).reason).toBe('reply_by_passed');
    expect(expectReply(await researcher.browser.get(`/api/invitations/${id}`), 200).state).toBe('expired');
    expect(await expireInvitation(id, app.clock())).toHaveLength(1);
    expect(await expireInvitation(id, app.clock())).toEqual([]);
    expect((await seeBid(bid.id, lead)).seats[1]?.state).toBe('open');
  });

  test('after the deadline of the tender nobody joins', async () => {
    const { lead, researcher, tender } = stage;
    const { id } = await invite(bid, lead, researcher, { replyBy: tender.content.deadline ?? '' });
    app.clock.set(tender.deadline ?? '');
    const late = await answer(researcher, id, 'accept', { termsVersion: 1 });
    expect(expectReply(late, 409).reason).toBe('deadline_passed');
  });
});

describe('two rival bids', () => {
  async function rivalInvitation(): Promise<string> {
    const rivalBid = await startBid(stage, stage.rival);
    return (await invite(rivalBid, stage.rival, stage.researcher)).id;
  }

  test('are refused where the client allows one for each co-op; nothing tells the leads', async () => {
    const { lead, researcher } = stage;
    const first = await invite(bid, lead, researcher);
    const second = await rivalInvitation();
    expectReply(await answer(researcher, first.id, 'accept', { termsVersion: 1 }), 200);
    const refused = await answer(researcher, second, 'accept', { termsVersion: 1, declaresRival: true });
    expect(expectReply(refused, 409).reason).toBe('too_many_bids');
    const countered = await answer(researcher, second, 'counter', { termsVersion: 1, parts, shareMinor: 1 });
    expect(expectReply(countered, 409).reason).toBe('too_many_bids');
  });

  test('have to be declared where it allows two', async () => {
    await app.mongo.clear();
    stage = await setBidStage(app, { maxBidsPerMember: 2 });
    bid = await startBid(stage);
    const { lead, researcher } = stage;
    const first = await invite(bid, lead, researcher);
    const second = await rivalInvitation();
    expectReply(await answer(researcher, first.id, 'accept', { termsVersion: 1 }), 200);
    const asked = expectReply(await researcher.browser.get(`/api/invitations/${second}`), 200);
    expect(asked.needsRivalDeclaration).toBe(true);
    const silent = await answer(researcher, second, 'accept', { termsVersion: 1 });
    expect(expectReply(silent, 409).reason).toBe('rival_undeclared');
    expectReply(await answer(researcher, second, 'accept', { termsVersion: 1, declaresRival: true }), 200);
    const walled = await seeBid(bid.id, researcher);
    expect(JSON.stringify(walled)).not.toContain('Rival Co-op');
  });

  test('accepted at the same moment beyond the limit: neither can be signed until it leaves one', async () => {
    const { lead, researcher, rival } = stage;
    const first = await invite(bid, lead, researcher);
    const second = await rivalInvitation();
    await Promise.all([first.id, second].map((id) => answer(researcher, id, 'accept', { termsVersion: 1 })));
    const mine = await bids.find({ memberIds: researcher.organisation.id });
    if (mine.length < 2) return;
    const rivalBid = mine.find((record) => record.leadId === rival.organisation.id);
    const room = await seeBid(rivalBid?.id ?? '', rival);
    const written = expectReply(
      await rival.browser.patch(`/api/bids/${room.id}`).send({
        version: room.version,
        sections: [{ key: 'a', title: 'A', text: 'We.' }],
        disputePath: { kind: 'talk_then_mediator' },
        joiningReasons: ['skill'],
      }),
      200,
    );
    const frozen = expectReply(
      await rival.browser.post(`/api/bids/${room.id}/freeze`).send({ version: written.version }),
      200,
    );
    const signed = await researcher.browser
      .post(`/api/bids/${room.id}/sign`)
      .send({ revision: 1, hash: frozen.revisions[0].hash });
    expect(expectReply(signed, 409).reason).toBe('too_many_bids');
  });
});

describe('at the same moment', () => {
  test('accept and revoke: one of them happens', async () => {
    const { lead, researcher } = stage;
    const { id } = await invite(bid, lead, researcher);
    const replies = await Promise.all([
      answer(researcher, id, 'accept', { termsVersion: 1 }),
      answer(lead, id, 'revoke', { termsVersion: 1 }),
    ]);
    expect(statusesOf(replies)).toEqual([200, 409]);
    const { state } = (await seeBid(bid.id, lead)).seats[1] ?? {};
    expect(state).toBe(replies[0].status === 200 ? 'accepted' : 'open');
  });

  test('two colleagues accept: one seat, one mail', async () => {
    const { lead, researcher } = stage;
    const { id } = await invite(bid, lead, researcher);
    const replies = await Promise.all(
      [1, 2, 3].map(() => answer(researcher, id, 'accept', { termsVersion: 1 })),
    );
    expect(statusesOf(replies)).toEqual([200, 409, 409]);
    expect(await deliveries.count({ kind: 'seatAnswered' })).toBe(1);
  });
});

describe('what a process did not live to finish', () => {
  test('an acceptance whose seat did not follow is followed by the sweep, once', async () => {
    const { lead, researcher } = stage;
    const { id } = await invite(bid, lead, researcher);
    await changeSeatInvitation({ id, states: ['sent'] }, { set: { state: 'accepted' } });
    expect((await seeBid(bid.id, lead)).seats[1]?.state).toBe('invited');
    expect(await followForgotten(app.clock(), 10)).toHaveLength(1);
    expect((await seeBid(bid.id, researcher)).seats[1]?.state).toBe('accepted');
    expect(await followForgotten(app.clock(), 10)).toEqual([]);
  });

  test('an invitation whose seat has gone is taken back without a mail', async () => {
    const { lead, researcher, other } = stage;
    const first = await invite(bid, lead, researcher);
    const stored = await seatInvitations.findById(first.id);
    if (stored === null) throw new Error('no invitation');
    const { id: _id, ...copy } = stored;
    const late = await seatInvitations.insert({
      ...copy,
      coopId: other.organisation.id,
      needsFollowing: true,
    });
    await followForgotten(app.clock(), 10);
    expect((await seatInvitations.findById(late.id))?.state).toBe('revoked');
    expect(await deliveries.count({ 'refs.coopId': other.organisation.id })).toBe(0);
  });

  test('an old acceptance does not seat a co-op that was invited anew', async () => {
    const { lead, researcher } = stage;
    const first = await invite(bid, lead, researcher);
    expectReply(await answer(researcher, first.id, 'accept', { termsVersion: 1 }), 200);
    const { version } = await seeBid(bid.id, lead);
    expectReply(await researcher.browser.post(`/api/bids/${bid.id}/leave`).send({ version }), 204);
    await invite(bid, lead, researcher, { shareMinor: 1 });
    const record = await bids.findById(bid.id);
    if (record === null) throw new Error('no bid');
    const offer = { seatId: first.seatId, coopId: researcher.organisation.id, invitationId: first.id };
    expect(acceptSeat(toBid(record), offer, researchTerms)).toMatchObject({ ok: false });
  });
});

describe('the link of the mail', () => {
  async function linkFor(invitationId: string, personId = stage.researcher.person.id): Promise<string> {
    const token = newToken();
    await ensureMailToken({
      tokenHash: hashToken(token),
      purpose: 'invitation',
      personId,
      coopId: stage.researcher.organisation.id,
      tenderId: stage.tender.id,
      invitationId,
      createdAt: app.clock(),
      expiresAt: new Date('2037-12-01T12:00:00Z'),
    });
    return `/api/seat-offers/${token}`;
  }

  test('looking changes nothing; one POST answers, without being signed in', async () => {
    const { id } = await invite(bid, stage.lead, stage.researcher);
    const link = await linkFor(id);
    const visitor = app.visitor();
    for (let look = 0; look < 2; look += 1) {
      const page = expectReply(await visitor.get(link), 200);
      expect(page).toMatchObject({ isUsed: false, invitation: { id, state: 'sent', side: 'coop' } });
    }
    const refused = expectReply(await visitor.post(`${link}/accept`).send({ termsVersion: 7 }), 409);
    expect(refused.reason).toBe('terms_changed');
    expectReply(await visitor.post(`${link}/accept`).send({ termsVersion: 1 }), 200);
    const again = expectReply(
      await visitor.post(`${link}/decline`).send({ termsVersion: 1, reason: 'x' }),
      409,
    );
    expect(again.reason).toBe('link_used');
    expect(expectReply(await visitor.get(link), 200).isUsed).toBe(true);
    expect((await seeBid(bid.id, stage.researcher)).seats[1]?.state).toBe('accepted');
  });

  test('speaks only for those who may bind the co-op, and not for ever', async () => {
    const { id } = await invite(bid, stage.lead, stage.researcher);
    const member = await buildPerson();
    await buildMembership(member, stage.researcher.organisation, 'member');
    const stranger = await buildPerson();
    const visitor = app.visitor();
    const byMember = await visitor.post(`${await linkFor(id, member.id)}/accept`).send({ termsVersion: 1 });
    expect(expectReply(byMember, 403).reason).toBe('needs_bidder');
    expectReply(await visitor.get(await linkFor(id, stranger.id)), 409);
    expectReply(await visitor.get(`/api/seat-offers/${newToken()}`), 409);
    const link = await linkFor(id);
    app.clock.advance(days(30));
    expectReply(await visitor.get(link), 409);
  });
});

describe('bad input', () => {
  test('names the field, and nobody is invited', async () => {
    const { lead, researcher, client } = stage;
    const path = `/api/bids/${bid.id}/seats/${openSeatOf(bid)}/invitations`;
    const good = { coopId: researcher.organisation.id, ...researchTerms, replyBy: later };
    const cases: [object, string][] = [
      [{ ...good, coopId: client.organisation.id }, '/coopId'],
      [{ ...good, coopId: '0'.repeat(24) }, '/coopId'],
      [{ ...good, replyBy: TEST_START }, '/replyBy'],
      [{ ...good, replyBy: '2038-12-01T12:00:00Z' }, '/replyBy'],
      [{ ...good, replyBy: 'tomorrow' }, '/replyBy'],
      [{ ...good, parts: [{ requirementId: 'r9', days: 1 }] }, '/parts/0/requirementId'],
      [{ ...good, shareMinor: 0.5 }, '/shareMinor'],
      [{ ...good, message: 'x'.repeat(2001) }, '/message'],
      [{ ...good, surprise: 1 }, '/surprise'],
    ];
    for (const [body, pointer] of cases) {
      const problem = expectReply(await lead.browser.post(path).send(body), 422);
      expect(problem.issues.map((issue: { pointer: string }) => issue.pointer)).toContain(pointer);
    }
    expect(await seatInvitations.count({})).toBe(0);
    const self = await lead.browser.post(path).send({ ...good, coopId: lead.organisation.id });
    expect(expectReply(self, 409).reason).toBe('coop_invited');
  });

  test('of answers', async () => {
    const { lead, researcher, rival } = stage;
    const { id } = await invite(bid, lead, researcher);
    const cases: [string, object, string][] = [
      ['accept', {}, '/termsVersion'],
      ['accept', { termsVersion: 1, declaresRival: 'yes' }, '/declaresRival'],
      ['decline', { termsVersion: 1, reason: ' ' }, '/reason'],
      ['counter', { termsVersion: 1, parts: [], shareMinor: 1 }, '/parts'],
      [
        'counter',
        { termsVersion: 1, parts: [{ requirementId: 'r9', days: 1 }], shareMinor: 1 },
        '/parts/0/requirementId',
      ],
      ['seen', { at: 'now' }, '/at'],
    ];
    for (const [what, body, pointer] of cases) {
      const problem = expectReply(await answer(researcher, id, what, body), 422);
      expect(problem.issues.map((issue: { pointer: string }) => issue.pointer)).toContain(pointer);
    }
    for (const what of ['accept', 'decline', 'revoke'])
      expectReply(
        await answer(rival, id, what, { termsVersion: 1, ...(what === 'decline' ? { reason: 'x' } : {}) }),
        404,
      );
    expect(expectReply(await answer(lead, id, 'accept', { termsVersion: 1 }), 403).reason).toBe('not_yours');
    expect(expectReply(await answer(researcher, id, 'revoke', { termsVersion: 1 }), 403).reason).toBe(
      'only_lead',
    );
    expectReply(await rival.browser.get(`/api/invitations/${id}`), 404);
  });
});
