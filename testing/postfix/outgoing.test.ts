import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { hours, seconds } from '@cobid/platform/clock.ts';
import { readMailAddress } from '@cobid/platform/mailAddress.ts';
import { bounces } from '@cobid/platform/mongo/models/bounce.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { setBidStage } from '../bidStage.ts';
import type { BidStage } from '../bidStage.ts';
import { TEST_START } from '../harness.ts';
import { smtpRefusal, startMailSink } from '../mailSink.ts';
import type { MailSink } from '../mailSink.ts';
import { sendWanted, tellOf } from '../mailThread.ts';
import { DISK_FULL, NOBODY_THERE } from './configuration.ts';
import { startPostfixStage, tellAt } from './postfixStage.ts';
import type { PostfixStage } from './postfixStage.ts';

/** The server of another provider, to which postfix hands on. */
let provider: MailSink;
let postfix: PostfixStage;
let stage: BidStage;
beforeAll(async () => {
  provider = await startMailSink();
  const hop = `smtp:[127.0.0.1]:${new URL(provider.url).port}`;
  postfix = await startPostfixStage({ protocol: 'smtp', routes: { 'provider.example': hop }, lifetime: 8 });
});
afterAll(async () => {
  await postfix.stop();
  await provider.stop();
});
beforeEach(async () => {
  const { app, sink } = postfix;
  await app.mongo.clear();
  app.clock.set(TEST_START);
  sink.messages.length = 0;
  provider.messages.length = 0;
  provider.at(() => undefined);
  stage = await setBidStage(app);
});

/** What a receiver finds of signatures in the mail as it lies in the Maildir. */
async function signatures(of = postfix.sink.messages.at(-1)) {
  if (of === undefined) throw new Error('nothing came');
  const { results } = await dkimVerify(postfix.sink.wholeOf(of), { resolver: postfix.dns });
  return results.map(({ status, signingDomain }) => [status.result, signingDomain, status.aligned]);
}
const verified = [['pass', 'cobid.example.org', 'cobid.example.org']];

