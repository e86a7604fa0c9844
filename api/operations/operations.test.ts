import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { allRoutes } from '../routes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ settings: { OPERATOR_EMAILS: 'op@example.org' } });
});
afterAll(() => app.stop());

describe('probes', () => {
  test('say that the process lives and that its stores answer', async () => {
    expect((await app.visitor().get('/healthz').expect(200)).body).toEqual({ status: 'ok' });
    expect((await app.visitor().get('/readyz').expect(200)).body).toEqual({
      status: 'ready',
      mongo: true,
      redis: true,
    });
  });

  test('count requests by route, never by address', async () => {
    await app.visitor().get(`/api/organisations/${'a'.repeat(24)}`);
    const reply = await app.visitor().get('/metrics').expect(200);
    expect(reply.text).toContain('route="/organisations/:organisationId"');
    expect(reply.text).not.toContain('a'.repeat(24));
    await app.visitor().get('/metrics').set('X-Forwarded-For', '203.0.113.7').expect(404);
  });
});

const referenceTo = (part: string) => ({ $ref: `#/components/schemas/${part}` });

describe('the documentation', () => {
  test('describes every route with its access, input and answers', async () => {
    const { body } = await app.visitor().get('/api/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.entries<Record<string, object>>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const declared = allRoutes.map((route) => `${route.method} /api${route.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(operations.toSorted()).toEqual(declared.toSorted());
    expect(body.paths['/api/organisations/{organisationId}'].patch).toMatchObject({
      operationId: 'patch_organisations_organisationId',
      security: [{ session: [] }],
      parameters: [
        { name: 'organisationId', in: 'path', required: true },
        { name: 'Cobid-Acting-For', in: 'header' },
      ],
      requestBody: { content: { 'application/json': { schema: referenceTo('OrganisationChangeInput') } } },
      responses: {
        200: { content: { 'application/json': { schema: referenceTo('OrganisationView') } } },
        default: { content: { 'application/problem+json': {} } },
      },
    });
    expect(body.components.schemas).toMatchObject({
      OrganisationChangeInput: { required: ['version'] },
      OrganisationView: { properties: { slug: { type: 'string' } } },
    });
    expect(body.components.schemas.Problem.required).toContain('reason');
    const referred = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(Object.keys(body.components.schemas)).toEqual(expect.arrayContaining(referred));
    expect(JSON.stringify(body)).not.toContain('$schema');
  });

  test('has a page whose scripts and styles are files of ours', async () => {
    const page = await app.visitor().get('/api/docs').expect(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const files = Array.from(page.text.matchAll(/(?:src|href)="([^"]+)"/g), ([, path]) => path ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) await app.visitor().get(file).expect(200);
    expect(page.text).not.toMatch(/<script(?![^>]*src)/);
  });
});

describe("the operators' page of queues", () => {
  test('shows what waits to operators, and to nobody else', async () => {
    await app.queues.nudge('matchTender', { tenderId: newId() });
    await app
      .visitor()
      .get('/operator/queues')
      .expect(302)
      .expect('Location', '/sign-in?next=%2Foperator%2Fqueues');
    await (await app.as(await buildPerson())).get('/operator/queues').expect(403);
    const operator = await app.as(await buildPerson({ email: 'op@example.org' }));
    const page = await operator.get('/operator/queues').expect(200);
    expect(page.text).toContain('Cobid queues');
    const queues = await operator.get('/operator/queues/api/queues').expect(200);
    expect(queues.body.queues.map((queue: { name: string }) => queue.name)).toEqual([
      'matching',
      'mail',
      'bulkMail',
      'clock',
      'pastWork',
    ]);
    await operator
      .put('/operator/queues/api/queues/mail/pause')
      .set('Origin', 'https://evil.example')
      .expect(403);
  });
});
