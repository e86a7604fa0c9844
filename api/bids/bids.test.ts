import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { canonicalHash } from '@cobid/platform/canonicalHash.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryKind } from '@cobid/platform/mongo/models/delivery.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import {
  expectReply,
  freeze,
  invite,
  openSeatOf,
  seeBid,
  setBidStage,
  sign,
  startBid,
  submittedBid,
  writtenBid,
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

async function mailsOf(kind: DeliveryKind): Promise<string[]> {
  return (await deliveries.find({ kind })).map((delivery) => delivery.email).toSorted();
}

describe('the story of one bid by two co-ops', () => {
  test('from the suggestion to the receipt', async () => {
    const { tender, lead, researcher, client } = stage;
    const suggested = expectReply(await lead.browser.get(`/api/tenders/${tender.id}/consortia`), 200);
    expect(suggested.proof).toBe('proved_smallest');
    expect(suggested.suggestions[0].members[0].coop.id).toBe(lead.organisation.id);
    expect(suggested.suggestions[0]).toMatchObject({ size: 2, uncoveredMusts: [] });

    const begun = await startBid(stage);
    expect(begun).toMatchObject({ state: 'forming', myRole: 'lead', mySeatId: 'lead', version: 1 });
    const seatId = openSeatOf(begun);
    const candidates = expectReply(
      await lead.browser.get(`/api/bids/${begun.id}/seats/${seatId}/candidates`),
      200,
    );
    expect(candidates.items.map((item: { coop: { name: string } }) => item.coop.name)).toEqual(
      expect.arrayContaining(['Research Co-op', 'Other Co-op']),
    );
    expect(JSON.stringify(candidates)).not.toContain('Rival');

    const invitation = await invite(begun, lead, researcher);
    expect(invitation).toMatchObject({ state: 'sent', side: 'lead' });
    expect(await mailsOf('seatOffered')).toEqual([researcher.person.email]);
    expect(await app.waitingJobs('expireInvitation')).toContainEqual({ invitationId: invitation.id });
    expectReply(await researcher.browser.get(`/api/bids/${begun.id}`), 404);

    const seen = expectReply(
      await researcher.browser.post(`/api/invitations/${invitation.id}/seen`).send({}),
      200,
    );
    expect(seen).toMatchObject({ state: 'seen', side: 'coop', needsRivalDeclaration: false });
    expectReply(
      await researcher.browser.post(`/api/invitations/${invitation.id}/accept`).send({ termsVersion: 1 }),
      200,
    );
    expect(await mailsOf('seatAnswered')).toEqual([lead.person.email]);
    const joined = await seeBid(begun.id, researcher);
    expect(joined).toMatchObject({ state: 'drafting', myRole: 'member', mySeatId: seatId });

    const incomplete = expectReply(
      await lead.browser.post(`/api/bids/${begun.id}/freeze`).send({ version: joined.version }),
      422,
    );
    expect(incomplete.issues.map((issue: { pointer: string }) => issue.pointer)).toEqual([
      '/sections',
      '/disputePath',
      '/joiningReasons',
    ]);
    const written = expectReply(
      await lead.browser.patch(`/api/bids/${begun.id}`).send({
        version: joined.version,
        sections: [{ key: 'a', title: 'Approach', text: 'We will.' }],
        disputePath: { kind: 'talk_then_mediator' },
        joiningReasons: ['skill'],
      }),
      200,
    );
    const shares = [
      { seatId: 'lead', shareMinor: 20_000_00 },
      { seatId, shareMinor: 5_000_00 },
    ];
    const uneven = await lead.browser
      .put(`/api/bids/${begun.id}/shares`)
      .send({ version: written.version, totalMinor: 25_000_01, shares });
    expect(expectReply(uneven, 422)).toMatchObject({
      reason: 'shares_differ',
      issues: [{ pointer: '/totalMinor' }],
    });
    const priced = expectReply(
      await lead.browser
        .put(`/api/bids/${begun.id}/shares`)
        .send({ version: written.version, totalMinor: 25_000_00, shares }),
      200,
    );
    expect(priced.problems).toEqual([]);

    const frozen = await freeze(priced, lead);
    expect(frozen).toMatchObject({ state: 'signing', hasUnfrozenChanges: false });
    expect(await mailsOf('signatureWanted')).toEqual([lead.person.email, researcher.person.email].toSorted());
    expectReply(await lead.browser.post(`/api/bids/${begun.id}/submit`).send({ revision: 1 }), 409);
    await sign(begun.id, lead);
    const signed = await sign(begun.id, researcher);
    expect(signed.revisions[0]?.waitingFor).toEqual([]);
    const submitted = expectReply(
      await lead.browser.post(`/api/bids/${begun.id}/submit`).send({ revision: 1 }),
      200,
    );
    expect(submitted).toMatchObject({
      state: 'submitted',
      submission: { revision: 1, hash: frozen.revisions[0]?.hash },
    });
    expect(await mailsOf('bidSubmitted')).toEqual([lead.person.email, researcher.person.email].toSorted());

    const stored = await bids.findById(begun.id);
    const revision = stored === null ? undefined : toBid(stored).revisions[0];
    expect(canonicalHash(revision?.content)).toBe(submitted.submission.hash);
    expect(stored?.needsFollowing).toBeUndefined();
    expectReply(await client.browser.get(`/api/tenders/${tender.id}/bids`), 403);
  });

  test('members see the total and their own price, another’s only where it is shown', async () => {
    const { lead, researcher } = stage;
    const bid = await writtenBid(stage);
    const mine = await seeBid(bid.id, researcher);
    expect(mine.totalMinor).toBe(25_000_00);
    expect(mine.seats.map((seat) => seat.shareMinor)).toEqual([null, 5_000_00]);
    expect(mine.warnings).toEqual([]);
    const frozen = await freeze(bid, lead);
    const read = expectReply(await researcher.browser.get(`/api/bids/${bid.id}/revisions/1`), 200);
    expect(read.seats.map((seat: { shareMinor: number | null }) => seat.shareMinor)).toEqual([
      null,
      5_000_00,
    ]);
    const shown = expectReply(
      await lead.browser
        .patch(`/api/bids/${bid.id}/seats/lead`)
        .send({ version: frozen.version, showsPrice: true }),
      200,
    );
    expect(shown.state).toBe('signing');
    expect((await seeBid(bid.id, researcher)).seats[0]?.shareMinor).toBe(20_000_00);
  });

  test('an edit clears signatures; the submitted revision stays until the next is signed by all', async () => {
    const { lead, researcher } = stage;
    const bid = await submittedBid(stage);
    const edited = expectReply(
      await lead.browser
        .patch(`/api/bids/${bid.id}`)
        .send({ version: bid.version, joiningReasons: ['capacity'] }),
      200,
    );
    expect(edited).toMatchObject({
      state: 'submitted',
      hasUnfrozenChanges: true,
      submission: { revision: 1 },
    });
    const stale = await researcher.browser
      .post(`/api/bids/${bid.id}/sign`)
      .send({ revision: 1, hash: bid.submission?.hash });
    expect(expectReply(stale, 409)).toMatchObject({ reason: 'no_revision' });
    const frozen = await freeze(edited, lead);
    expect(frozen.revisions).toMatchObject([
      { number: 1, isLive: true },
      { number: 2, isCurrent: true },
    ]);
    const wrong = await researcher.browser
      .post(`/api/bids/${bid.id}/sign`)
      .send({ revision: 2, hash: bid.submission?.hash });
    expect(expectReply(wrong, 409)).toMatchObject({ reason: 'hash_differs' });
    await sign(bid.id, lead);
    expect((await seeBid(bid.id, lead)).submission?.revision).toBe(1);
    expect((await sign(bid.id, researcher)).submission?.revision).toBe(2);
    expect(await mailsOf('bidSubmitted')).toHaveLength(4);
  });

  test('a member who leaves ends the submission; the lead hears of it and can only withdraw', async () => {
    const { lead, researcher } = stage;
    const bid = await submittedBid(stage);
    expectReply(await lead.browser.post(`/api/bids/${bid.id}/leave`).send({ version: bid.version }), 409);
    expectReply(
      await researcher.browser.post(`/api/bids/${bid.id}/leave`).send({ version: bid.version }),
      204,
    );
    expectReply(await researcher.browser.get(`/api/bids/${bid.id}`), 404);
    const left = await seeBid(bid.id, lead);
    expect(left).toMatchObject({ state: 'forming', submission: null });
    expect(await deliveries.find({ kind: 'seatAnswered', 'data.outcome': 'left' })).toMatchObject([
      { email: lead.person.email },
    ]);
    const gone = expectReply(
      await lead.browser.post(`/api/bids/${bid.id}/withdraw`).send({ version: left.version }),
      200,
    );
    expect(gone.state).toBe('withdrawn');
    expect((await startBid(stage)).state).toBe('forming');
  });

  test('the lead may take a seat back, and the co-op hears of it', async () => {
    const { lead, researcher } = stage;
    const bid = await submittedBid(stage);
    const seatId = bid.seats[1]?.id;
    const path = `/api/bids/${bid.id}/seats/${seatId}`;
    expectReply(await lead.browser.delete(`${path}?version=${bid.version}`), 409);
    const reopened = expectReply(
      await lead.browser.post(`${path}/reopen`).send({ version: bid.version }),
      200,
    );
    expect(reopened).toMatchObject({ state: 'forming', submission: null });
    expect(await deliveries.find({ kind: 'counterAnswered', 'data.outcome': 'revoked' })).toMatchObject([
      { email: researcher.person.email },
    ]);
    expectReply(await researcher.browser.get(`/api/bids/${bid.id}`), 404);
    const removed = expectReply(await lead.browser.delete(`${path}?version=${reopened.version}`), 200);
    expect(removed).toMatchObject({ state: 'drafting', totalMinor: 20_000_00 });
  });

  test('withdrawing revokes the invitations that are still open and tells the members', async () => {
    const { lead, researcher } = stage;
    const bid = await startBid(stage);
    const invitation = await invite(bid, lead, researcher);
    const { version } = await seeBid(bid.id, lead);
    expectReply(await lead.browser.post(`/api/bids/${bid.id}/withdraw`).send({ version }), 200);
    const late = await researcher.browser
      .post(`/api/invitations/${invitation.id}/accept`)
      .send({ termsVersion: 1 });
    expect(expectReply(late, 409)).toMatchObject({ reason: 'invitation_over' });
    expect(await mailsOf('bidWithdrawn')).toEqual([lead.person.email]);
  });

  test('warnings use the reader’s own figures and block nothing', async () => {
    const { lead } = stage;
    const bid = await writtenBid(stage);
    const cheap = expectReply(
      await lead.browser.put(`/api/bids/${bid.id}/shares`).send({
        version: bid.version,
        totalMinor: 1_000_00,
        shares: bid.seats.map((seat) => ({ seatId: seat.id, shareMinor: seat.isLead ? 1_000_00 : 0 })),
      }),
      200,
    );
    expect(cheap.warnings.map((warning: { code: string }) => warning.code)).toEqual([
      'rate_under_floor',
      'unpaid_days',
    ]);
    expect((await freeze(cheap, lead)).state).toBe('signing');
  });
});

describe('time', () => {
  test('from the deadline on nothing can be changed, and what was not submitted has lapsed', async () => {
    const { lead, tender } = stage;
    const bid = await writtenBid(stage);
    app.clock.set(tender.deadline ?? '');
    const late = await lead.browser.post(`/api/bids/${bid.id}/freeze`).send({ version: bid.version });
    expect(expectReply(late, 409)).toMatchObject({ reason: 'deadline_passed' });
    expect((await seeBid(bid.id, lead)).state).toBe('lapsed');
    app.clock.advance(-1);
    expect((await freeze(bid, lead)).state).toBe('signing');
  });

  test('a submitted bid is opened by the clock alone', async () => {
    const bid = await submittedBid(stage);
    app.clock.set(after(stage.tender.deadline ?? app.clock(), days(1)));
    expect(await seeBid(bid.id, stage.lead)).toMatchObject({ state: 'opened', can: { edit: { ok: false } } });
    const late = await stage.lead.browser.post(`/api/bids/${bid.id}/withdraw`).send({ version: bid.version });
    expect(expectReply(late, 409)).toMatchObject({ reason: 'deadline_passed' });
  });
});

describe('at the same moment', () => {
  test('one co-op starts two bids: one is refused', async () => {
    const { lead, tender } = stage;
    const start = () => lead.browser.post(`/api/tenders/${tender.id}/bids`).send({});
    const replies = await Promise.all([start(), start(), start()]);
    expect(statusesOf(replies)).toEqual([201, 409, 409]);
    expect(replies.filter((reply) => reply.status === 409).map((reply) => reply.body.reason)).toEqual([
      'lead_exists',
      'lead_exists',
    ]);
  });

  test('two co-ops are invited to one seat: one gets it, the other hears nothing', async () => {
    const { lead, researcher, other } = stage;
    const bid = await startBid(stage);
    const path = `/api/bids/${bid.id}/seats/${openSeatOf(bid)}/invitations`;
    const terms = { parts: [], shareMinor: 0, replyBy: '2037-12-01T12:00:00Z' };
    const to = (coopId: string) =>
      lead.browser.post(path).send({ ...terms, parts: [{ requirementId: 'r2', days: 10 }], coopId });
    const replies = await Promise.all([to(researcher.organisation.id), to(other.organisation.id)]);
    expect(statusesOf(replies)).toEqual([201, 409]);
    expect(await mailsOf('seatOffered')).toHaveLength(1);
    const lists = await Promise.all(
      [researcher, other].map(({ browser }) => browser.get('/api/invitations')),
    );
    expect(lists.map((reply) => reply.body.items.length)).toEqual(expect.arrayContaining([0, 1]));
  });

  test('one co-op is invited twice: one invitation', async () => {
    const { lead, researcher } = stage;
    const begun = await startBid(stage);
    const bid = expectReply(
      await lead.browser
        .post(`/api/bids/${begun.id}/seats`)
        .send({ version: begun.version, parts: [{ requirementId: 'r2', days: 5 }] }),
      201,
    );
    const open = bid.seats.filter((seat: { state: string }) => seat.state === 'open');
    const replies = await Promise.all(
      open.map((seat: { id: string }) =>
        lead.browser.post(`/api/bids/${bid.id}/seats/${seat.id}/invitations`).send({
          coopId: researcher.organisation.id,
          parts: [{ requirementId: 'r2', days: 5 }],
          shareMinor: 0,
          replyBy: '2037-12-01T12:00:00Z',
        }),
      ),
    );
    expect(statusesOf(replies)).toEqual([201, 409]);
    const seats = (await seeBid(bid.id, lead)).seats.filter((seat) => seat.state === 'invited');
    expect(seats).toHaveLength(1);
  });

  test('both co-ops sign: both signatures count', async () => {
    const { lead, researcher } = stage;
    const bid = await freeze(await writtenBid(stage), lead);
    const signature = { revision: 1, hash: bid.revisions[0]?.hash };
    const replies = await Promise.all(
      [lead, researcher].map(({ browser }) => browser.post(`/api/bids/${bid.id}/sign`).send(signature)),
    );
    expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
    const signed = await seeBid(bid.id, lead);
    expect(signed.revisions[0]?.signatures).toHaveLength(2);
    const again = await lead.browser.post(`/api/bids/${bid.id}/sign`).send(signature);
    expect(expectReply(again, 409)).toMatchObject({ reason: 'already_signed' });
  });

  test('an edit and a signature: nothing is signed that was not read', async () => {
    const { lead, researcher } = stage;
    const bid = await freeze(await writtenBid(stage), lead);
    await Promise.all([
      researcher.browser.post(`/api/bids/${bid.id}/sign`).send({ revision: 1, hash: bid.revisions[0]?.hash }),
      lead.browser.patch(`/api/bids/${bid.id}`).send({ version: bid.version, joiningReasons: ['turnover'] }),
    ]);
    const now = await seeBid(bid.id, lead);
    if (now.hasUnfrozenChanges) expect(now.revisions[0]?.signatures).toEqual([]);
    else expect(now.revisions[0]?.signatures).toHaveLength(1);
  });

  test('the same submission twice gives one receipt each', async () => {
    const { lead, researcher } = stage;
    const bid = await freeze(await writtenBid(stage), lead);
    await sign(bid.id, lead);
    await sign(bid.id, researcher);
    const submit = () => lead.browser.post(`/api/bids/${bid.id}/submit`).send({ revision: 1 });
    const replies = await Promise.all([submit(), submit()]);
    expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
    expect(await mailsOf('bidSubmitted')).toHaveLength(2);
  });

  test('two edits on one version: one is told to look again', async () => {
    const { lead } = stage;
    const bid = await startBid(stage);
    const edit = (reason: string) =>
      lead.browser.patch(`/api/bids/${bid.id}`).send({ version: bid.version, joiningReasons: [reason] });
    const replies = await Promise.all([edit('skill'), edit('capacity')]);
    expect(statusesOf(replies)).toEqual([200, 409]);
  });
});

describe('replays', () => {
  test('the same request with the same key is one bid', async () => {
    const { lead, tender } = stage;
    const start = () =>
      lead.browser
        .post(`/api/tenders/${tender.id}/bids`)
        .set('Idempotency-Key', 'a-key-of-this-test')
        .send({});
    const first = expectReply(await start(), 201);
    expect(expectReply(await start(), 201).id).toBe(first.id);
    expect(await bids.count({})).toBe(1);
  });
});

describe('bad input', () => {
  test('who may not bid hears why', async () => {
    const { tender, client, researcher, lead } = stage;
    const start = { suggestion: [] };
    const path = `/api/tenders/${tender.id}/bids`;
    expectReply(await app.visitor().post(path).send(start), 401);
    expect(expectReply(await client.browser.post(path).send(start), 403).reason).toBe('needs_coop');
    expect(expectReply(await researcher.browser.post(path).send(start), 403).reason).toBe('answer_first');
    const suggestions = await researcher.browser.get(`/api/tenders/${tender.id}/consortia`);
    expect(expectReply(suggestions, 403).reason).toBe('answer_first');
    expectReply(await lead.browser.post(`/api/tenders/${'0'.repeat(24)}/bids`).send(start), 404);
    const unknown = await lead.browser.post(path).send({
      suggestion: [{ coopId: lead.organisation.id, parts: [{ requirementId: 'nowhere', days: 1 }] }],
    });
    expect(expectReply(unknown, 422).issues).toEqual([
      { pointer: '/suggestion/0/parts/0/requirementId', message: expect.any(String) },
    ]);
  });

  const hash = '0'.repeat(64);
  const cases: [string, string, object, string][] = [
    ['patch', '', { version: 1, surprise: true }, '/surprise'],
    ['patch', '', { sections: [] }, '/version'],
    ['patch', '', { version: 1, sections: [{ key: 'A!', title: 'T', text: '' }] }, '/sections/0/key'],
    ['patch', '', { version: 1, disputePath: { kind: 'duel' } }, '/disputePath/kind'],
    ['patch', '', { version: 1, sections: [{ key: 'a', title: 'T', text: '\ud800' }] }, '/sections/0/text'],
    ['post', '/seats', { version: 1, parts: [] }, '/parts'],
    ['post', '/seats', { version: 1, parts: [{ requirementId: 'r1', days: 0.3 }] }, '/parts/0/days'],
    ['post', '/seats', { version: 1, parts: [{ requirementId: 'r9', days: 1 }] }, '/parts/0/requirementId'],
    ['patch', '/seats/lead', { version: 1, contribution: 'x'.repeat(2001) }, '/contribution'],
    ['put', '/shares', { version: 1, totalMinor: -1, shares: [] }, '/totalMinor'],
    ['put', '/shares', { version: 1, totalMinor: 0, shares: [] }, '/shares'],
    ['post', '/freeze', { version: 'one' }, '/version'],
    ['post', '/sign', { revision: 1, hash: 'abc' }, '/hash'],
    ['post', '/sign', { revision: 0, hash }, '/revision'],
    ['post', '/submit', {}, '/revision'],
    ['post', '/withdraw', {}, '/version'],
    ['post', '/leave', { version: null }, '/version'],
    ['post', '/seats/seat-2/invitations', { coopId: 'x' }, '/coopId'],
    ['post', '/seats/seat-2/reopen', {}, '/version'],
  ];
  test('names the field, and nothing is half-written', async () => {
    const { lead } = stage;
    const bid = await startBid(stage);
    for (const [method, path, body, pointer] of cases) {
      const url = `/api/bids/${bid.id}${path}`;
      const { browser } = lead;
      const asked =
        method === 'patch' ? browser.patch(url) : method === 'put' ? browser.put(url) : browser.post(url);
      const problem = expectReply(await asked.send(body), 422);
      expect(problem.issues.map((issue: { pointer: string }) => issue.pointer)).toContain(pointer);
    }
    expect((await seeBid(bid.id, lead)).version).toBe(bid.version);
  });

  test('what belongs to others is not there, what is stale or impossible says so', async () => {
    const { lead, rival, researcher } = stage;
    const bid = await startBid(stage);
    const { version } = bid;
    for (const { browser } of [rival, researcher]) {
      expectReply(await browser.get(`/api/bids/${bid.id}`), 404);
      expectReply(await browser.patch(`/api/bids/${bid.id}`).send({ version }), 404);
      expectReply(await browser.post(`/api/bids/${bid.id}/freeze`).send({ version }), 404);
      expectReply(await browser.get(`/api/bids/${bid.id}/revisions/1`), 404);
    }
    expectReply(await lead.browser.get(`/api/bids/${bid.id}/revisions/1`), 404);
    expectReply(await lead.browser.get('/api/bids/not-an-id'), 404);
    expectReply(await lead.browser.delete(`/api/bids/${bid.id}/seats/nowhere?version=${version}`), 404);
    expectReply(await lead.browser.delete(`/api/bids/${bid.id}/seats/lead?version=${version}`), 409);
    const stale = await lead.browser.patch(`/api/bids/${bid.id}`).send({ version: version + 1 });
    expect(expectReply(stale, 409)).toMatchObject({ reason: 'stale_version', version });
  });
});
