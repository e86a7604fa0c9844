import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { recordAnswer } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { createQueues } from '@cobid/platform/queues/enqueue.ts';
import {
  buildClient,
  buildCoop,
  buildMembership,
  buildPerson,
  buildTender,
  completeTender,
} from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { publishTender } from './publishTender.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function clientBrowser(role: 'steward' | 'bidder' | 'member' = 'steward') {
  const { client, person } = await buildClient({}, role);
  return { client, person, browser: await app.as(person, client) };
}

async function draftOf(browser: Awaited<ReturnType<typeof app.as>>, content: object = completeTender) {
  return (await browser.post('/api/tenders').send(content).expect(201)).body;
}

describe('from a draft to its publication', () => {
  test('a client drafts, changes and publishes; the need to match and to open is recorded and the queue told', async () => {
    const { client, browser } = await clientBrowser();
    const draft = await draftOf(browser, { title: 'A map' });
    expect(draft).toMatchObject({ version: 1, state: 'draft', isOwn: true, client: { id: client.id } });
    expect(draft.can).toMatchObject({ edit: { ok: true }, publish: { ok: true }, award: { ok: false } });

    const refused = await browser.post(`/api/tenders/${draft.id}/publish`).send({ version: 1 }).expect(422);
    expect(refused.body.issues.map((issue: { pointer: string }) => issue.pointer)).toEqual(
      expect.arrayContaining(['/content/summary', '/content/requirements', '/content/deadline']),
    );

    const { title: _, ...rest } = completeTender;
    const changed = await browser
      .patch(`/api/tenders/${draft.id}`)
      .send({ version: 1, content: rest })
      .expect(200);
    expect(changed.body).toMatchObject({ version: 2, content: { title: 'A map', sector: null } });

    const open = await browser.post(`/api/tenders/${draft.id}/publish`).send({ version: 2 }).expect(200);
    expect(open.body).toMatchObject({ state: 'open', version: 3, can: { edit: { because: 'wrong_state' } } });
    expect(await tenders.findById(draft.id)).toMatchObject({
      matching: { doneAt: null, version: 3 },
      needsMatching: true,
      closing: { doneAt: null },
      needsClosing: true,
      deadline: new Date('2037-12-07T12:00:00Z'),
    });
    expect(await app.waitingJobs('matchTender')).toContainEqual({ tenderId: draft.id });
    expect(await app.waitingJobs('closeTender')).toContainEqual({ tenderId: draft.id });
  });

  test('a queue that is away does not fail the publication: the need is recorded', async () => {
    const { client, person } = await buildClient();
    const draft = await buildTender({ clientId: client.id, state: 'draft' });
    const queues = createQueues({
      redisUrl: 'redis://127.0.0.1:1',
      prefix: 'nobody',
      clock: app.clock,
      log: app.log,
    });
    const acting = { organisationId: client.id, isCoop: false, isClient: true, role: 'steward' } as const;
    const actor = { personId: person.id, isOperator: false, isCoordinator: false, acting };
    const context = { now: app.clock(), services: { queues } };
    const published = await publishTender(actor, draft.id, 1, context);
    await queues.close();
    expect(published).toMatchObject({ state: 'open', needsMatching: true, needsClosing: true });
  });

  test('a deadline that passed while the form was open is refused with what to change', async () => {
    const { browser } = await clientBrowser();
    const draft = await draftOf(browser);
    const before = app.clock();
    app.clock.set('2037-12-07T12:00:00Z');
    const reply = await browser.post(`/api/tenders/${draft.id}/publish`).send({ version: 1 }).expect(422);
    app.clock.set(before);
    expect(reply.body.issues).toContainEqual({
      pointer: '/content/deadline',
      message: 'The deadline has passed. Move it to a later time and publish again.',
    });
    expect((await tenders.findById(draft.id))?.state).toBe('draft');
  });

  test('a draft without a client is its writer’s alone until it gets one', async () => {
    const person = await buildPerson();
    const browser = await app.as(person);
    const draft = await draftOf(browser);
    expect(draft).toMatchObject({ client: null, can: { publish: { because: 'needs_client' } } });
    await browser.post(`/api/tenders/${draft.id}/publish`).send({ version: 1 }).expect(403);
    expect((await browser.get('/api/my-tenders').expect(200)).body.items).toMatchObject([{ id: draft.id }]);

    const { client } = await buildClient();
    const give = (version: number, organisationId: string) =>
      browser.put(`/api/tenders/${draft.id}/client`).send({ version, organisationId });
    expect((await give(1, client.id).expect(403)).body.reason).toBe('needs_member');
    const membership = await buildMembership(person, client, 'member');
    expect((await give(1, client.id).expect(403)).body.reason).toBe('needs_bidder');
    expect(membership.role).toBe('member');
    const { coop } = await buildCoop();
    await buildMembership(person, coop, 'steward');
    expect((await give(1, coop.id).expect(403)).body.reason).toBe('needs_client');
    const { client: own } = await buildClient();
    await buildMembership(person, own, 'bidder');
    expect((await give(7, own.id).expect(409)).body).toMatchObject({ reason: 'stale_version', version: 1 });
    expect((await give(1, own.id).expect(200)).body).toMatchObject({ client: { id: own.id }, version: 2 });
    const asClient = await app.as(person, own);
    const again = asClient
      .put(`/api/tenders/${draft.id}/client`)
      .send({ version: 2, organisationId: own.id });
    expect((await again.expect(409)).body.reason).toBe('wrong_state');
  });

  test('a draft can be deleted, and what is published can be copied', async () => {
    const { browser } = await clientBrowser();
    const draft = await draftOf(browser);
    await browser.delete(`/api/tenders/${draft.id}`).expect(422);
    await browser.delete(`/api/tenders/${draft.id}?version=2`).expect(409);
    await browser.delete(`/api/tenders/${draft.id}?version=1`).expect(204);
    await browser.get(`/api/tenders/${draft.id}`).expect(404);

    const second = await draftOf(browser);
    await browser.post(`/api/tenders/${second.id}/publish`).send({ version: 1 }).expect(200);
    expect((await browser.delete(`/api/tenders/${second.id}?version=2`).expect(409)).body.state).toBe('open');
    const copy = await browser.post(`/api/tenders/${second.id}/copy`).send({}).expect(201);
    expect(copy.body).toMatchObject({
      state: 'draft',
      content: { title: completeTender.title, deadline: null, start: null },
    });
  });

  test('the same request again makes one draft', async () => {
    const { browser } = await clientBrowser();
    const send = (title: string) =>
      browser.post('/api/tenders').set('Idempotency-Key', 'a-key-of-mine-1').send({ title });
    const [first, second] = [await send('Once').expect(201), await send('Once').expect(201)];
    expect(second.body.id).toBe(first.body.id);
    expect((await send('Twice').expect(422)).body.reason).toBe('replay_differs');
  });

  test('of two writers on one version the second hears that it was late', async () => {
    const { browser } = await clientBrowser();
    const draft = await draftOf(browser);
    const write = (title: string) =>
      browser.patch(`/api/tenders/${draft.id}`).send({ version: 1, content: { title } });
    const statuses = (await Promise.all([write('One'), write('Two')])).map((reply) => reply.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe('who may', () => {
  test('a draft does not exist for anybody else', async () => {
    const { browser } = await clientBrowser();
    const draft = await draftOf(browser);
    const { browser: stranger } = await clientBrowser();
    for (const reader of [stranger, app.visitor()]) await reader.get(`/api/tenders/${draft.id}`).expect(404);
    const writes = [
      stranger.patch(`/api/tenders/${draft.id}`).send({ version: 1, content: {} }),
      stranger.post(`/api/tenders/${draft.id}/publish`).send({ version: 1 }),
      stranger.delete(`/api/tenders/${draft.id}?version=1`),
      stranger.post(`/api/tenders/${draft.id}/copy`).send({}),
    ];
    for (const write of writes) await write.expect(404);
  });

  test('an open tender is everybody’s to read and its client’s to change', async () => {
    const { client, browser } = await clientBrowser();
    const tender = await buildTender({ clientId: client.id });
    const seen = (await app.visitor().get(`/api/tenders/${tender.id}`).expect(200)).body;
    expect(seen).toMatchObject({ isOwn: false, state: 'open', can: { withdraw: { because: 'not_yours' } } });
    expect(JSON.stringify(seen)).not.toMatch(/bid(s|Id|Count)/);
    const { browser: stranger } = await clientBrowser();
    const withReason = { version: 1, reason: 'No' };
    for (const [path, body] of [
      ['withdraw', withReason],
      ['cancel', withReason],
      ['close-without-award', withReason],
      ['complete', { version: 1 }],
      ['publish', { version: 1 }],
      ['copy', {}],
    ] as const) {
      const reply = await stranger.post(`/api/tenders/${tender.id}/${path}`).send(body).expect(403);
      expect(reply.body.reason).toBe('not_yours');
      await app.visitor().post(`/api/tenders/${tender.id}/${path}`).send(body).expect(401);
    }
    await browser.post(`/api/tenders/${tender.id}/complete`).send({ version: 1 }).expect(409);
  });

  test('a member of the client drafts, and a bidder publishes', async () => {
    const { client, browser } = await clientBrowser('member');
    const draft = await draftOf(browser);
    const reply = await browser.post(`/api/tenders/${draft.id}/publish`).send({ version: 1 }).expect(403);
    expect(reply.body.reason).toBe('needs_bidder');
    const bidder = await buildPerson();
    await buildMembership(bidder, client, 'bidder');
    const asBidder = await app.as(bidder, client);
    await asBidder.post(`/api/tenders/${draft.id}/publish`).send({ version: 1 }).expect(200);
  });
});

describe('ends without an award', () => {
  test('before the deadline it is withdrawn, and those who answered get one mail each with the reason', async () => {
    const { client, browser } = await clientBrowser();
    const { coop, person } = await buildCoop();
    const tender = await buildTender({ clientId: client.id, needsMatching: true, needsClosing: true });
    await recordAnswer(
      { tenderId: tender.id, coopId: coop.id },
      {
        personId: person.id,
        answer: 'yes',
        condition: null,
        until: null,
        passedTo: null,
        reason: null,
        note: '',
        seeksPartners: false,
        via: 'web',
        at: app.clock(),
      },
    );
    const end = (path: string, body: object) => browser.post(`/api/tenders/${tender.id}/${path}`).send(body);
    await end('cancel', { version: 1, reason: 'Too early' }).expect(409);
    expect((await end('withdraw', { version: 1, reason: '' }).expect(422)).body.issues).toMatchObject([
      { pointer: '/reason' },
    ]);
    const ended = await end('withdraw', { version: 1, reason: 'The grant was refused.' }).expect(200);
    expect(ended.body).toMatchObject({ state: 'withdrawn', closingNote: 'The grant was refused.' });
    const stored = await tenders.findById(tender.id);
    expect([stored?.needsMatching, stored?.needsClosing, stored?.needsFollowing]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await deliveries.find({ kind: 'tenderEnded', personId: person.id })).toMatchObject([
      { refs: { tenderId: tender.id, coopId: coop.id } },
    ]);
    expect((await end('withdraw', { version: 2, reason: 'Again' }).expect(409)).body).toMatchObject({
      reason: 'wrong_state',
      state: 'withdrawn',
    });
  });

  test('from the deadline on it is cancelled or closed, not withdrawn', async () => {
    const { client, browser } = await clientBrowser();
    const past = { ...completeTender, deadline: '2037-11-23T09:00:00Z' };
    const [one, two] = [
      await buildTender({ clientId: client.id, content: past }),
      await buildTender({ clientId: client.id, content: past, state: 'evaluating' }),
    ];
    const reason = { version: 1, reason: 'No offer convinced us.' };
    const late = await browser.post(`/api/tenders/${one.id}/withdraw`).send(reason).expect(409);
    expect(late.body.state).toBe('closed');
    const cancelled = await browser.post(`/api/tenders/${one.id}/cancel`).send(reason).expect(200);
    expect(cancelled.body.state).toBe('cancelled');
    const closed = await browser.post(`/api/tenders/${two.id}/close-without-award`).send(reason).expect(200);
    expect(closed.body.state).toBe('unsuccessful');
  });

  test('an awarded tender says who won, and is completed', async () => {
    const { client, person, browser } = await clientBrowser();
    const { coop } = await buildCoop({ name: 'Agaric' });
    const tender = await buildTender({
      clientId: client.id,
      state: 'awarded',
      award: {
        bidId: newId(),
        at: app.clock(),
        by: person.id,
        reason: 'The clearest plan',
        others: [],
        coopIds: [coop.id],
        totalMinor: 25_000_00,
      },
    });
    const seen = await app.visitor().get(`/api/tenders/${tender.id}`).expect(200);
    expect(seen.body.award).toMatchObject({ organisations: [{ name: 'Agaric' }], totalMinor: 25_000_00 });
    const done = await browser.post(`/api/tenders/${tender.id}/complete`).send({ version: 1 }).expect(200);
    expect(done.body.state).toBe('completed');
    expect(await deliveries.count({ kind: 'tenderCompleted', personId: person.id })).toBe(1);
  });
});

describe('the public list', () => {
  test('finds by word beginnings and skill, without accents, open ones by default', async () => {
    const named = (title: string, more: object = {}) =>
      buildTender({ content: { ...completeTender, title, ...more } });
    const open = await named('Catálogo de semillas');
    const past = await named('Catálogo viejo', { deadline: '2037-11-20T12:00:00Z' });
    await buildTender({ state: 'draft', content: { ...completeTender, title: 'Catálogo secreto' } });
    const list = async (query: string) => (await app.visitor().get(`/api/tenders?${query}`).expect(200)).body;
    const ids = async (query: string) => (await list(query)).items.map((item: { id: string }) => item.id);
    expect(await ids('query=catalogo%20SEM')).toEqual([open.id]);
    expect(await ids('query=catal&state=closed')).toEqual([past.id]);
    expect(await ids('query=catal&state=all&sort=newest')).toHaveLength(2);
    expect(await ids('query=catal&skill=frontend')).toEqual([open.id]);
    expect(await ids('query=catal&skill=welsh-translation')).toEqual([]);
    expect(await list('query=catal')).toMatchObject({ total: 1, page: 1, pageSize: 20 });
    expect((await list('query=catal')).items[0]).toMatchObject({
      title: 'Catálogo de semillas',
      skills: ['React'],
    });
  });

  test('comes in pages that do not overlap', async () => {
    await Promise.all(
      Array.from({ length: 23 }, (_, at) =>
        buildTender({ content: { ...completeTender, title: `Paginated ${at}` } }),
      ),
    );
    const pageOf = async (page: number) =>
      (await app.visitor().get(`/api/tenders?query=paginated&page=${page}`).expect(200)).body.items.map(
        (item: { id: string }) => item.id,
      );
    const [first, second] = [await pageOf(1), await pageOf(2)];
    expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([20, 3, 23]);
  });
});

describe('bad input', () => {
  test.each([
    ['GET', '/api/tenders?page=0'],
    ['GET', '/api/tenders?state=secret'],
    ['GET', '/api/tenders?sort=price'],
    ['GET', '/api/tenders?unknown=1'],
    ['GET', `/api/tenders?query=${'x'.repeat(101)}`],
    ['GET', '/api/tenders?skill=No%20Slug'],
  ] as const)('%s %s is 422', async (_, path) => {
    const reply = await app.visitor().get(path).expect(422);
    expect(reply.body.issues.length).toBe(1);
  });

  test.each([
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['a wrong type', { title: 7 }, '/title'],
    ['too long a title', { title: 'x'.repeat(121) }, '/title'],
    ['a line break in a line', { title: 'a\nBcc: x@example.org' }, '/title'],
    ['a zone that is none', { zone: 'Europe/Atlantis' }, '/zone'],
    [
      'three quarters of a day',
      { requirements: [{ ...completeTender.requirements[0], days: 0.75 }] },
      '/requirements/0/days',
    ],
    [
      'an unknown skill',
      { requirements: [{ ...completeTender.requirements[0], skill: 'alchemy-2' }] },
      '/requirements/0/skill',
    ],
  ])('a draft with %s is refused and nothing is written', async (_, content, pointer) => {
    const { browser, person } = await clientBrowser();
    const reply = await browser.post('/api/tenders').send(content).expect(422);
    expect(reply.body).toMatchObject({ reason: 'invalid', issues: [{ pointer }] });
    expect(await tenders.count({ createdBy: person.id })).toBe(0);
  });

  test('each write names the field that is wrong', async () => {
    const { browser } = await clientBrowser();
    const draft = await draftOf(browser);
    const at = `/api/tenders/${draft.id}`;
    const cases = [
      [browser.patch(at).send({ content: {} }), '/version'],
      [
        browser.patch(at).send({ version: 1, content: { budget: { kind: 'band', minMinor: -1 } } }),
        '/content/budget/minMinor',
      ],
      [browser.patch(at).send({ version: 1, content: {}, state: 'open' }), '/state'],
      [browser.put(`${at}/client`).send({ version: 1, organisationId: 'x' }), '/organisationId'],
      [browser.post(`${at}/publish`).send({ version: '1' }), '/version'],
      [browser.post(`${at}/withdraw`).send({ version: 1 }), '/reason'],
      [browser.post(`${at}/cancel`).send({ version: 1, reason: 'x'.repeat(1001) }), '/reason'],
      [browser.post(`${at}/close-without-award`).send({ version: 1, reason: 'x', bidId: 'y' }), '/bidId'],
      [browser.post(`${at}/complete`).send({}), '/version'],
      [browser.post(`${at}/copy`).send({ title: 'x' }), '/title'],
      [browser.delete(`${at}?version=one`), '/version'],
    ] as const;
    for (const [request, pointer] of cases) {
      const reply = await request.expect(422);
      expect(reply.body.issues.map((issue: { pointer: string }) => issue.pointer)).toContain(pointer);
    }
    expect(await tenders.findById(draft.id)).toMatchObject({ version: 1, state: 'draft' });
  });

  test('an address that is none is not found', async () => {
    const { browser } = await clientBrowser();
    await browser.get('/api/tenders/nothing').expect(404);
    await browser.get(`/api/tenders/${newId()}`).expect(404);
    await browser.patch(`/api/tenders/${newId()}`).send({ version: 1, content: {} }).expect(404);
  });

  test('a visitor has to sign in to write', async () => {
    const reply = await app.visitor().post('/api/tenders').send({}).expect(401);
    expect(reply.body.reason).toBe('needs_sign_in');
    await app.visitor().get('/api/my-tenders').expect(401);
  });
});
