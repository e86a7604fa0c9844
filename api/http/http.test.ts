import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { hours, seconds } from '@cobid/platform/clock.ts';
import { idempotency } from '@cobid/platform/mongo/models/idempotency.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { allRoutes } from '../routes.ts';

let app: TestApp;
let clientFolder: string;
const script = `console.log(${JSON.stringify('cobid '.repeat(500))});`;

beforeAll(async () => {
  clientFolder = await mkdtemp(join(tmpdir(), 'cobid-client-'));
  await mkdir(join(clientFolder, 'assets'));
  const index = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__" /><div id="root"></div>';
  await writeFile(join(clientFolder, 'index.html'), index);
  await writeFile(join(clientFolder, 'assets', 'main-abc123.js'), script);
  await writeFile(join(clientFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  app = await startTestApp({ clientFolder, settings: { OPERATOR_EMAILS: 'op@example.org' } });
});
afterAll(async () => {
  await app.stop();
  await rm(clientFolder, { recursive: true });
});

describe('a request that cannot be served', () => {
  test('is answered with a problem document that says what to do', async () => {
    const reply = await app.visitor().get('/api/me/sessions').expect(401);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.body).toEqual({
      type: '/api/problems/needs_sign_in',
      title: 'Please sign in first.',
      status: 401,
      detail: 'Please sign in first.',
      reason: 'needs_sign_in',
      requestId: reply.headers['x-request-id'],
    });
    const explained = await app.visitor().get(reply.body.type).expect(200);
    expect(explained.body).toEqual({ reason: 'needs_sign_in', title: 'Please sign in first.', status: 401 });
  });

  test.each([
    ['/api/nothing', 404],
    ['/api', 404],
    ['/api/problems/nonsense', 404],
    ['/api/problems/%E0%A4%A', 400],
  ])('GET %s answers %i', async (path, status) => {
    const reply = await app.visitor().get(path).expect(status);
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  const send = (body: string, headers: Record<string, string>) =>
    fetch(`${app.url}/api/sign-in`, { method: 'POST', body, headers });
  const json = { 'Content-Type': 'application/json' };

  test.each([
    ['{"email":', json, 400, 'unreadable'],
    ['"text"', json, 400, 'unreadable'],
    ['null', json, 400, 'unreadable'],
    ['email=a@example.org', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'unreadable'],
    ['{}', { 'Content-Type': 'text/plain' }, 415, 'unreadable'],
    ['{}', { 'Content-Type': 'application/json; charset=latin1' }, 415, 'unreadable'],
    ['{}', { ...json, 'Content-Encoding': 'zstd' }, 415, 'unreadable'],
    [JSON.stringify({ email: 'x'.repeat(1_100_000) }), json, 413, 'too_large'],
    ['[]', json, 422, 'invalid'],
    ['{}', json, 422, 'invalid'],
    ['{"__proto__":{"email":"a@example.org"}}', json, 422, 'invalid'],
  ])('with body %j is refused', async (body, headers, status, reason) => {
    const reply = await send(body.slice(0, 1_100_100), headers);
    expect(await reply.json()).toMatchObject({ status, reason });
    expect(reply.status).toBe(status);
  });

  test('lists all that is wrong, each with its pointer and a sentence', async () => {
    const browser = await app.as(await buildPerson());
    const reply = await browser
      .post('/api/organisations')
      .send({ kind: 7, name: 'A', country: null, city: 'x'.repeat(81), 'a/b~': 1, bases: 'worker' })
      .expect(422);
    expect(reply.body.issues).toEqual([
      { pointer: '/kind', message: 'has to be one of: coop, client, both.' },
      { pointer: '/name', message: 'is needed' },
      { pointer: '/country', message: 'has to be text.' },
      { pointer: '/city', message: 'may have 80 characters at most' },
      { pointer: '/bases', message: 'has to be a list.' },
      { pointer: '/a~1b~0', message: 'is not known here. Remove it or check its spelling.' },
    ]);
  });

  test('from another site changes nothing', async () => {
    const browser = await app.as(await buildPerson());
    for (const origin of ['https://evil.example', 'null', 'http://localhost:3000.evil.example']) {
      const reply = await browser.patch('/api/me').set('Origin', origin).send({ name: 'Eve' }).expect(403);
      expect(reply.body.reason).toBe('wrong_origin');
    }
    await browser.patch('/api/me').set('Origin', app.config.APP_URL).send({ name: 'Ana' }).expect(200);
  });
});

describe('a request that is sent again', () => {
  const input = { kind: 'client', name: 'Replayed', country: 'FR' };

  test('with the same key gets the same answer for a day', async () => {
    const browser = await app.as(await buildPerson());
    const send = (body: object) =>
      browser.post('/api/organisations').set('Idempotency-Key', 'replay-0001').send(body);
    const first = await send(input).expect(201);
    expect((await send(input).expect(201)).body).toEqual(first.body);
    expect(JSON.stringify(await idempotency.find({}))).not.toContain('Replayed');
    expect((await send({ ...input, name: 'Other' }).expect(422)).body.reason).toBe('replay_differs');
    app.clock.advance(hours(24));
    expect((await send(input).expect(201)).body.id).not.toBe(first.body.id);
  });

  test('at the same moment is done once', async () => {
    const person = await buildPerson();
    const browser = await app.as(person);
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() =>
        browser
          .post('/api/organisations')
          .set('Idempotency-Key', 'at-once-0001')
          .send({ ...input, name: 'At once' }),
      ),
    );
    for (const reply of replies) expect([201, 409]).toContain(reply.status);
    expect(await organisations.count({ createdBy: person.id })).toBe(1);
  });

  test('may be tried again after it was refused, and after the one who worked on it died', async () => {
    const person = await buildPerson();
    const browser = await app.as(person);
    const send = (body: object) =>
      browser.post('/api/organisations').set('Idempotency-Key', 'again-00001').send(body);
    await send({ ...input, country: 'France' }).expect(422);
    await send(input).expect(201);
    const [row] = await idempotency.find({ key: `${person.id}:again-00001` });
    await idempotency.change({ id: row?.id ?? '' }, { set: { status: null, reply: null } });
    expect((await send(input).expect(409)).body.reason).toBe('still_running');
    app.clock.advance(seconds(61));
    await send(input).expect(201);
  });

  test("does not get somebody else's answer", async () => {
    const send = async () =>
      (await app.as(await buildPerson()))
        .post('/api/organisations')
        .set('Idempotency-Key', 'shared-key-1')
        .send(input);
    const [first, second] = [await send(), await send()];
    expect(second.body.id).not.toBe(first.body.id);
  });

  test('with a key that is none is refused', async () => {
    const browser = await app.as(await buildPerson());
    await browser.post('/api/organisations').set('Idempotency-Key', 'short').send(input).expect(400);
  });
});

describe('pages', () => {
  test('carry a strict content security policy and a nonce of their own', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/tenders/123', '/index.html']) {
      const reply = await app.visitor().get(path).set('Accept', 'text/html').expect(200);
      const policy = reply.headers['content-security-policy'] ?? '';
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      expect(reply.text).toContain(`content="${nonce}"`);
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(reply.headers['cache-control']).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('come with files that are compressed and kept for a year', async () => {
    const get = (encoding: string) =>
      app.visitor().get('/assets/main-abc123.js').set('Accept-Encoding', encoding).expect(200);
    for (const encoding of ['br', 'gzip']) {
      const reply = await get(`${encoding}, deflate`);
      expect(reply.headers['content-encoding']).toBe(encoding);
      expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(reply.headers['content-type']).toBe('text/javascript; charset=utf-8');
    }
    const plain = await get('identity');
    expect(plain.text).toBe(script);
    await app
      .visitor()
      .get('/assets/main-abc123.js')
      .set('If-None-Match', plain.headers['etag'] ?? '')
      .expect(304);
    await app.visitor().head('/assets/main-abc123.js').expect(200);
  });

  test.each([
    '/assets/gone.js',
    '/favicon.ico',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
  ])('do not answer for %s', async (path) => {
    const reply = await fetch(`${app.url}${path}`, { headers: { Accept: 'text/javascript' } });
    expect(reply.status).toBe(404);
  });

  test('are not what programs get that ask for JSON', async () => {
    await app.visitor().get('/tenders').set('Accept', 'application/json').expect(404);
  });

  test('have the headers that browsers want', async () => {
    const { headers } = await app.visitor().get('/').set('Accept', 'text/html').expect(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});

describe('every route', () => {
  test('has a place, an access, a summary and a policy of its own', () => {
    const places = allRoutes.map((route) => `${route.method} ${route.path}`);
    expect(new Set(places).size).toBe(places.length);
    for (const route of allRoutes) {
      expect(route.access).toBeDefined();
      expect(route.summary).toMatch(/^[A-Z].*[^.]$/);
    }
  });

  test('knows exactly the parameters that are in its path', () => {
    for (const route of allRoutes) {
      const named = Array.from(route.path.matchAll(/:(\w+)/g), ([, name]) => name);
      const { properties = {} } = z.toJSONSchema(route.params, { io: 'input', unrepresentable: 'any' });
      expect([route.path, new Set(Object.keys(properties))]).toEqual([route.path, new Set(named)]);
    }
  });

  test('refuses visitors unless it is public', async () => {
    const closed = allRoutes.filter((route) => route.access !== 'public');
    for (const { method, path } of closed) {
      const reply = await fetch(`${app.url}/api${path.replace(/:\w+/g, '0'.repeat(24))}`, { method });
      expect([`${method} ${path}`, reply.status]).toEqual([`${method} ${path}`, 401]);
      expect(await reply.json()).toMatchObject({ reason: 'needs_sign_in' });
    }
  });

  test('refuses people without an organisation where it needs one', async () => {
    const browser = await app.as(await buildPerson());
    const needing = allRoutes.filter((route) => typeof route.access === 'object');
    for (const { method, path } of needing) {
      const verb = method.toLowerCase();
      if (verb !== 'get' && verb !== 'post' && verb !== 'put' && verb !== 'patch' && verb !== 'delete')
        continue;
      const reply = await browser[verb](`/api${path.replace(/:\w+/g, '0'.repeat(24))}`);
      expect([path, reply.status, reply.body.reason]).toEqual([path, 403, 'needs_organisation']);
    }
  });

  test('refuses members that it does not know', async () => {
    const person = await buildPerson();
    const browser = await app.as(person);
    await mainNetwork();
    await networks.change({ isMain: true }, { set: { coordinatorIds: [person.id] } });
    const taking = allRoutes.filter((route) => route.method === 'POST' && typeof route.access !== 'object');
    for (const route of taking) {
      const body = { surprise: 1 };
      const reply = await browser.post(`/api${route.path.replace(/:\w+/g, '0'.repeat(24))}`).send(body);
      expect([route.path, reply.status]).toEqual([route.path, 422]);
      expect(reply.body.issues).not.toHaveLength(0);
    }
  });
});
