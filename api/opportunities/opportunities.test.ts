import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { matchNetwork } from '@cobid/domain/matching/matchNetwork.ts';
import { days } from '@cobid/platform/clock.ts';
import { answerToken } from '@cobid/platform/mailLinks/answerLink.ts';
import { stopToken } from '@cobid/platform/mailLinks/stopLink.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { ensureMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { findCoop, organisations } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { mailStopsOf, suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { withClientName } from '@cobid/platform/mongo/withClientNames.ts';
import { hashToken, newToken } from '@cobid/platform/tokens.ts';
import { buildClient, buildCoop, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

function held(skill: string) {
  return { skill, level: 4, people: 2, lastUsed: '2037-11', evidence: '', verifiedReferences: 2 };
}

const able: CoopProfile = {
  ...emptyProfile,
  skills: [held('react')],
  freeDays: [{ month: '2038-01', days: 30 }],
};

async function coopBrowser(profile: CoopProfile = able, role: 'steward' | 'bidder' | 'member' = 'bidder') {
  const { coop, person } = await buildCoop({ profile }, role);
  return { coop, person, browser: await app.as(person, coop) };
}

/** What the worker does for a published tender. */
async function matched(tender: TenderRecord, coops: readonly OrganisationRecord[]): Promise<void> {
  const matchable = coops.map(({ id, isCoop, profile }) => ({
    id,
    isCoop,
    profile: profile ?? emptyProfile,
  }));
  await storeMatches(
    matchNetwork(matchable, await withClientName(tender), app.clock()).map((match) => ({
      ...match,
      tenderId: tender.id,
      tenderVersion: tender.version,
      createdAt: app.clock(),
    })),
  );
}

const twoParts = {
  ...completeTender,
  requirements: [
    ...completeTender.requirements,
    {
      id: 'r2',
      skill: 'postgresql',
      priority: 'must' as const,
      level: 3,
      days: 10,
      certificate: null,
      language: null,
      note: '',
    },
  ],
};

describe('what a co-op sees', () => {
  test('open tenders of which it can do a part, with the reasons, those without an answer first', async () => {
    const { coop, browser } = await coopBrowser();
    const [fits, answered, other] = [
      await buildTender({ content: twoParts }),
      await buildTender(),
      await buildTender({
        content: { ...twoParts, requirements: twoParts.requirements.filter(({ id }) => id === 'r2') },
      }),
    ];
    for (const tender of [fits, answered, other]) await matched(tender, [coop]);
    await browser.put(`/api/opportunities/${answered.id}/response`).send({ answer: 'yes' }).expect(200);
    const { items } = (await browser.get('/api/opportunities').expect(200)).body;
    expect(items).toMatchObject([
      {
        tender: { id: fits.id },
        response: null,
        missing: ['PostgreSQL'],
        why: ['React, level 4, used 2037-11', expect.any(String)],
        bidId: null,
      },
      { tender: { id: answered.id }, response: 'yes' },
    ]);
  });

  test('how a tender fits, who could complete it, and what would change it', async () => {
    const { coop, browser } = await coopBrowser();
    const { coop: completing } = await buildCoop({
      profile: { ...able, skills: [held('postgresql')] },
    });
    const tender = await buildTender({ content: twoParts });
    await matched(tender, [coop, completing]);
    const seen = (await browser.get(`/api/opportunities/${tender.id}`).expect(200)).body;
    expect(seen.match).toMatchObject({
      isEligible: true,
      missing: ['r2'],
      completers: [{ coop: { id: completing.id }, requirementIds: ['r2'] }],
      changes: [{ kind: 'skill', requirementId: 'r2' }],
    });
    const sum = seen.match.terms.reduce((total: number, term: { value: number }) => total + term.value, 0);
    expect(Math.abs(sum - seen.match.score)).toBeLessThan(1e-9);
  });

  test('says why it is not eligible, and works the match out where none is stored', async () => {
    const { browser } = await coopBrowser({ ...able, redLines: ['weapons'] });
    const tender = await buildTender({ content: { ...completeTender, touches: ['weapons'] } });
    const seen = (await browser.get(`/api/opportunities/${tender.id}`).expect(200)).body;
    expect(seen).toMatchObject({
      match: { isEligible: false, ineligibilities: [{ code: 'red_line' }] },
      response: null,
    });
  });

  test('what its profile would have matched in the last year, also tenders that are over', async () => {
    const { browser } = await coopBrowser();
    const content = { ...completeTender, deadline: '2037-11-01T12:00:00Z' };
    const over = await buildTender({ content, state: 'evaluating' });
    const old = await buildTender({ content, publishedAt: new Date('2025-11-01T00:00:00Z') });
    const ids = async () =>
      (await browser.get('/api/profile/would-have-matched').expect(200)).body.items.map(
        (item: { tender: { id: string } }) => item.tender.id,
      );
    expect(await ids()).toContain(over.id);
    expect(await ids()).not.toContain(old.id);
    await browser.patch('/api/profile').send({ version: 1, skills: [] }).expect(200);
    expect(await ids()).toEqual([]);
  });

  test('no drafts, and nothing without acting for a co-op', async () => {
    const { browser } = await coopBrowser();
    const draft = await buildTender({ state: 'draft' });
    await browser.get(`/api/opportunities/${draft.id}`).expect(404);
    await browser.put(`/api/opportunities/${draft.id}/response`).send({ answer: 'yes' }).expect(404);
    const { client, person } = await buildClient();
    expect((await (await app.as(person, client)).get('/api/opportunities').expect(403)).body.reason).toBe(
      'needs_coop',
    );
    await app.visitor().get('/api/opportunities').expect(401);
  });
});

describe('answering', () => {
  test('takes each of the five answers, the last one counts, and all are kept', async () => {
    const { coop, person, browser } = await coopBrowser();
    const { coop: receiver, person: receiving } = await buildCoop();
    const tender = await buildTender();
    const answer = async (body: object) =>
      (await browser.put(`/api/opportunities/${tender.id}/response`).send(body).expect(200)).body;
    expect(await answer({ answer: 'yes' })).toMatchObject({ answer: 'yes', by: person.name });
    await answer({ answer: 'yes' });
    await answer({ answer: 'yes_if', condition: 'We find a designer' });
    await answer({ answer: 'not_now', until: '2038-02-01' });
    expect(await answer({ answer: 'pass_to', coopId: receiver.id, note: 'Yours!' })).toMatchObject({
      passedTo: { id: receiver.id },
      until: null,
    });
    expect(await answer({ answer: 'no', reason: 'capacity' })).toMatchObject({
      reason: 'capacity',
      note: '',
    });
    const stored = await responses.findOne({ tenderId: tender.id, coopId: coop.id });
    expect(stored?.history.map((given) => given.answer)).toEqual([
      'yes',
      'yes_if',
      'not_now',
      'pass_to',
      'no',
    ]);
    expect(await deliveries.find({ kind: 'opportunityPassedOn' })).toMatchObject([
      { personId: receiving.id, refs: { tenderId: tender.id, coopId: receiver.id } },
    ]);
  });

  test('lets those who could help see that partners are looked for, as long as it says so', async () => {
    const seeker = await coopBrowser();
    const helper = await coopBrowser({ ...able, skills: [held('postgresql')] });
    const [rival, stranger] = [await coopBrowser(), await coopBrowser({ ...able, skills: [held('gtfs')] })];
    const { client, person } = await buildClient();
    const tender = await buildTender({ content: twoParts, clientId: client.id });
    await matched(
      tender,
      [seeker, helper, rival, stranger].map(({ coop }) => coop),
    );
    const path = `/api/opportunities/${tender.id}`;
    const say = (body: object) => seeker.browser.put(`${path}/response`).send(body);
    const seenBy = async ({ browser }: typeof helper) =>
      (await browser.get(path).expect(200)).body.partnerCalls;
    await say({ answer: 'yes' }).expect(200);
    expect(await seenBy(helper)).toEqual([]);
    const condition = 'Somebody does the database';
    const { body } = await say({ answer: 'yes_if', condition, seeksPartners: true }).expect(200);
    expect(body).toMatchObject({ seeksPartners: true });
    const { id, slug, name } = seeker.coop;
    expect(await seenBy(helper)).toEqual([{ coop: { id, slug, name }, requirementIds: ['r2'] }]);
    // Neither its condition nor its answer, and not to those who could do no more than it can, or nothing.
    expect((await helper.browser.get(path)).text).not.toContain(condition);
    for (const other of [seeker, rival, stranger]) expect(await seenBy(other)).toEqual([]);
    expect((await (await app.as(person, client)).get(`/api/tenders/${tender.id}`)).text).not.toContain(name);
    await say({ answer: 'no', reason: 'capacity', seeksPartners: true }).expect(422);
    await say({ answer: 'yes', seeksPartners: 'perhaps' }).expect(422);
    await say({ answer: 'no', reason: 'capacity' }).expect(200);
    expect(await seenBy(helper)).toEqual([]);
  });

  test('passing on to one that takes no work now sends no mail', async () => {
    const { browser } = await coopBrowser();
    const { coop: quiet, person } = await buildCoop({ profile: { ...able, isPaused: true } });
    const tender = await buildTender();
    await browser
      .put(`/api/opportunities/${tender.id}/response`)
      .send({ answer: 'pass_to', coopId: quiet.id })
      .expect(200);
    expect(await deliveries.count({ personId: person.id })).toBe(0);
  });

  test('is for bidders, on open tenders of others', async () => {
    const { browser: member } = await coopBrowser(able, 'member');
    const tender = await buildTender();
    const yes = { answer: 'yes' };
    expect(
      (await member.put(`/api/opportunities/${tender.id}/response`).send(yes).expect(403)).body.reason,
    ).toBe('needs_bidder');
    const { coop, browser } = await coopBrowser();
    const refused = async (overrides: Partial<TenderRecord>, status: number) => {
      const { id } = await buildTender(overrides);
      return (await browser.put(`/api/opportunities/${id}/response`).send(yes).expect(status)).body.reason;
    };
    expect(await refused({ clientId: coop.id }, 403)).toBe('own_tender');
    expect(await refused({ state: 'withdrawn' }, 409)).toBe('wrong_state');
    const content = { ...completeTender, deadline: '2037-11-23T09:00:00Z' };
    expect(await refused({ content }, 409)).toBe('deadline_passed');
  });

  test.each([
    ['no answer', {}, '/answer'],
    ['an unknown answer', { answer: 'maybe' }, '/answer'],
    ['a field that it has no use for', { answer: 'yes', note: 'x' }, '/note'],
    ['no condition', { answer: 'yes_if' }, '/condition'],
    ['an empty condition', { answer: 'yes_if', condition: ' ' }, '/condition'],
    ['too long a note', { answer: 'no', reason: 'other', note: 'x'.repeat(501) }, '/note'],
    ['a reason that is none', { answer: 'no', reason: 'mood' }, '/reason'],
    ['a day that is over', { answer: 'not_now', until: '2037-11-23' }, '/until'],
    ['a co-op that is none', { answer: 'pass_to', coopId: newId() }, '/coopId'],
  ])('refuses %s and writes nothing', async (_, body, pointer) => {
    const { coop, browser } = await coopBrowser();
    const tender = await buildTender();
    const reply = await browser.put(`/api/opportunities/${tender.id}/response`).send(body).expect(422);
    expect(reply.body.issues.map((issue: { pointer: string }) => issue.pointer)).toContain(pointer);
    expect(await responses.count({ coopId: coop.id })).toBe(0);
  });

  test('refuses to pass on to oneself', async () => {
    const { coop, browser } = await coopBrowser();
    const tender = await buildTender();
    const body = { answer: 'pass_to', coopId: coop.id };
    const reply = await browser.put(`/api/opportunities/${tender.id}/response`).send(body).expect(422);
    expect(reply.body.issues).toMatchObject([{ pointer: '/coopId' }]);
  });
});

describe.each(['mails', 'older mails, stored from the beginning'])('links of %s', (age) => {
  async function linkOf(purpose: 'opportunity' | 'unsubscribe', more: { mailKind?: MailKind } = {}) {
    const { coop, person } = await buildCoop({ profile: able }, 'bidder');
    const tender = await buildTender();
    const known = { coop, person, tender };
    if (age === 'mails') {
      const { COBID_SECRET } = app.config;
      const kind = more.mailKind ?? 'opportunity';
      const { id: personId, email } = person;
      const wanted = { key: newId(), kind, personId, email, refs: {} };
      const [deliveryId = ''] = await wantDeliveries([wanted], app.clock());
      const about = { deliveryId, tenderId: tender.id, coopId: coop.id };
      const isAnswer = purpose === 'opportunity';
      const token = isAnswer ? answerToken(COBID_SECRET, about) : stopToken(COBID_SECRET, deliveryId);
      return { ...known, token };
    }
    const token = newToken();
    await ensureMailToken({
      tokenHash: hashToken(token),
      purpose,
      personId: person.id,
      coopId: coop.id,
      tenderId: tender.id,
      invitationId: null,
      createdAt: app.clock(),
      expiresAt: new Date(app.clock().getTime() + days(14)),
      ...more,
    });
    return { ...known, token };
  }

  test('an answer link shows and changes nothing, then answers once without signing in', async () => {
    const { coop, person, tender, token } = await linkOf('opportunity');
    const visitor = app.visitor();
    for (let opened = 0; opened < 3; opened += 1) {
      const shown = (await visitor.get(`/api/answers/${token}`).expect(200)).body;
      expect(shown).toMatchObject({
        coop: { id: coop.id },
        personName: person.name,
        isUsed: false,
        opportunity: { tender: { id: tender.id }, response: null },
      });
    }
    const post = (body: object) => visitor.post(`/api/answers/${token}`).send(body);
    await post({ answer: 'not_now', until: '2037-01-01' }).expect(422);
    const first = await post({ answer: 'yes' }).expect(200);
    expect((await post({ answer: 'yes' }).expect(200)).body).toEqual(first.body);
    expect((await post({ answer: 'no', reason: 'budget' }).expect(409)).body.reason).toBe('link_used');
    expect((await visitor.get(`/api/answers/${token}`).expect(200)).body.isUsed).toBe(true);
    expect(await responses.findOne({ coopId: coop.id })).toMatchObject({
      answer: 'yes',
      via: 'mail',
      history: [{}],
    });
  });

  test('two clicks at once give one answer', async () => {
    const { coop, token } = await linkOf('opportunity');
    const replies = await Promise.all(
      ['capacity', 'budget'].map((reason) =>
        app.visitor().post(`/api/answers/${token}`).send({ answer: 'no', reason }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await responses.findOne({ coopId: coop.id }))?.history).toHaveLength(1);
  });

  test('an answer link ends with its tender’s deadline, its term, and the person’s right to bind the co-op', async () => {
    const { coop, person, token, tender } = await linkOf('opportunity');
    const visitor = app.visitor();
    const before = app.clock();
    app.clock.set('2037-12-07T12:00:00Z');
    const late = await visitor.post(`/api/answers/${token}`).send({ answer: 'yes' });
    expect(late.status).toBe(404);
    app.clock.set(before);
    await memberships.change({ personId: person.id, organisationId: coop.id }, { set: { role: 'member' } });
    await visitor.post(`/api/answers/${token}`).send({ answer: 'yes' }).expect(403);
    await memberships.remove({ personId: person.id, organisationId: coop.id });
    await visitor.get(`/api/answers/${token}`).expect(404);
    expect(await responses.count({ tenderId: tender.id })).toBe(0);
  });

  test('an unknown link, or one of another purpose, is not found', async () => {
    const { token } = await linkOf('unsubscribe');
    await app.visitor().get(`/api/answers/${token}`).expect(404);
    await app.visitor().post(`/api/answers/${newToken()}`).send({ answer: 'yes' }).expect(404);
    await app.visitor().get(`/api/unsubscribe/${newToken()}`).expect(404);
    await app.visitor().get('/api/answers/short').expect(404);
  });

  test('unsubscribing takes a POST, by page or by the mail program, and can be undone', async () => {
    const { person, token } = await linkOf('unsubscribe');
    const visitor = app.visitor();
    const at = `/api/unsubscribe/${token}`;
    const stopped = ({ body }: { body: { choices: { scope: string; isStopped: boolean }[] } }) =>
      body.choices.filter(({ isStopped }) => isStopped).map(({ scope }) => scope);
    const shown = (await visitor.get(at).expect(200)).body;
    expect(shown).toMatchObject({
      email: `p…@example.org`,
      choices: [
        { scope: 'tenders', name: 'Mails about tenders', isStopped: false },
        { scope: 'all', isStopped: false },
      ],
    });
    expect(await suppressions.count({ email: person.email })).toBe(0);
    const oneClick = visitor.post(at).type('form').send('List-Unsubscribe=One-Click');
    expect(stopped(await oneClick.expect(200))).toEqual(['tenders']);
    await visitor.post(at).field('List-Unsubscribe', 'One-Click').expect(200);
    await visitor.post(at).send({}).expect(200);
    expect(await suppressions.count({ email: person.email })).toBe(1);
    expect(stopped(await visitor.delete(at).expect(200))).toEqual([]);
    await suppressions.insert({ email: person.email, kind: 'all', at: app.clock(), cause: 'hard_bounce' });
    expect(stopped(await visitor.delete(at).expect(200))).toEqual(['tenders', 'all']);
    const wrong = await visitor.post(at).send({ everything: true }).expect(422);
    expect(wrong.body.issues).toMatchObject([{ pointer: '/everything' }]);
    for (const scope of ['kind', 'signIn', '$all'])
      expect((await visitor.post(at).send({ scope }).expect(422)).body.issues).toMatchObject([
        { pointer: '/scope' },
      ]);
  });

  test('a mail with a switch can be stopped by itself, and with all others that one can be without', async () => {
    const { person, token } = await linkOf('unsubscribe', { mailKind: 'tenderEnded' });
    const { person: neighbour } = await linkOf('unsubscribe', { mailKind: 'tenderEnded' });
    const at = `/api/unsubscribe/${token}`;
    const visitor = app.visitor();
    const stops = async () =>
      ((await visitor.get(at)).body.choices as { isStopped: boolean }[]).map(({ isStopped }) => isStopped);
    const switchedOff = async ({ id }: typeof person) =>
      (await mailSettings.findOne({ personId: id }))?.settings.switchedOff;
    await visitor.post(at).type('form').send('List-Unsubscribe=One-Click').expect(200);
    await visitor.post(at).type('form').send('List-Unsubscribe=One-Click').expect(200);
    expect(await stops()).toEqual([true, false, false]);
    expect(await switchedOff(person)).toEqual(['tenderEnded']);
    await visitor.post(at).send({ scope: 'all' }).expect(200);
    expect(await stops()).toEqual([true, true, true]);
    const stopOf = await mailStopsOf([person.email]);
    const comes = (['signIn', 'seatOffered', 'digest', 'tenderEnded', 'bidWithdrawn'] as const).filter(
      (kind) => !stopOf(person.email, kind).isSuppressed,
    );
    expect(comes).toEqual(['signIn', 'seatOffered']);
    await visitor.delete(`${at}?scope=all`).expect(200);
    expect(await stops()).toEqual([true, false, false]);
    await visitor.delete(at).expect(200);
    expect(await stops()).toEqual([false, false, false]);
    expect(await switchedOff(person)).toEqual([]);
    // The link of one person does nothing to another.
    expect(await switchedOff(neighbour)).toEqual([]);
    expect(await suppressions.count({ email: neighbour.email })).toBe(0);
  });
});

test('a profile that lost its co-op is not found', async () => {
  const { coop, browser } = await coopBrowser();
  await organisations.change({ id: coop.id }, { set: { profile: null } });
  expect(await findCoop(coop.id)).toBeNull();
  await browser.get('/api/profile').expect(404);
});
