import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { mailAddress } from '@cobid/platform/mailAddress.ts';
import { inboundMails } from '@cobid/platform/mongo/models/inboundMail.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { setBidStage } from '../bidStage.ts';
import type { BidStage } from '../bidStage.ts';
import { startTestApp, TEST_START } from '../harness.ts';
import { INBOUND_DOMAIN, startInboundPost } from '../inboundPost.ts';
import { sendWanted, tellOf } from '../mailThread.ts';
import type { OpportunityMail } from '../mailThread.ts';
import { startPostfix } from './startPostfix.ts';
import { startPostfixStage } from './postfixStage.ts';
import type { PostfixStage } from './postfixStage.ts';

describe.each(['smtp', 'lmtp'] as const)('a mail that postfix hands to Cobid by %s', (protocol) => {
  let postfix: PostfixStage;
  let stage: BidStage;
  let told: OpportunityMail;
  beforeAll(async () => {
    postfix = await startPostfixStage({ protocol });
  });
  afterAll(() => postfix.stop());
  beforeEach(async () => {
    const { app, context, sink } = postfix;
    await app.mongo.clear();
    app.clock.set(TEST_START);
    sink.messages.length = 0;
    stage = await setBidStage(app);
    told = await tellOf(stage, stage.other, context);
  });
  const comesIn = (outcome: RegExp) => postfix.comesIn({ deliveryId: told.delivery.id, outcome });
  const answer = () => responses.findOne({ coopId: stage.other.organisation.id });
  const mine = (more: object = {}) => ({
    from: stage.other.person.email,
    to: told.replyTo,
    subject: `Re: ${told.message.subject}`,
    text: 'Yes, if we can start in March.\n\n.\n> no\n',
    ...more,
  });

  test('is an answer, as its signature still verifies, and is confirmed', async () => {
    await postfix.post.send(mine());
    expect(await comesIn(/^Taken as an answer/)).toMatchObject({ state: 'done', isAuthentic: true });
    expect(await answer()).toMatchObject({ answer: 'yes_if', condition: 'we can start in March' });
    const [confirmation] = await sendWanted(postfix.context);
    expect(confirmation?.to).toEqual([stage.other.person.email]);
  });

  test('is understood in eight bits, with lines that begin with dots and are long', async () => {
    const raw = [
      `From: Ñandú <${stage.other.person.email}>`,
      `To: ${told.replyTo}`,
      'Subject: Re: Façade',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      'Message-ID: <eight-bits@example.org>',
      'Date: Mon, 23 Nov 2026 09:30:00 +0000',
      '',
      'Non, nous sommes débordés',
      '',
      '.',
      `..${'> é'.repeat(240)}`,
      '',
    ].join('\r\n');
    const envelope = { from: stage.other.person.email, to: told.replyTo };
    await postfix.post.send({ envelope, raw });
    expect(await comesIn(/^Taken as an answer/)).toMatchObject({ state: 'done', isAuthentic: true });
    expect(await answer()).toMatchObject({ answer: 'no', reason: 'capacity' });
  });

  test('is held without a signature, though it comes from this machine', async () => {
    await postfix.post.send(mine(), { isSigned: false });
    expect(await comesIn(/^Neither DKIM nor SPF/)).toMatchObject({ state: 'held', isAuthentic: false });
    expect(await answer()).toBeNull();
  });

  test('stops mails, also when it answers a mail in the same breath', async () => {
    await postfix.post.send(mine({ to: [told.unsubscribeTo, told.replyTo] }));
    expect(await comesIn(/^Taken as an answer/)).toMatchObject({ use: 'reply', state: 'done' });
    expect(await comesIn(/^Stopped: tenders/)).toMatchObject({ use: 'unsubscribe', state: 'done' });
    expect(await suppressions.count({ kind: 'opportunity' })).toBe(1);
    expect(await answer()).toMatchObject({ answer: 'yes_if' });
  });

  test('goes back to its sender where Cobid has no such address, and the others of it are kept', async () => {
    const envelope = { from: 'a@example.org', to: [told.replyTo, `nobody@${INBOUND_DOMAIN}`] };
    await expect(postfix.post.send(mine({ envelope }))).rejects.toThrow(
      /said: 550 5\.1\.1 There is no such address/,
    );
    expect(await inboundMails.count({})).toBe(1);
  });

  test('stays in the queue while Cobid cannot judge or keep it, and comes once', async () => {
    postfix.post.dns.isAway = true;
    await expect(postfix.post.send(mine())).rejects.toThrow(/status=deferred .*451 4\.7\.0/);
    expect(await inboundMails.count({})).toBe(0);
    postfix.post.dns.isAway = false;
    await comesIn(/^Taken as an answer/);
    expect(await answer()).toMatchObject({ answer: 'yes_if' });
    expect(await inboundMails.count({})).toBe(1);
  });
});

test('a postfix set up as the runbook says refuses at the door what Cobid would, and keeps the rest', async () => {
  const app = await startTestApp({ settings: { INBOUND_DOMAIN } });
  const post = await startInboundPost(app, { protocol: 'lmtp', isDirect: true });
  const postfix = await startPostfix({
    settings: {
      virtual_mailbox_domains: INBOUND_DOMAIN,
      virtual_mailbox_maps: '',
      virtual_transport: `lmtp:inet:127.0.0.1:${post.port}`,
      // To it we are a stranger.
      mynetworks: '192.0.2.0/24',
      smtpd_relay_restrictions: 'permit_mynetworks, defer_unauth_destination',
      smtpd_recipient_restrictions: 'permit_mynetworks, reject_unverified_recipient',
      unverified_recipient_reject_code: '550',
      recipient_delimiter: '+',
      address_verify_poll_delay: '1s',
    },
  });
  const transport = createTransport({ port: postfix.port, host: '127.0.0.1', ignoreTLS: true });
  const send = async (to: string) => {
    const { response } = await transport.sendMail({ from: 'a@example.org', to, subject: 'x', text: 'x' });
    await postfix.log.settled(/queued as (\w+)/.exec(response)?.[1] ?? '');
  };
  const { COBID_SECRET } = app.config;
  const deliveryId = '0123456789abcdef01234567';
  const [address, other] = [0, 1].map((item) =>
    mailAddress(COBID_SECRET, 'bounce', { deliveryId, item }, INBOUND_DOMAIN),
  );
  await expect(send('a@example.com')).rejects.toThrow(/Relay access denied/);
  await expect(send(`nobody+at-all@${INBOUND_DOMAIN}`)).rejects.toThrow(
    /550 .*There is no such address here/,
  );
  await send(address ?? '');
  await send(`postmaster@${INBOUND_DOMAIN}`);
  expect((await inboundMails.find({})).map(({ use }) => use).toSorted()).toEqual(['bounce', 'complaints']);
  // Nobody else can be bothered with bounces.
  expect((await postfix.log.lines()).filter((line) => line.includes('status=bounced'))).toEqual([]);
  await post.stop();
  await expect(send(other ?? '')).rejects.toThrow(/ 450 /);
  await postfix.stop();
  await app.stop();
});
