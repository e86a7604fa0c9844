import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { days, minutes } from '@cobid/platform/clock.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { inboundMails } from '@cobid/platform/mongo/models/inboundMail.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { recordAnswer, responses } from '@cobid/platform/mongo/models/response.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { suppressions } from '@cobid/platform/mongo/models/suppression.ts';
import { invite, startBid } from '@cobid/testing/bidStage.ts';
import type { BidStage } from '@cobid/testing/bidStage.ts';
import { startInboundStage } from '@cobid/testing/inboundStage.ts';
import type { InboundStage } from '@cobid/testing/inboundStage.ts';
import { addressesIn, sendWanted, takeInbound, tellOf } from '@cobid/testing/mailThread.ts';
import type { OpportunityMail } from '@cobid/testing/mailThread.ts';

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

const reply = (text: string, more: object = {}, isSigned = true) =>
  post.send(
    {
      from: stage.other.person.email,
      to: told.replyTo,
      subject: `Re: ${told.message.subject}`,
      text,
      ...more,
    },
    { isSigned },
  );
const twoSenders = () =>
  [
    'From: mallory@example.com',
    `From: ${stage.other.person.email}`,
    `To: ${told.replyTo}`,
    'Subject: Re',
    '',
    'yes',
    '',
  ].join('\r\n');
const answerOf = () => responses.findOne({ tenderId: stage.tender.id, coopId: stage.other.organisation.id });
/** The one mail that a reply brings about. */
async function whatComesBack() {
  const mails = await sendWanted(context);
  expect(mails).toHaveLength(1);
  return mails[0] ?? { subject: '', text: '', to: [], links: [], headers: {} };
}