describe('a mail in the Maildir', () => {
  test('lets somebody sign in, and its signature verifies', async () => {
    await postfix.app.visitor().post('/api/sign-in').send({ email: 'neu@example.org' }).expect(202);
    const [mail] = await sendWanted(postfix.context);
    expect(mail?.to).toEqual(['neu@example.org']);
    expect(mail?.text).toMatch(/^ {4}\d{6}$/m);
    expect(await signatures()).toEqual(verified);
  });

  test('came encrypted, though nobody has signed the certificate of a server on this machine', async () => {
    const { message } = await tellOf(stage, stage.other, postfix.context);
    expect(postfix.sink.wholeOf(message).toString()).toMatch(/\(using TLSv1\.3 /);
  });

  test('tells of a tender, can be stopped with one click, and names the address that it comes back to', async () => {
    const { message, bounceTo, delivery } = await tellOf(stage, stage.other, postfix.context);
    expect(message.headers['list-unsubscribe']).toMatch(/^<https?:[^>]+>, <mailto:unsubscribe\+[^>]+>$/);
    expect(message.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const { COBID_SECRET } = postfix.app.config;
    expect(readMailAddress(COBID_SECRET, bounceTo)).toEqual({
      use: 'bounce',
      deliveryId: delivery.id,
      item: 0,
    });
    expect(await signatures()).toEqual(verified);
  });

  test('is what was sent, to the last letter, and has the same Message-ID when it is sent again', async () => {
    const words = [
      '.',
      '..',
      '.a line that begins with a dot',
      'From here on: not a new mail',
      'spaces at the end   ',
      '\ta tab, = and =3D, and a lone é',
      '漢字 · 🚲 · Ñandú · — · «Œuvre»',
      'x'.repeat(5_000),
      '漢'.repeat(2_000),
      '',
      '--',
      'the end',
    ];
    const text = words.join('\n');
    const html = `<html lang="en"><body>${words.map((line) => `<p>${line}</p>`).join('')}</body></html>`;
    const mail = { subject: `«Ñandú» 🚲${' wörter'.repeat(18)}`, text, html, lang: 'en' as const };
    const letter = {
      delivery: {
        id: '0123456789abcdef01234567',
        key: 'k',
        kind: 'opportunity' as const,
        email: 'a@example.org',
      },
      mail: { ...mail, unsubscribe: { url: 'https://cobid.example.org/u/abc', token: 'abc' } },
    };
    for (const _ of ['once', 'again']) {
      expect(await postfix.context.mailer.send(letter, seconds(10))).toMatchObject({ ok: true });
      const message = postfix.sink.messages.at(-1);
      expect(message?.text.trimEnd()).toBe(text);
      expect(message?.html.trimEnd()).toBe(html);
      expect(message?.subject).toBe(mail.subject);
      expect(await signatures()).toEqual(verified);
    }
    expect(new Set(postfix.sink.messages.map(({ messageId }) => messageId)).size).toBe(1);
    expect(postfix.sink.messages).toHaveLength(2);
    const raw = postfix.sink.messages.map((message) => postfix.sink.rawOf(message).toString('latin1'));
    for (const line of raw.join('').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });
});

describe('a bounce that postfix writes', () => {
  test('because nobody is there stops all mail to the address at once', async () => {
    const email = `olga@${NOBODY_THERE}`;
    const delivery = await tellAt(email, stage, stage.other, postfix.context);
    expect(delivery.state).toBe('sent');
    const bounce = await postfix.comesIn({ deliveryId: delivery.id, outcome: /^A hard bounce/ });
    expect(bounce).toMatchObject({ state: 'done', use: 'bounce' });
    expect(await suppressions.findOne({ email })).toMatchObject({ kind: 'all' });
    expect((await bounces.findOne({ email }))?.words).toBe('5.1.1 X-Postfix; unknown user: "[address]"');
    expect((await deliveries.findById(delivery.id))?.feedback?.bounce).toBe('hard');
  });

  test('because a disk is full tells of the delay, then comes back, and has the next mail wait', async () => {
    const email = `olga@${DISK_FULL}`;
    const { id: deliveryId } = await tellAt(email, stage, stage.other, postfix.context);
    await postfix.comesIn({ deliveryId, outcome: /^It is delayed/ });
    expect(await suppressions.count({})).toBe(0);
    await postfix.comesIn({ deliveryId, outcome: /^A soft bounce/ });
    expect(await bounces.findOne({ email })).toMatchObject({ kind: 'soft' });
    const soft = await suppressions.findOne({ email, kind: 'soft' });
    expect((soft?.until?.getTime() ?? 0) - postfix.app.clock().getTime()).toBe(hours(1));
    expect(await suppressions.count({ kind: 'all' })).toBe(0);
  });

  test.each([
    ['hard', 550, '5.1.1 No such mailbox'],
    ['hard', 550, '5.2.1 The mailbox is closed'],
    ['hard', 550, 'No such user here'],
    ['soft', 552, '5.2.2 The mailbox is full'],
    ['soft', 550, '5.7.1 We do not like your mail'],
  ] as const)('that another provider made it write is %s: %d %s', async (kind, code, words) => {
    const email = 'olga@provider.example';
    provider.at((step) => {
      if (step === 'rcpt') throw smtpRefusal(code, words);
    });
    const { id: deliveryId } = await tellAt(email, stage, stage.other, postfix.context);
    await postfix.comesIn({ deliveryId, outcome: kind === 'hard' ? /^A hard bounce/ : /^A soft bounce/ });
    expect(await bounces.findOne({ email })).toMatchObject({ kind });
    expect(await suppressions.count({ email, kind: 'all' })).toBe(kind === 'hard' ? 1 : 0);
    expect((await bounces.findOne({ email }))?.words).not.toContain(email);
  });
});
