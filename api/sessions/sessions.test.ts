import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { days, minutes } from '@cobid/platform/clock.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { sessions } from '@cobid/platform/mongo/models/session.ts';
import { signInTokens } from '@cobid/platform/mongo/models/signInToken.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { derivedCode, derivedToken } from '@cobid/platform/tokens.ts';
import { buildClient, buildCoop, buildMembership, buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { Agent, TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ settings: { OPERATOR_EMAILS: 'op@example.org' } });
});
afterAll(() => app.stop());

/** What the mail of the latest request would hold. */
async function mailOf(email: string): Promise<{ token: string; code: string }> {
  const [delivery] = await deliveries.find({ email, kind: 'signIn' }, { sort: { id: -1 }, limit: 1 });
  const id = delivery?.refs.signInTokenId ?? '';
  const secret = app.config.COBID_SECRET;
  return { token: derivedToken(secret, 'sign-in-link', id), code: derivedCode(secret, 'sign-in-code', id) };
}

const ask = (browser: Agent, email: string, more: object = {}) =>
  browser.post('/api/sign-in').send({ email, ...more });

describe('signing in', () => {
  test('sends one mail, and stores neither the link nor the code', async () => {
    const reply = await ask(app.visitor(), ' New@Example.org ').expect(202);
    expect(reply.body).toEqual({ sentTo: 'new@example.org' });
    const { token, code } = await mailOf('new@example.org');
    const [stored] = await signInTokens.find({ email: 'new@example.org' });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(code);
    const [delivery] = await deliveries.find({ email: 'new@example.org' });
    expect(await app.waitingJobs('sendDelivery')).toContainEqual({ deliveryId: delivery?.id });
  });

  test('answers the same for somebody who is known and somebody who is not', async () => {
    const known = await buildPerson();
    const first = await ask(app.visitor(), known.email).expect(202);
    const second = await ask(app.visitor(), 'stranger@example.org').expect(202);
    expect(Object.keys(first.body)).toEqual(Object.keys(second.body));
    expect(await people.findOne({ email: 'stranger@example.org' })).toBeNull();
  });

  test('by the link works once, and by POST only', async () => {
    const browser = app.visitor();
    await ask(browser, 'link@example.org', { next: '/tenders' });
    const { token } = await mailOf('link@example.org');
    await browser.get('/api/sign-in/link').query({ token }).expect(404);
    const reply = await browser.post('/api/sign-in/link').send({ token }).expect(200);
    expect(reply.body).toMatchObject({
      next: '/tenders',
      tenderId: null,
      me: { person: { name: '' }, memberships: [] },
    });
    expect(reply.headers['set-cookie']?.[0]).toMatch(
      /^cobid-session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const me = await browser.get('/api/me').expect(200);
    expect(me.body.person.email).toBe('link@example.org');

    const again = await app.visitor().post('/api/sign-in/link').send({ token }).expect(409);
    expect(again.body.reason).toBe('link_used');
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test.each([
    ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
    ['ca, es-ES;q=0.9', 'es'],
    ['de', 'en'],
    ['', 'en'],
  ])('from a browser that asks for "%s" guesses %s, once', async (asked, guessed) => {
    const browser = app.visitor();
    const email = `reads-${asked.slice(0, 2) || 'none'}@example.org`;
    const signIn = async (accept: string) => {
      await ask(browser, email).set('Accept-Language', accept);
      const { token } = await mailOf(email);
      return browser.post('/api/sign-in/link').set('Accept-Language', accept).send({ token }).expect(200);
    };
    expect((await signIn(asked)).body.me.person.language).toBe(guessed);
    expect((await signInTokens.findOne({ email }))?.language).toBe(guessed);
    expect((await signIn('en, fr;q=0.1')).body.me.person.language).toBe(guessed);
  });

  test('by the link signs in only one of two at the same moment', async () => {
    await ask(app.visitor(), 'twice@example.org');
    const { token } = await mailOf('twice@example.org');
    const replies = await Promise.all(
      [1, 2, 3].map(() => app.visitor().post('/api/sign-in/link').send({ token })),
    );
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
    expect(replies.filter((reply) => reply.status === 409)).toHaveLength(2);
    expect(await people.count({ email: 'twice@example.org' })).toBe(1);
  });

  test('by the link ends after 15 minutes', async () => {
    await ask(app.visitor(), 'late@example.org');
    const { token, code } = await mailOf('late@example.org');
    app.clock.advance(minutes(15));
    await app.visitor().post('/api/sign-in/link').send({ token }).expect(409);
    await app.visitor().post('/api/sign-in/code').send({ email: 'late@example.org', code }).expect(422);
  });

  test('by the code works with the latest mail and the one before', async () => {
    await ask(app.visitor(), 'code@example.org');
    const first = await mailOf('code@example.org');
    await ask(app.visitor(), 'code@example.org');
    const reply = await app
      .visitor()
      .post('/api/sign-in/code')
      .send({ email: 'code@example.org', code: ` ${first.code} ` })
      .expect(200);
    expect(reply.body.next).toBe('/home');
  });

  test('by the code allows five tries', async () => {
    await ask(app.visitor(), 'guess@example.org');
    const { code } = await mailOf('guess@example.org');
    const wrong = code === '000000' ? '000001' : '000000';
    const attempt = (tried: string) =>
      app.visitor().post('/api/sign-in/code').send({ email: 'guess@example.org', code: tried });
    for (let tries = 0; tries < 5; tries++) {
      const reply = await attempt(wrong).expect(422);
      expect(reply.body).toMatchObject({ reason: 'code_wrong', issues: [{ pointer: '/code' }] });
    }
    await attempt(code).expect(422);
  });

  test('ends the session that the browser had, and acts for the first organisation', async () => {
    const { coop, person } = await buildCoop();
    const other = await buildPerson();
    const browser = await app.as(other);
    await ask(browser, person.email);
    const { token } = await mailOf(person.email);
    const reply = await browser.post('/api/sign-in/link').send({ token }).expect(200);
    expect(reply.body.me.actingFor).toMatchObject({ organisationId: coop.id, role: 'steward', isCoop: true });
    expect(await sessions.count({ personId: other.id })).toBe(0);
  });

  test("keeps the visitor's tender as a draft of theirs", async () => {
    const browser = app.visitor();
    await ask(browser, 'draft@example.org', {
      tenderDraft: { title: 'A new site', deadline: '2037-12-24T12:00:00Z' },
    });
    const { token } = await mailOf('draft@example.org');
    const reply = await browser.post('/api/sign-in/link').send({ token }).expect(200);
    const tender = await tenders.findById(reply.body.tenderId);
    expect(reply.body.next).toBe(`/tenders/${reply.body.tenderId}/edit`);
    expect(tender).toMatchObject({
      createdBy: reply.body.me.person.id,
      clientId: null,
      state: 'draft',
      content: { title: 'A new site', requirements: [] },
      deadline: new Date('2037-12-24T12:00:00Z'),
    });
  });

  test.each([
    [{}, '/email'],
    [{ email: 'nonsense' }, '/email'],
    [{ email: 'a@example.org\nBcc: b@example.org' }, '/email'],
    [{ email: ['a@example.org'] }, '/email'],
    [{ email: 'a@example.org', next: '//evil.example' }, '/next'],
    [{ email: 'a@example.org', next: 'https://evil.example' }, '/next'],
    [{ email: 'a@example.org', role: 'operator' }, '/role'],
    [{ email: 'a@example.org', tenderDraft: { title: 7 } }, '/tenderDraft/title'],
    [
      { email: 'a@example.org', tenderDraft: { requirements: [{ id: 'r1' }] } },
      '/tenderDraft/requirements/0/skill',
    ],
    [{ email: { $gt: '' } }, '/email'],
  ])('refuses %j and names %s', async (body, pointer) => {
    const reply = await app.visitor().post('/api/sign-in').send(body).expect(422);
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(reply.body.issues.map((issue: { pointer: string }) => issue.pointer)).toContain(pointer);
  });
});

describe('who is signed in', () => {
  test('is nobody for a visitor and for a cookie that stands for nothing', async () => {
    const nobody = { person: null, memberships: [], actingFor: null };
    expect((await app.visitor().get('/api/me').expect(200)).body).toEqual(nobody);
    const forged = await app.visitor().get('/api/me').set('Cookie', 'cobid-session=forged').expect(200);
    expect(forged.body).toEqual(nobody);
  });

  test('can change name, zone and language', async () => {
    const browser = await app.as(await buildPerson({ name: '' }));
    const reply = await browser
      .patch('/api/me')
      .send({ name: ' Ana ', zone: 'Europe/Lisbon', language: 'fr' })
      .expect(200);
    expect(reply.body.person).toMatchObject({ name: 'Ana', zone: 'Europe/Lisbon', language: 'fr' });
    await browser.patch('/api/me').send({ language: 'xx' }).expect(422);
    await browser.patch('/api/me').send({ name: '' }).expect(422);
    await browser.patch('/api/me').send({ zone: 'Mars/Olympus' }).expect(422);
    await browser.patch('/api/me').send({ email: 'other@example.org' }).expect(422);
    await app.visitor().patch('/api/me').send({ name: 'Eve' }).expect(401);
  });

  test('is an operator where the installation says so', async () => {
    const operator = await app.as(await buildPerson({ email: 'op@example.org' }));
    expect((await operator.get('/api/me')).body.person.isOperator).toBe(true);
  });

  test('acts for the organisation that the session or the request names, if a member of it', async () => {
    const { coop, person } = await buildCoop();
    const { client } = await buildClient();
    await buildMembership(person, client, 'member');
    const { coop: foreign } = await buildCoop();
    const browser = await app.as(person);
    const acting = async (organisationId?: string) => {
      const request = browser.get('/api/me');
      if (organisationId !== undefined) void request.set('Cobid-Acting-For', organisationId);
      return (await request.expect(200)).body.actingFor?.organisationId;
    };
    expect(await acting()).toBeUndefined();
    await browser.put('/api/me/acting-for').send({ organisationId: coop.id }).expect(200);
    expect(await acting()).toBe(coop.id);
    expect(await acting(client.id)).toBe(client.id);
    expect(await acting(foreign.id)).toBeUndefined();
    const refused = await browser.put('/api/me/acting-for').send({ organisationId: foreign.id }).expect(403);
    expect(refused.body.reason).toBe('needs_member');
  });
});

describe('sessions', () => {
  test('are listed without their secrets and can be ended one by one or all but this', async () => {
    const person = await buildPerson();
    const [here, there, elsewhere] = [await app.as(person), await app.as(person), await app.as(person)];
    const list = (await here.get('/api/me/sessions').expect(200)).body.items;
    expect(list).toHaveLength(3);
    expect(list.filter((each: { isCurrent: boolean }) => each.isCurrent)).toHaveLength(1);
    expect(Object.keys(list[0]).toSorted()).toEqual(['createdAt', 'device', 'id', 'isCurrent', 'lastSeenAt']);

    const other = list.find((each: { isCurrent: boolean }) => !each.isCurrent);
    await here.delete(`/api/me/sessions/${other.id}`).expect(204);
    await here.delete(`/api/me/sessions/${other.id}`).expect(404);
    await here.delete('/api/me/sessions').expect(204);
    expect((await here.get('/api/me')).body.person).not.toBeNull();
    for (const ended of [there, elsewhere]) expect((await ended.get('/api/me')).body.person).toBeNull();
  });

  test('cannot be ended by somebody else, who cannot know that they exist', async () => {
    const victim = await buildPerson();
    await app.as(victim);
    const [session] = await sessions.find({ personId: victim.id });
    const other = await app.as(await buildPerson());
    await other.delete(`/api/me/sessions/${session?.id}`).expect(404);
    await other.delete('/api/me/sessions/nonsense').expect(404);
    expect(await sessions.count({ personId: victim.id })).toBe(1);
  });

  test('end by signing out, however often', async () => {
    const browser = await app.as(await buildPerson());
    const reply = await browser.delete('/api/session').expect(204);
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^cobid-session=; Max-Age=0;/);
    await browser.delete('/api/session').expect(204);
    expect((await browser.get('/api/me')).body.person).toBeNull();
  });

  test('end 30 days after the last visit', async () => {
    const browser = await app.as(await buildPerson());
    app.clock.advance(days(29));
    expect((await browser.get('/api/me')).body.person).not.toBeNull();
    app.clock.advance(days(29));
    expect((await browser.get('/api/me')).body.person).not.toBeNull();
    app.clock.advance(days(30));
    expect((await browser.get('/api/me')).body.person).toBeNull();
  });
});
