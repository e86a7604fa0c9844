import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ leniency: 1 });
});
afterAll(() => app.stop());

const ask = (email: string) => app.visitor().post('/api/sign-in').send({ email });

test('a mailbox gets five sign-in mails in a quarter of an hour', async () => {
  for (let count = 0; count < 5; count++) await ask('much@example.org').expect(202);
  const reply = await ask('Much@Example.org').expect(429);
  expect(reply.body.reason).toBe('too_many');
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
  await ask('other@example.org').expect(202);
});

test('an address asks for thirty, whatever the mailboxes', async () => {
  // Seven were asked for above.
  for (let count = 0; count < 23; count++) await ask(`reader${count}@example.org`).expect(202);
  await ask('last@example.org').expect(429);
});
