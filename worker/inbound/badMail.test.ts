import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { minutes } from '@cobid/platform/clock.ts';
import { mailAddress } from '@cobid/platform/mailAddress.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { inboundMails } from '@cobid/platform/mongo/models/inboundMail.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import type { BidStage } from '@cobid/testing/bidStage.ts';
import { INBOUND_DOMAIN, startInboundPost } from '@cobid/testing/inboundPost.ts';
import type { InboundPost } from '@cobid/testing/inboundPost.ts';
import { startInboundStage } from '@cobid/testing/inboundStage.ts';
import type { InboundStage } from '@cobid/testing/inboundStage.ts';
import { sendWanted, takeInbound, tellOf } from '@cobid/testing/mailThread.ts';
import type { OpportunityMail } from '@cobid/testing/mailThread.ts';

/** What comes in and is not what it should be: refused, or kept and without effect; nobody is written to because of it. */
let inbound: InboundStage;
let app: InboundStage['app'];
let context: InboundStage['context'];
let post: InboundStage['post'];
let stage: BidStage;
let told: OpportunityMail;

beforeAll(async () => {
  inbound = await startInboundStage({ isDirect: true });
  ({ app, context, post } = inbound);
});
afterAll(() => inbound.stop());
beforeEach(async () => {
  stage = await inbound.begin();
  told = await tellOf(stage, stage.other, context);
  app.clock.advance(minutes(10));
});
afterEach(() => {
  post.dns.isAway = false;
});

const mine = (more: object = {}) => ({
  from: stage.other.person.email,
  to: told.replyTo,
  subject: 'Re',
  text: 'yes',
  ...more,
});
const answer = () => responses.findOne({ coopId: stage.other.organisation.id });
const kept = () => inboundMails.count({});
/** Mails that are wanted because of what came in. */
const wanted = () => deliveries.count({ state: 'wanted' });

describe('the door refuses', () => {
  test.each([
    [
      'a reply address that Cobid has not made',
      (to: string) => to.replace(/-[0-9a-f]{16}@/, '-0123456789abcdef@'),
    ],
    ['one of another mail', (to: string) => to.replace(/\+[0-9a-f]{24}/, '+0123456789abcdef01234567')],
    ['one of another item', (to: string) => to.replace(/-(?=[0-9a-f]{16}@)/, '.2-')],
    ['one for another use', (to: string) => to.replace('reply+', 'unsubscribe+')],
    ['another domain', () => 'someone@elsewhere.example'],
    ['an address that would be a database operator', () => `reply+{"$gt":""}@${INBOUND_DOMAIN}`],
  ])('%s, with 550', async (_, changed) => {
    const to = changed(told.replyTo);
    await expect(post.send({ ...mine(), to, envelope: { from: 'a@example.org', to } })).rejects.toThrow(
      /550|defined/,
    );
    expect(await kept()).toBe(0);
  });

  test('a mail that says it is longer than 25 MB, before it comes', async () => {
    const hello = ['EHLO x\r\n', `MAIL FROM:<a@example.org> SIZE=${26 * 1024 * 1024}\r\n`];
    expect((await speak(post.port, hello)).at(-1)).toMatch(/^552/);
  });

  test('a mail that turns out to be longer than 25 MB, and keeps nothing of it', async () => {
    const says = await speak(post.port, [
      'EHLO client.example.org\r\n',
      'MAIL FROM:<a@example.org>\r\n',
      `RCPT TO:<${told.replyTo}>\r\n`,
      'DATA\r\n',
      `Subject: long\r\n\r\n${`${'x'.repeat(76)}\r\n`.repeat(350_000)}.\r\n`,
    ]);
    expect(says.at(-1)).toMatch(/^552/);
    expect(await kept()).toBe(0);
  }, 60_000);

  test('more recipients than any mail of ours has, for now', async () => {
    const to = Array.from({ length: 11 }, (_, item) =>
      mailAddress(app.config.COBID_SECRET, 'reply', { deliveryId: told.delivery.id, item }, INBOUND_DOMAIN),
    );
    const rcpt = to.map((address) => `RCPT TO:<${address}>\r\n`);
    const says = await speak(post.port, ['EHLO x\r\n', 'MAIL FROM:<a@example.org>\r\n', ...rcpt]);
    expect(says.slice(2).map((line) => line.slice(0, 3))).toEqual([...Array(10).fill('250'), '452']);
    expect(await kept()).toBe(0);
  });

  test('what it cannot judge while the DNS is away, so that the sender keeps it', async () => {
    post.dns.isAway = true;
    await expect(post.send(mine())).rejects.toThrow(/451/);
    post.dns.isAway = false;
    await post.send(mine());
    await takeInbound(context);
    expect(await answer()).toMatchObject({ answer: 'yes' });
  });
});