describe('a reply to a mail about a tender', () => {
  test('is taken as an answer, with its condition, and confirmed', async () => {
    await reply('Yes, if we can start in March.\n\nBest regards\nOlga\n\nOn Mon, Cobid wrote:\n> no\n> no');
    const [mail] = await takeInbound(context);
    expect(mail).toMatchObject({ state: 'done', isAuthentic: true, outcome: 'Taken as an answer: yes_if.' });
    expect(await answerOf()).toMatchObject({
      answer: 'yes_if',
      condition: 'we can start in March',
      personId: stage.other.person.id,
      via: 'mail',
    });
    const back = await whatComesBack();
    expect(back.to).toEqual([stage.other.person.email]);
    expect(back.subject).toContain('Your answer: yes, if …');
    expect(back.text.replace(/\s+/g, ' ')).toContain('if: we can start in March');
    expect(back.text).toContain('> Yes, if we can start in March.');
    expect(back.links.some((link) => link.includes('/undo-reply/'))).toBe(true);
    const delivery = await deliveries.findById(told.delivery.id);
    expect(delivery?.feedback?.answeredAt).toEqual(app.clock());
  });

  test.each([
    ['yes', { answer: 'yes', seeksPartners: false }],
    ['Ahora no, en abril', { answer: 'not_now', until: '2038-04-01' }],
    ['Not now', { answer: 'not_now', until: '2037-12-23' }],
    ['Non, nous sommes débordés', { answer: 'no', reason: 'capacity', note: 'nous sommes débordés' }],
  ])('%j is %j', async (text, expected) => {
    await reply(text);
    await takeInbound(context);
    expect(await answerOf()).toMatchObject(expected);
  });

  test('lets others know that partners are looked for where it says so, and the confirmation says it', async () => {
    await reply('Sí, y buscamos con quién hacerlo');
    await takeInbound(context);
    expect(await answerOf()).toMatchObject({ answer: 'yes', seeksPartners: true });
    const back = await whatComesBack();
    expect(back.text.replace(/\s+/g, ' ')).toContain(
      'You look for partners: co-ops that could help hear it.',
    );
  });

  test('passes it on to a co-op of that name, which hears of it', async () => {
    await reply('Pass it to research co-op, they know users.');
    await takeInbound(context);
    expect(await answerOf()).toMatchObject({
      answer: 'pass_to',
      passedTo: stage.researcher.organisation.id,
    });
    const mails = await sendWanted(context);
    expect(mails.flatMap(({ to }) => to).toSorted()).toEqual(
      [stage.other.person.email, stage.researcher.person.email].toSorted(),
    );
  });

  test('that came as HTML only is understood, too', async () => {
    const html =
      '<div dir="ltr">Yes, we do<br></div><div class="gmail_quote"><div>On Mon</div><blockquote>no</blockquote></div>';
    await reply('', { text: undefined, html });
    await takeInbound(context);
    expect(await answerOf()).toMatchObject({ answer: 'yes' });
  });

  test.each([
    ['What is the budget?', 'did not understand it for sure'],
    ['', 'without a word of your own'],
    ['Pass it to Nobody At All', 'no co-op here that it can be passed on to'],
  ])('%j is not acted on, and its writer gets the links', async (text, sentence) => {
    await reply(text);
    const [mail] = await takeInbound(context);
    expect(mail?.state).toBe('done');
    expect(await answerOf()).toBeNull();
    const back = await whatComesBack();
    expect(back.text.replace(/\s+/g, ' ')).toContain(sentence);
    const answers = told.message.links.filter((link) => link.includes('/answer/'));
    expect(back.links.filter((link) => link.includes('/answer/'))).toEqual(answers);
  });

  test('after the deadline, by somebody who may not answer any more, or after a newer answer, changes nothing', async () => {
    await reply('yes');
    const key = { tenderId: stage.tender.id, coopId: stage.other.organisation.id };
    const given = {
      condition: null,
      until: null,
      passedTo: null,
      reason: 'dates',
      note: '',
      seeksPartners: false,
    };
    app.clock.advance(minutes(1));
    await recordAnswer(key, { ...given, answer: 'no', personId: 'p', via: 'web', at: app.clock() });
    await takeInbound(context);
    expect(await answerOf()).toMatchObject({ answer: 'no', via: 'web' });
    expect((await whatComesBack()).text).toContain('newer answer');

    await memberships.remove({ personId: stage.other.person.id });
    await reply('yes please');
    await takeInbound(context);
    expect((await whatComesBack()).text.replace(/\s+/g, ' ')).toContain('an answer binds your co-op');

    app.clock.advance(days(30));
    await reply('yes, we do');
    await takeInbound(context);
    expect(await answerOf()).toMatchObject({ answer: 'no', via: 'web' });
  });

  test('"stop" unsubscribes', async () => {
    await reply('Stop');
    await takeInbound(context);
    expect(await suppressions.findOne({ email: stage.other.person.email })).toMatchObject({
      kind: 'opportunity',
      cause: 'unsubscribed',
    });
  });

  test('worked on twice, or handed over twice, is one answer and one mail', async () => {
    await reply('yes', { messageId: '<one@example.org>' });
    await reply('yes', { messageId: '<one@example.org>' });
    const [mail, ...others] = await inboundMails.find({});
    expect(others).toEqual([]);
    await Promise.all([takeInbound(context), takeInbound(context)]);
    // As a crash before the last step leaves it behind.
    await inboundMails.change({ id: mail?.id ?? '' }, { set: { state: 'new', leaseUntil: app.clock() } });
    app.clock.advance(minutes(1));
    await takeInbound(context);
    expect((await answerOf())?.history).toHaveLength(1);
    await whatComesBack();
  });
});

describe('a reply that may be forged', () => {
  test.each([
    ['without DKIM or SPF', () => reply('yes', {}, false)],
    ['from another address', () => reply('yes', { from: 'mallory@example.org' })],
    ['from another domain', () => reply('yes', { from: 'other@example.net' })],
    ['signed for another domain than its From', () => reply('yes', { from: `x@example.com` })],
    [
      'addressed to somebody else',
      () => reply('yes', { to: 'ana@example.org', envelope: { from: 'ana@example.org', to: told.replyTo } }),
    ],
    ['with two senders', () => reply('', { text: undefined, raw: twoSenders() })],
  ])('%s is held, and only the person hears of it', async (_case, send) => {
    await send();
    const [mail] = await takeInbound(context);
    expect(mail).toMatchObject({ state: 'held', personId: stage.other.person.id });
    expect(await answerOf()).toBeNull();
    const back = await whatComesBack();
    expect(back.to).toEqual([stage.other.person.email]);
    expect(back.subject).toBe('Is this reply yours?');
  });

  test('brings one mail however often it comes', async () => {
    for (const text of ['yes', 'no', 'yes, now']) await reply(text, {}, false);
    await takeInbound(context);
    await whatComesBack();
  });

  test('acts once the person lets it through on their page, and nobody else can', async () => {
    await reply('yes', {}, false);
    const [held] = await takeInbound(context);
    const path = `/api/me/held-replies/${held?.id}/release`;
    expect((await stage.lead.browser.get('/api/me/held-replies').expect(200)).body.items).toEqual([]);
    await stage.lead.browser.post(path).expect(404);
    const { body } = await stage.other.browser.get('/api/me/held-replies').expect(200);
    expect(body.items).toMatchObject([{ from: stage.other.person.email, words: 'yes' }]);
    await stage.other.browser.post(path).expect(204);
    await stage.other.browser.post(path).expect(404);
    await takeInbound(context);
    expect(await answerOf()).toMatchObject({ answer: 'yes', via: 'mail' });
  });

  test('does nothing once it is thrown away', async () => {
    await reply('yes', {}, false);
    const [held] = await takeInbound(context);
    await stage.other.browser.post(`/api/me/held-replies/${held?.id}/discard`).expect(204);
    await takeInbound(context);
    expect(await answerOf()).toBeNull();
  });
});

