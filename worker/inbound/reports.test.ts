import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { days, hours, minutes } from '@cobid/platform/clock.ts';
import { recordBounce } from '@cobid/platform/mailFeedback/recordBounce.ts';
import { bounces } from '@cobid/platform/mongo/models/bounce.ts';
import { deliveries, wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { tellings } from '@cobid/platform/mongo/models/telling.ts';
import type { BidStage } from '@cobid/testing/bidStage.ts';
import { INBOUND_DOMAIN } from '@cobid/testing/inboundPost.ts';
import { startInboundStage } from '@cobid/testing/inboundStage.ts';
import type { InboundStage } from '@cobid/testing/inboundStage.ts';
import { smtpRefusal } from '@cobid/testing/mailSink.ts';
import { takeInbound, tellOf } from '@cobid/testing/mailThread.ts';
import type { OpportunityMail } from '@cobid/testing/mailThread.ts';
import { sendDelivery } from '../jobs/sendDelivery.ts';

let inbound: InboundStage;
let app: InboundStage['app'];
let context: InboundStage['context'];
let post: InboundStage['post'];
let stage: BidStage;
let told: OpportunityMail;
let email: string;

beforeAll(async () => {
  inbound = await startInboundStage();
  ({ app, context, post } = inbound);
});
afterAll(() => inbound.stop());
beforeEach(async () => {
  stage = await inbound.begin();
  email = stage.other.person.email;
  told = await tellOf(stage, stage.other, context);
});

/** A report as a mail server writes it: a text, the machine-readable part, and the headers of the mail. */
const report = (to: string, reportType: string, partType: string, fields: string[]) =>
  post.send(
    {
      envelope: { from: '', to },
      raw: [
        'From: MAILER-DAEMON@mx.example.net',
        `To: ${to}`,
        'Subject: Undelivered Mail Returned to Sender',
        `Content-Type: multipart/report; report-type=${reportType}; boundary="b"`,
        `Message-ID: <${randomUUID()}@mx.example.net>`,
        'MIME-Version: 1.0',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'This is the mail system at host mx.example.net.',
        '--b',
        `Content-Type: ${partType}`,
        '',
        ...fields,
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        'Subject: A fit',
        '--b--',
        '',
      ].join('\r\n'),
    },
    { isSigned: false },
  );
const bounce = (status: string, action = 'failed', to = told.bounceTo) =>
  report(to, 'delivery-status', 'message/delivery-status', [
    'Reporting-MTA: dns; mx.example.net',
    '',
    `Final-Recipient: rfc822; ${email}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} <${email}> is not here`,
  ]);

describe('a mail that comes back', () => {
  test('because there is no such mailbox stops all mail to it at once', async () => {
    await bounce('5.1.1');
    const [mail] = await takeInbound(context);
    expect(mail).toMatchObject({ state: 'done', use: 'bounce' });
    expect(await suppressions.findOne({ email })).toMatchObject({ kind: 'all' });
    expect((await deliveries.findById(told.delivery.id))?.feedback?.bounce).toBe('hard');
    expect((await bounces.findOne({ email }))?.words).toBe('5.1.1 smtp; 550 5.1.1 <[address]> is not here');
  });

  test('because the mailbox is full has the next one wait, ever longer, and stops after five in 14 days', async () => {
    for (const [index, wait] of [1, 4, 16, 64].entries()) {
      await bounce('5.2.2');
      await takeInbound(context);
      expect(await bounces.count({})).toBe(index + 1);
      const soft = await suppressions.findOne({ email, kind: 'soft' });
      expect((soft?.until?.getTime() ?? 0) - app.clock().getTime()).toBe(hours(wait));
      expect(await suppressions.count({ email, kind: 'all' })).toBe(0);
      app.clock.advance(days(2));
    }
    await bounce('4.4.1');
    await takeInbound(context);
    expect(await suppressions.findOne({ email, kind: 'all' })).toMatchObject({
      cause: '5 soft bounces in 14 days',
    });
  });

  test('softly, now and then, stops nothing', async () => {
    for (let count = 0; count < 8; count++) {
      await bounce('4.2.2');
      await takeInbound(context);
      app.clock.advance(days(4));
    }
    expect(await suppressions.count({ email, kind: 'all' })).toBe(0);
  });

  test('later, or not at all, changes nothing', async () => {
    await bounce('4.4.1', 'delayed');
    await bounce('2.0.0', 'delivered');
    await takeInbound(context);
    expect(await suppressions.count({})).toBe(0);
    expect(await bounces.count({})).toBe(0);
  });

  test('has mails to the address wait without using up an attempt', async () => {
    await recordBounce({
      key: 'k',
      email,
      kind: 'soft',
      deliveryId: told.delivery.id,
      at: app.clock(),
      words: '',
    });
    const { personId, refs } = told.delivery;
    await tellings.remove({}); // as if nobody had heard of it
    const [id = ''] = await wantDeliveries(
      [{ key: 'another', kind: 'opportunity', personId, email, refs }],
      app.clock(),
    );
    await sendDelivery({ deliveryId: id }, context);
    expect(await deliveries.findById(id)).toMatchObject({
      state: 'wanted',
      attempts: 0,
      leaseUntil: new Date(app.clock().getTime() + hours(1)),
    });
    app.clock.advance(minutes(61));
    await sendDelivery({ deliveryId: id }, context);
    expect(await deliveries.findById(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('at the door, refused for good, counts as well', async () => {
    context.sink.at((step) => {
      if (step === 'rcpt') throw smtpRefusal(552, '5.2.2 Mailbox full');
    });
    await tellings.remove({}); // as if nobody had heard of it
    const [id = ''] = await wantDeliveries(
      [
        {
          key: 'full',
          kind: 'opportunity',
          personId: stage.other.person.id,
          email,
          refs: told.delivery.refs,
        },
      ],
      app.clock(),
    );
    await sendDelivery({ deliveryId: id }, context);
    expect(await bounces.findOne({ email })).toMatchObject({ kind: 'soft', deliveryId: id });
  });
});

describe('a complaint', () => {
  const arf = (to: string, mailFrom: string, type = 'abuse') =>
    report(to, 'feedback-report', 'message/feedback-report', [
      `Feedback-Type: ${type}`,
      'User-Agent: Provider/1.0',
      'Version: 1',
      `Original-Mail-From: <${mailFrom}>`,
      `Original-Rcpt-To: <${email}>`,
    ]);

  test('stops all mail to the address, wherever it comes in', async () => {
    await arf(`abuse@${INBOUND_DOMAIN}`, told.bounceTo);
    await takeInbound(context);
    expect(await suppressions.findOne({ email })).toMatchObject({ kind: 'all', cause: 'complaint' });
    expect((await deliveries.findById(told.delivery.id))?.feedback?.complainedAt).toEqual(app.clock());
  });

  test('that names an address that Cobid has not made stops nothing', async () => {
    await arf(`abuse@${INBOUND_DOMAIN}`, `bounce+${told.delivery.id}-0123456789abcdef@${INBOUND_DOMAIN}`);
    await arf(`abuse@${INBOUND_DOMAIN}`, email);
    await takeInbound(context);
    expect(await suppressions.count({})).toBe(0);
  });

  test('by a person in plain words waits for a person', async () => {
    await post.send({ from: 'x@example.org', to: `abuse@${INBOUND_DOMAIN}`, text: 'You send me spam' });
    const [mail] = await takeInbound(context);
    expect(mail?.state).toBe('held');
  });
});

test('a mail to the address that unsubscribes acts at once, whoever sends it', async () => {
  await post.send(
    { from: 'x@example.com', to: told.unsubscribeTo, subject: 'unsubscribe' },
    { isSigned: false },
  );
  await takeInbound(context);
  expect(await suppressions.findOne({ email })).toMatchObject({ kind: 'opportunity', cause: 'unsubscribed' });
});
