import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { minutes } from '@cobid/platform/clock.ts';
import { mailAddress } from '@cobid/platform/mailAddress.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { invite, startBid } from '@cobid/testing/bidStage.ts';
import type { BidStage } from '@cobid/testing/bidStage.ts';
import { INBOUND_DOMAIN } from '@cobid/testing/inboundPost.ts';
import { startInboundStage } from '@cobid/testing/inboundStage.ts';
import type { InboundStage } from '@cobid/testing/inboundStage.ts';
import { addressesIn, sendWanted, takeInbound, tellOf } from '@cobid/testing/mailThread.ts';
import type { OpportunityMail } from '@cobid/testing/mailThread.ts';

/** Mails that are stopped by a mail: of one kind, about tenders, or all that one can be without. */
let inbound: InboundStage;
let app: InboundStage['app'];
let context: InboundStage['context'];
let post: InboundStage['post'];
let stage: BidStage;
let told: OpportunityMail;

beforeAll(async () => {
  inbound = await startInboundStage();
  ({ app, context, post } = inbound);
});
afterAll(() => inbound.stop());
beforeEach(async () => {
  stage = await inbound.begin();
  told = await tellOf(stage, stage.other, context);
  app.clock.advance(minutes(10));
});

/** A mail from anybody, without a signature. */
async function mailTo(to: string, more: object = {}) {
  await post.send(
    { from: 'x@example.net', to, subject: 'unsubscribe', text: '', ...more },
    { isSigned: false },
  );
  app.clock.advance(minutes(1));
  return (await takeInbound(context)).at(-1);
}
const stops = async () => (await suppressions.find({})).map(({ email, kind }) => `${kind} ${email}`);
const lines = (text = '') => text.replace(/\s+/g, ' ');

/** The lead is told that a seat was declined: a mail with a switch of its own. */
async function mailWithSwitch() {
  const { lead, researcher } = stage;
  const { id } = await invite(await startBid(stage), lead, researcher);
  await sendWanted(context);
  const no = { termsVersion: 1, reason: 'No time.' };
  await researcher.browser.post(`/api/invitations/${id}/decline`).send(no).expect(200);
  const mail = (await sendWanted(context)).find(({ to }) => to.includes(lead.person.email));
  if (mail === undefined) throw new Error('the mail did not come');
  return { mail, ...addressesIn(mail) };
}
const switchedOffByLead = async () =>
  (await mailSettings.findOne({ personId: stage.lead.person.id }))?.settings.switchedOff;

describe('a mail that asks to stop', () => {
  test('stops at once, whoever sends it, and the reader alone hears of it, once', async () => {
    const { email } = stage.other.person;
    for (let count = 0; count < 3; count++) {
      expect(await mailTo(told.unsubscribeTo)).toMatchObject({ outcome: 'Stopped: tenders.' });
    }
    expect(await stops()).toEqual([`opportunity ${email}`]);
    const [mail, ...others] = await sendWanted(context);
    expect(others).toEqual([]);
    expect(mail?.to).toEqual([email]);
    expect(mail?.subject).toBe('Stopped: mails about tenders');
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
    expect(mail?.headers['list-unsubscribe']).toBeUndefined();
    const link = mail?.links.find((each) => each.includes('/unsubscribe/')) ?? '';
    await app
      .visitor()
      .delete(`/api${new URL(link).pathname}`)
      .expect(200);
    expect(await stops()).toEqual([]);
  });

  test.each([
    ['in its subject', { subject: 'Unsubscribe from all' }],
    ['in its text', { text: 'Stop all mails, please' }],
    ['in Spanish', { text: 'Darme de baja de todos los correos' }],
  ])('stops all that one can be without where it says so %s', async (_, more) => {
    const { email } = stage.other.person;
    expect(await mailTo(told.unsubscribeTo, more)).toMatchObject({ outcome: 'Stopped: all.' });
    expect(await stops()).toEqual([`optional ${email}`]);
    expect((await sendWanted(context)).map(({ subject }) => subject)).toEqual([
      'Stopped: all mails that you can be without',
    ]);
    // What others wait for still comes.
    await invite(await startBid(stage), stage.lead, stage.other);
    expect((await sendWanted(context)).flatMap(({ to }) => to)).toContain(email);
  });

  test('of a program is acted on, and answered to nobody', async () => {
    await mailTo(told.unsubscribeTo, { headers: { 'Auto-Submitted': 'auto-replied' } });
    expect(await stops()).toHaveLength(1);
    expect(await deliveries.count({ kind: 'mailsStopped' })).toBe(0);
  });

  test('to the reply address counts from the reader alone', async () => {
    expect(await mailTo(told.replyTo, { text: 'stop all mails' })).toMatchObject({ state: 'held' });
    expect(await stops()).toEqual([]);
    const { email } = stage.other.person;
    await post.send({ from: email, to: told.replyTo, subject: 'Re', text: 'Stop all mails' });
    await takeInbound(context);
    expect(await stops()).toEqual([`optional ${email}`]);
  });

  test('to an address for a kind that the mail is not of, or that nobody was given, stops nothing', async () => {
    const address = (item: number) =>
      mailAddress(
        app.config.COBID_SECRET,
        'unsubscribe',
        { deliveryId: told.delivery.id, item },
        INBOUND_DOMAIN,
      );
    expect(await mailTo(address(1))).toMatchObject({ outcome: 'There is nothing to switch off.' });
    await expect(mailTo(address(1).replace('.1-', '.7-'))).rejects.toThrow(/550|defined/);
    await expect(mailTo(address(0).replace(/-[0-9a-f]{16}/, '-0123456789abcdef'))).rejects.toThrow(
      /550|defined/,
    );
    expect(await stops()).toEqual([]);
    expect(await sendWanted(context)).toEqual([]);
  });
});

describe('a mail with a switch', () => {
  test('is stopped by its address, and the confirmation names it', async () => {
    const { unsubscribeTo } = await mailWithSwitch();
    for (let count = 0; count < 2; count++) await mailTo(unsubscribeTo);
    expect(await switchedOffByLead()).toEqual(['seatAnswered']);
    const [mail, ...others] = await sendWanted(context);
    expect(others).toEqual([]);
    expect(lines(mail?.text)).toContain(
      'asked to stop mails of this kind (answers to seats that you offered). It holds at once.',
    );
  });

  test('is stopped by one click, without signing in, and by a reply that says so', async () => {
    const { mail, replyTo } = await mailWithSwitch();
    const [, url = ''] = /^<(https?:[^>]+)>/.exec(mail.headers['list-unsubscribe'] ?? '') ?? [];
    expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(lines(mail.text)).toContain('Stop mails of this kind:');
    const at = new URL(url).pathname;
    await app.visitor().post(at).type('form').send('List-Unsubscribe=One-Click').expect(200);
    expect(await switchedOffByLead()).toEqual(['seatAnswered']);
    await app.visitor().delete(at).expect(200);
    expect(await switchedOffByLead()).toEqual([]);
    await post.send({ from: stage.lead.person.email, to: replyTo, subject: 'Re', text: 'Unsubscribe' });
    await takeInbound(context);
    expect(await switchedOffByLead()).toEqual(['seatAnswered']);
    expect(await stops()).toEqual([]);
  });
});