describe('an answer by mail', () => {
  const undoPath = async () => {
    const back = await whatComesBack();
    const link = back.links.find((each) => each.includes('/undo-reply/')) ?? '';
    return `/api/reply-undos/${new URL(link).pathname.split('/').at(-1)}`;
  };

  test('can be taken back by its link, which does nothing when it is only opened', async () => {
    await reply('yes');
    await takeInbound(context);
    const path = await undoPath();
    for (let count = 0; count < 2; count++) {
      const { body } = await app.visitor().get(path).expect(200);
      expect(body).toMatchObject({ state: 'stands', answer: 'yes', words: 'yes' });
    }
    expect((await app.visitor().post(path).expect(200)).body).toMatchObject({ state: 'undone' });
    expect(await answerOf()).toBeNull();
    await app.visitor().post(path).expect(200);
    await app.visitor().get('/api/reply-undos/0123456789012345678901234567890').expect(404);
  });

  test('gives way to the one before it, and is not taken back where a newer one stands', async () => {
    await reply('no');
    await takeInbound(context);
    await sendWanted(context);
    app.clock.advance(minutes(1));
    await reply('yes, we do');
    await takeInbound(context);
    const path = await undoPath();
    await app.visitor().post(path).expect(200);
    expect(await answerOf()).toMatchObject({ answer: 'no', via: 'mail' });
    await app.visitor().post(path).expect(200);
    expect(await answerOf()).toMatchObject({ answer: 'no' });
  });
});

describe('a reply to the offer of a seat', () => {
  async function offered() {
    const bid = await startBid(stage);
    await sendWanted(context);
    await invite(bid, stage.lead, stage.researcher);
    const mail = (await sendWanted(context)).find(({ to }) => to.includes(stage.researcher.person.email));
    return addressesIn(mail ?? told.message).replyTo;
  }
  const write = (to: string, text: string) =>
    post.send({ from: stage.researcher.person.email, to, subject: 'Re', text });

  test('declines it, with the reason, and the lead hears of it', async () => {
    await write(await offered(), 'No, too busy until May.');
    await takeInbound(context);
    expect(await seatInvitations.findOne({})).toMatchObject({
      state: 'declined',
      declinedReason: 'too busy until May',
    });
    const subjects = (await sendWanted(context)).map(({ subject, to }) => [to[0], subject.slice(0, 23)]);
    expect(subjects.toSorted()).toEqual(
      [
        [stage.lead.person.email, 'Research Co-op declines'],
        [stage.researcher.person.email, 'Your answer: no to the '],
      ].toSorted(),
    );
  });

  test('does not take it: that needs the page with the terms', async () => {
    await write(await offered(), 'Yes, gladly!');
    await takeInbound(context);
    expect((await seatInvitations.findOne({}))?.state).toBe('sent');
    const back = await whatComesBack();
    expect(back.text.replace(/\s+/g, ' ')).toContain('binds your co-op');
    expect(back.links.some((link) => link.includes('/invitations/'))).toBe(true);
  });
});

test('a reply to a mail that cannot be answered says so', async () => {
  await reply('yes');
  await takeInbound(context);
  const confirmation = await whatComesBack();
  const { replyTo } = addressesIn({ ...told.message, ...confirmation });
  await post.send({ from: stage.other.person.email, to: replyTo, subject: 'Re', text: 'Thanks!' });
  await takeInbound(context);
  expect((await whatComesBack()).text.replace(/\s+/g, ' ')).toContain('cannot be answered by mail');
});
