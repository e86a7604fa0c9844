import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Message } from '@cobid/embedded/inbox/message.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { minutes } from '@cobid/platform/clock.ts';
import { wantDeliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { invite, startBid } from '@cobid/testing/bidStage.ts';
import type { BidStage } from '@cobid/testing/bidStage.ts';
import { buildMailSettings, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startInboundStage } from '@cobid/testing/inboundStage.ts';
import type { InboundStage } from '@cobid/testing/inboundStage.ts';
import { addressesIn, sendWanted, takeInbound, tellOf } from '@cobid/testing/mailThread.ts';

/** Answers by one tap: the mail that a link begins, as a mail program sends it, through the door and to the answer. */
let inbound: InboundStage;
let app: InboundStage['app'];
let context: InboundStage['context'];
let post: InboundStage['post'];
let stage: BidStage;

beforeAll(async () => {
  inbound = await startInboundStage();
  ({ app, context, post } = inbound);
});
afterAll(() => inbound.stop());
beforeEach(async () => {
  stage = await inbound.begin();
});

/** The mails that the links of a mail begin, in their order. */
const begunBy = ({ html }: Message) =>
  [...html.matchAll(/href="mailto:([^"]+)"/g)].map(([, href = '']) => {
    const url = new URL(`mailto:${href.replaceAll('&amp;', '&')}`);
    const of = (name: string) => url.searchParams.get(name) ?? '';
    return { to: url.pathname, subject: of('subject'), text: of('body') };
  });
type Begun = ReturnType<typeof begunBy>[number];
const sendOff = async (begun: Begun | undefined, more = '') => {
  if (begun === undefined) throw new Error('there is no such link');
  await post.send({ from: stage.other.person.email, ...begun, text: `${begun.text}${more}` });
  app.clock.advance(minutes(1));
  return takeInbound(context);
};
const answerTo = (tenderId = stage.tender.id) =>
  responses.findOne({ tenderId, coopId: stage.other.organisation.id });

describe.each(['en', 'es', 'fr'] as const)('the links that answer by mail, in %s', (language) => {
  const begun = async () => {
    await people.change({ id: stage.other.person.id }, { set: { language } });
    return begunBy((await tellOf(stage, stage.other, context)).message);
  };

  test.each([
    [0, '', { answer: 'yes' }],
    [1, 'A', { answer: 'yes_if', condition: 'A' }],
    [2, '', { answer: 'not_now' }],
    [3, 'Research Co-op', { answer: 'pass_to' }],
    [4, '', { answer: 'no' }],
  ])('number %i, with %j added, is understood', async (at, added, expected) => {
    const mails = await begun();
    expect(mails).toHaveLength(5);
    expect(mails[at]?.subject).toBe(`Re: ${stage.tender.content.title}`);
    await sendOff(mails[at], added);
    expect(await answerTo()).toMatchObject({ ...expected, via: 'mail' });
  });

  test('do nothing where what has to be added is missing', async () => {
    const mails = await begun();
    await sendOff(mails[1]);
    await sendOff(mails[3]);
    expect(await answerTo()).toBeNull();
  });
});

/** Sends the other co-op a digest of so many tenders; their mail. */
async function digestOf(count: number): Promise<Message> {
  const { organisation, person } = stage.other;
  const match = await matches.findOne({ tenderId: stage.tender.id, coopId: organisation.id });
  if (match === null) throw new Error('there is no match');
  for (let more = 1; more < count; more++) {
    const content = { ...completeTender, ...stage.tender.content, title: `Tender number ${more + 1}` };
    const { id: tenderId } = await buildTender({ clientId: stage.client.organisation.id, content });
    const { id: _id, ...copy } = match;
    await matches.insert({ ...copy, tenderId });
  }
  await buildMailSettings(person, { ...usualSettings, deliveryDays: [1, 2, 3, 4, 5, 6, 7] });
  const refs = { networkId: (await mainNetwork()).id };
  const { id: personId, email } = person;
  await wantDeliveries([{ key: `d:${personId}`, kind: 'digest', personId, email, refs }], app.clock());
  const [mail] = await sendWanted(context);
  if (mail === undefined) throw new Error('the digest did not come');
  return mail;
}

describe('in a digest', () => {
  test('each tender has answers of its own', async () => {
    const mail = await digestOf(3);
    const begun = begunBy(mail);
    expect(begun).toHaveLength(9);
    expect(new Set(begun.map(({ to }) => to)).size).toBe(3);
    const [title = ''] = begun[8]?.subject.match(/(?<=^Re: ).*/) ?? [];
    await sendOff(begun[8]);
    const all = await responses.find({ coopId: stage.other.organisation.id });
    expect(all).toMatchObject([{ answer: 'no', via: 'mail' }]);
    const tender = await app.visitor().get(`/api/tenders/${all[0]?.tenderId}`).expect(200);
    expect(tender.body.title ?? tender.body.content?.title).toBe(title);
  });

  test('a reply that names none counts where there is only one', async () => {
    const { replyTo } = addressesIn(await digestOf(1));
    await sendOff({ to: replyTo, subject: 'Re', text: 'Yes, we do' });
    expect(await answerTo()).toMatchObject({ answer: 'yes' });
  });

  test('a reply that names none of several is not guessed', async () => {
    const { replyTo } = addressesIn(await digestOf(2));
    await sendOff({ to: replyTo, subject: 'Re', text: 'Yes, we do' });
    expect(await answerTo()).toBeNull();
    expect((await sendWanted(context))[0]?.text.replace(/\s+/g, ' ')).toContain(
      'does not say which one you mean',
    );
  });

  test('what is not understood comes back with the links for that tender', async () => {
    const [first] = begunBy(await digestOf(2));
    await sendOff({ to: first?.to ?? '', subject: 'Re', text: 'How long would it take?' });
    const [back] = await sendWanted(context);
    const link = back?.links.find((each) => each.includes('/answer/')) ?? '';
    const token = new URL(link).pathname.split('/').at(-1);
    await app.visitor().get(`/api/answers/${token}`).expect(200);
  });
});

describe('a mail that has a switch of its own', () => {
  const settingsOfLead = async () =>
    (await mailSettings.findOne({ personId: stage.lead.person.id }))?.settings.switchedOff;

  test('is switched off by a mail to its address, at once, and no other is', async () => {
    const bid = await startBid(stage);
    const invitation = await invite(bid, stage.lead, stage.researcher);
    await sendWanted(context);
    const no = { termsVersion: 1, reason: 'No time.' };
    await stage.researcher.browser.post(`/api/invitations/${invitation.id}/decline`).send(no).expect(200);
    const mail = (await sendWanted(context)).find(({ to }) => to.includes(stage.lead.person.email));
    const { unsubscribeTo } = addressesIn(mail ?? { headers: {} });
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    for (let count = 0; count < 2; count++) {
      await post.send(
        { from: 'x@example.net', to: unsubscribeTo, subject: 'unsubscribe' },
        { isSigned: false },
      );
      await takeInbound(context);
      expect(await settingsOfLead()).toEqual(['seatAnswered']);
    }
  });

  test('says so in its header only where there is a switch', async () => {
    const bid = await startBid(stage);
    await invite(bid, stage.lead, stage.researcher);
    const offer = (await sendWanted(context)).find(({ to }) => to.includes(stage.researcher.person.email));
    expect(offer?.subject).toContain('would like to bid with you');
    expect(offer?.headers['list-unsubscribe']).toBeUndefined();
  });
});
