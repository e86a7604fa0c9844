import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { seconds } from '@cobid/platform/clock.ts';
import { readConfig } from '@cobid/platform/config.ts';
import { dkimRecord } from '@cobid/platform/dkimRecord.ts';
import { readMailAddress } from '@cobid/platform/mailAddress.ts';
import type { DeliveryKind } from '@cobid/platform/mongo/models/delivery.ts';
import { newDkimKey } from '@cobid/platform/newDkimKey.ts';
import { startMailSink } from '@cobid/testing/mailSink.ts';
import type { MailSink } from '@cobid/testing/mailSink.ts';
import { createMailer } from './mailer.ts';
import type { Mail } from './renderMail.ts';

const key = newDkimKey('cobid-2026-11');
const mail: Mail = {
  subject: 'A fit for Marea: Façade, tram & bus',
  html: '<html lang="en"><body><h1>Façade</h1></body></html>',
  text: 'Façade\n\nA line.\n',
  lang: 'en',
  unsubscribe: { url: 'https://cobid.example.org/api/unsubscribe/abc', token: 'abc' },
};
const deliveryId = '0123456789abcdef01234567';

let sink: MailSink;
let signInSink: MailSink;
beforeAll(async () => {
  [sink, signInSink] = await Promise.all([startMailSink(), startMailSink()]);
});
afterEach(() => {
  sink.messages.length = 0;
});
afterAll(() => Promise.all([sink.stop(), signInSink.stop()]));

/** Sends one mail with these settings and returns it as it came. */
async function send(more: Record<string, string>, kind: DeliveryKind = 'opportunity', to = sink) {
  const config = readConfig({
    ...process.env,
    SMTP_URL: sink.url,
    MAIL_FROM: 'Cobid <cobid@mail.example.org>',
    ...more,
  });
  const mailer = createMailer(config, 1);
  const delivery = { id: deliveryId, key: `${kind}:t:1:p`, kind, email: 'ana@example.net' };
  const sent = await mailer.send({ delivery, mail }, seconds(10));
  mailer.close();
  expect(sent).toMatchObject({ ok: true });
  const message = to.messages.at(-1);
  if (message === undefined) throw new Error('nothing came');
  return { message, raw: to.rawOf(message), sender: to.senderOf(message), secret: config.COBID_SECRET };
}

/** A DNS that knows one record. */
const dnsWith = (record: { name: string; value: string }) => (name: string, type: string) =>
  type === 'TXT' && name === record.name
    ? Promise.resolve([[record.value]])
    : Promise.reject(Object.assign(new Error('not there'), { code: 'ENOTFOUND' }));

describe('a signed mail', () => {
  const resolver = dnsWith(dkimRecord(key, 'mail.example.org'));

  test('verifies, aligned with its sender, and the signature covers how to unsubscribe', async () => {
    const { raw } = await send({ DKIM_KEYS: key.setting });
    const { results } = await dkimVerify(raw, { resolver });
    expect(results.map(({ status, signingDomain }) => [status.result, signingDomain])).toEqual([
      ['pass', 'mail.example.org'],
    ]);
    const forged = raw
      .toString()
      .replace(
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        'List-Unsubscribe-Post: List-Unsubscribe=Other',
      );
    expect(forged).not.toBe(raw.toString());
    expect((await dkimVerify(forged, { resolver })).results[0]?.status.result).not.toBe('pass');
  });

  test('is signed by the first of two keys while the next is being made known', async () => {
    const next = newDkimKey('cobid-2026-12');
    const { raw } = await send({ DKIM_KEYS: `${key.setting},${next.setting}` });
    const { results } = await dkimVerify(raw, { resolver });
    expect(results.map(({ selector, status }) => [selector, status.result])).toEqual([
      ['cobid-2026-11', 'pass'],
    ]);
  });

  test('is not signed without a key', async () => {
    const { message } = await send({});
    expect(message.headers['dkim-signature']).toBeUndefined();
  });
});

describe('what comes back', () => {
  test('has addresses that lead to the mail', async () => {
    const { message, sender, secret } = await send({ INBOUND_DOMAIN: 'mail.example.org' });
    expect(readMailAddress(secret, sender)).toEqual({ use: 'bounce', deliveryId, item: 0 });
    const replyTo = /<(.+)>/.exec(message.headers['reply-to'] ?? '')?.[1] ?? '';
    expect(readMailAddress(secret, replyTo)).toEqual({ use: 'reply', deliveryId, item: 0 });
    const mailto = /<mailto:([^?>]+)\?/.exec(message.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(readMailAddress(secret, mailto)).toEqual({ use: 'unsubscribe', deliveryId, item: 0 });
    expect(new Set([sender, replyTo, mailto].map((address) => address.split('@')[1]))).toEqual(
      new Set(['mail.example.org']),
    );
  });

  test('comes to the sender where nothing else is set', async () => {
    const { message, sender } = await send({});
    expect(sender).toBe('cobid@mail.example.org');
    expect(message.headers['reply-to']).toBeUndefined();
    expect(message.headers['list-unsubscribe']).toContain(
      '<mailto:cobid@mail.example.org?subject=unsubscribe%20abc>',
    );
  });
});

test('the mails that people sign in with have a server and a sender of their own', async () => {
  const settings = { SIGN_IN_SMTP_URL: signInSink.url, SIGN_IN_MAIL_FROM: 'Cobid <in@login.example.org>' };
  const { message } = await send(settings, 'signIn', signInSink);
  expect(message.from).toBe('in@login.example.org');
  await send(settings);
  expect([sink.messages.length, signInSink.messages.length]).toEqual([1, 1]);
});