describe('broken MIME', () => {
  const raws: [string, string][] = [
    ['no header at all', 'yes'],
    ['nothing', ''],
    ['a boundary that never comes', 'Content-Type: multipart/mixed; boundary=x\r\n\r\nyes'],
    ['a boundary that never ends', 'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nyes'],
    ['base64 that is none', 'Content-Transfer-Encoding: base64\r\n\r\n%%%%yes%%%%'],
    ['an unknown charset', 'Content-Type: text/plain; charset=klingon\r\n\r\nyes'],
    ['bytes that are no text', 'Content-Type: text/plain; charset=utf-8\r\n\r\n\u0000\uFFFFyes\u0000'],
    [
      'parts within parts within parts',
      Array.from(
        { length: 200 },
        (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
      ).join(''),
    ],
    ['a header without an end', `Subject: ${'x'.repeat(300_000)}`],
    [
      'a report that is none',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n::::\r\n--b--',
    ],
  ];
  test.each(raws)('%s is kept and does nothing by itself', async (_, raw) => {
    const envelope = { from: 'a@example.org', to: told.replyTo };
    await post.send({ envelope, raw }, { isSigned: false });
    const [mail] = await takeInbound(context);
    expect(mail?.state).toMatch(/held|done/);
    expect(await answer()).toBeNull();
  });
});

describe('a mail that a machine wrote is never answered', () => {
  test.each([
    ['out of office', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['an answer of Exchange', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
    ['a list', { headers: { 'List-Id': '<all.example.org>', Precedence: 'list' } }],
    ['our own, come round', { headers: { 'X-Cobid': 'opportunity' } }],
    ['a bounce', { envelope: { from: '', to: 'REPLY' } }],
    ['a robot', { envelope: { from: 'mailer-daemon@example.org', to: 'REPLY' } }],
  ])('%s', async (_, more: { headers?: Record<string, string>; envelope?: { from: string; to: string } }) => {
    const envelope = more.envelope === undefined ? {} : { envelope: { ...more.envelope, to: told.replyTo } };
    await post.send(mine({ text: 'What?', ...more, ...envelope }));
    const [mail] = await takeInbound(context);
    expect(mail).toMatchObject({ state: 'done', outcome: expect.stringContaining('Not read') });
    expect(await wanted()).toBe(0);
  });

  test('two that answer each other end after one mail', async () => {
    await post.send(mine({ text: 'What?' }));
    await takeInbound(context);
    const [back] = await sendWanted(context);
    expect(back?.headers['auto-submitted']).toBe('auto-generated');
    // Their program answers our mail as ours says that it should not.
    const to = /<([^<>]+)>/.exec(back?.headers['reply-to'] ?? '')?.[1] ?? '';
    await post.send(mine({ to, text: 'I am away', headers: { 'Auto-Submitted': 'auto-replied' } }));
    await takeInbound(context);
    expect(await wanted()).toBe(0);
  });
});

test('lines in what somebody writes make no header of a mail that tells of it', async () => {
  const evil = 'x\r\nBcc: everybody@example.net\r\nX-Evil: yes';
  await post.send(
    {
      envelope: { from: 'a@example.org', to: told.replyTo },
      raw: [
        `From: ${stage.other.person.email}`,
        `To: ${told.replyTo}`,
        `Subject: =?utf-8?B?${Buffer.from(evil).toString('base64')}?=`,
        '',
        `yes, if ${evil}`,
      ].join('\r\n'),
    },
    { isSigned: false },
  );
  await takeInbound(context);
  const mails = await sendWanted(context);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.to).toEqual([stage.other.person.email]);
  expect(mails[0]?.headers).not.toHaveProperty('bcc');
  expect(mails[0]?.headers).not.toHaveProperty('x-evil');
});

describe('by LMTP, behind a mail server on this machine', () => {
  const server = 'mail.cobid.example.org';
  let behind: InboundPost;
  beforeAll(async () => {
    behind = await startInboundPost(app, { protocol: 'lmtp', authservId: server, isDirect: true });
  });
  afterAll(() => behind.stop());
  const handOver = (results: string, more: object = {}) =>
    behind.send(mine({ headers: { 'Authentication-Results': results }, ...more }), { isSigned: false });

  test('its word on who wrote a mail counts', async () => {
    await handOver(`${server}; auth=pass smtp.auth=${stage.other.person.email}`);
    await takeInbound(context);
    expect(await answer()).toMatchObject({ answer: 'yes' });
  });

  test.each([
    ['says nothing', 'none'],
    ['vouches for somebody else', `${server}; auth=pass smtp.auth=other@example.org`],
    ['is another', `mail.example.net; auth=pass smtp.auth=ME`],
  ])('a mail is held where it %s', async (_, results) => {
    await handOver(results.replace('ME', stage.other.person.email));
    const [mail] = await takeInbound(context);
    expect(mail?.state).toBe('held');
    expect(await answer()).toBeNull();
  });

  test('an address that is not ours is refused, and the others of the mail are kept', async () => {
    const envelope = { from: 'a@example.org', to: [told.replyTo, `nobody@${INBOUND_DOMAIN}`] };
    await behind.send(mine({ envelope }), { isSigned: false });
    expect(await kept()).toBe(1);
  });
});

/** Speaks SMTP line by line; what the server says after each. */
async function speak(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const said: string[] = [];
  let pending = '';
  const heard = async () => {
    for (;;) {
      const end = /^\d{3} .*\r\n/m.exec(pending);
      if (end !== null) {
        const all = pending.slice(0, end.index + end[0].length);
        pending = pending.slice(all.length);
        return all;
      }
      const [chunk] = await once(socket, 'data', { signal: AbortSignal.timeout(20_000) });
      pending += String(chunk);
    }
  };
  await heard();
  for (const line of lines) {
    socket.write(line);
    said.push(await heard());
  }
  socket.destroy();
  return said;
}
