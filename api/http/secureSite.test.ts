import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { derivedToken } from '@cobid/platform/tokens.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ settings: { APP_URL: 'https://cobid.example.org', TRUST_PROXY: '1' } });
});
afterAll(() => app.stop());

test('behind https the session is in a cookie that only this host can set and read', async () => {
  await app.visitor().post('/api/sign-in').send({ email: 'ana@example.org' }).expect(202);
  const [delivery] = await deliveries.find({ email: 'ana@example.org' });
  const token = derivedToken(app.config.COBID_SECRET, 'sign-in-link', delivery?.refs.signInTokenId ?? '');
  const reply = await app.visitor().post('/api/sign-in/link').send({ token }).expect(200);
  const cookie = reply.headers['set-cookie']?.[0] ?? '';
  expect(cookie).toMatch(
    /^__Host-cobid=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const value = cookie.split(';')[0] ?? '';
  const me = await app.visitor().get('/api/me').set('Cookie', value).expect(200);
  expect(me.body.person.email).toBe('ana@example.org');
  const plain = await app
    .visitor()
    .get('/api/me')
    .set('Cookie', value.replace('__Host-cobid', 'cobid-session'));
  expect(plain.body.person).toBeNull();
});

test('behind https browsers are told to stay there', async () => {
  const { headers } = await app.visitor().get('/healthz').expect(200);
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
});
