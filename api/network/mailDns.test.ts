import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '@cobid/platform/config.ts';
import { dkimRecord } from '@cobid/platform/dkimRecord.ts';
import { newDkimKey } from '@cobid/platform/newDkimKey.ts';
import { buildPerson } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { Agent, TestApp } from '@cobid/testing/harness.ts';
import { testDns } from '@cobid/testing/testDns.ts';
import { mailDns } from './mailDns.ts';

const key = newDkimKey('cobid-test');
const record = dkimRecord(key, 'cobid.example.org');
const settings = {
  OPERATOR_EMAILS: 'operator@example.org',
  MAIL_FROM: 'Cobid <cobid@cobid.example.org>',
  SMTP_URL: 'smtps://user:secret-password@mail.example.org:465',
  DKIM_KEYS: key.setting,
  INBOUND_DOMAIN: 'mail.cobid.example.org',
  INBOUND_URL: 'smtp://0.0.0.0:25',
};
const dns = testDns({
  'TXT mail.cobid.example.org': [['v=spf1 a:mail.example.org ~all'], ['something else']],
  // As the DNS cuts what is longer than 255 characters.
  [`TXT ${record.name}`]: [[record.value.slice(0, 200), record.value.slice(200)]],
  'TXT _dmarc.example.org': [['v=DMARC1; p=none; sp=reject']],
  'MX mail.cobid.example.org': [
    { exchange: 'backup.example.net', priority: 20 },
    { exchange: 'cobid.example.org', priority: 10 },
  ],
});

let app: TestApp;
let operator: Agent;
beforeAll(async () => {
  app = await startTestApp({ settings, resolver: dns });
  operator = await app.as(await buildPerson({ email: 'operator@example.org' }));
});
afterAll(() => app.stop());
afterEach(() => {
  dns.isAway = false;
});

const check = async () => (await operator.get('/api/network/mail-dns').expect(200)).body;

test('says of each record what is there and what should be', async () => {
  const body = await check();
  expect(body).toMatchObject({
    isLocal: false,
    sender: 'cobid.example.org',
    inbound: 'mail.cobid.example.org',
    records: [
      {
        kind: 'spf',
        name: 'mail.cobid.example.org',
        found: ['v=spf1 a:mail.example.org ~all'],
        wanted: 'v=spf1 a:mail.example.org mx ~all',
        state: 'ok',
      },
      { kind: 'dkim', name: record.name, found: [record.value], wanted: record.value, state: 'ok' },
      {
        kind: 'dmarc',
        name: '_dmarc.cobid.example.org',
        found: ['v=DMARC1; p=none; sp=reject'],
        state: 'ok',
      },
      {
        kind: 'mx',
        name: 'mail.cobid.example.org',
        found: ['cobid.example.org', 'backup.example.net'],
        wanted: `10 ${new URL(app.config.APP_URL).hostname}.`,
        state: 'ok',
      },
    ],
  });
  expect(JSON.stringify(body)).not.toContain('secret-password');
});

test('tells a DNS that does not answer from a record that is not there', async () => {
  dns.isAway = true;
  expect((await check()).records.map(({ state }: { state: string }) => state)).toEqual(
    Array.from({ length: 4 }, () => 'unknown'),
  );
});

const checkedWith = async (changed: Record<string, string>, found: Parameters<typeof testDns>[0] = {}) =>
  mailDns(readConfig({ ...process.env, ...settings, ...changed }), testDns(found), new Date());

test('misses what is not there', async () => {
  const { records } = await checkedWith({});
  expect(records.map(({ kind, state }) => `${kind}: ${state}`)).toEqual([
    'spf: missing',
    'dkim: missing',
    'dmarc: missing',
    'mx: missing',
  ]);
});

test('checks both domains where sign-in mails come from another, and both keys', async () => {
  const next = newDkimKey('cobid-next');
  const { records } = await checkedWith({
    INBOUND_DOMAIN: '',
    SIGN_IN_MAIL_FROM: 'sign-in@login.example.org',
    DKIM_KEYS: `${key.setting},${next.setting}`,
  });
  expect(records.map(({ name }) => name)).toEqual([
    'cobid.example.org',
    'login.example.org',
    'cobid-test._domainkey.cobid.example.org',
    'cobid-next._domainkey.cobid.example.org',
    'cobid-test._domainkey.login.example.org',
    'cobid-next._domainkey.login.example.org',
    '_dmarc.cobid.example.org',
    '_dmarc.login.example.org',
  ]);
});

test('has nothing to check where mail stays on this machine', async () => {
  const view = await checkedWith({ MAIL_FROM: 'Cobid <cobid@localhost>', INBOUND_DOMAIN: 'cobid.localhost' });
  expect(view).toMatchObject({ isLocal: true, records: [] });
});

test('is for coordinators and operators', async () => {
  await app.visitor().get('/api/network/mail-dns').expect(401);
  await (await app.as(await buildPerson())).get('/api/network/mail-dns').expect(403);
});
