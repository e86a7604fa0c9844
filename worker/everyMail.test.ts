import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Message } from '@cobid/embedded/inbox/message.ts';
import { after, hours, seconds } from '@cobid/platform/clock.ts';
import { deliveries, deliveryKinds } from '@cobid/platform/mongo/models/delivery.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import {
  expectReply,
  freeze,
  invite,
  profileWith,
  researchTerms,
  seeBid,
  setBidStage,
  sign,
  startBid,
  submittedBid,
  writtenBid,
} from '@cobid/testing/bidStage.ts';
import type { BidStage, Player } from '@cobid/testing/bidStage.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { linkIn } from '@cobid/testing/mailbox.ts';
import { closeLinkBrowser, openLinks } from '@cobid/testing/openLinks.ts';
import { closeTender } from './jobs/closeTender.ts';
import { expireInvitation } from './jobs/expireInvitation.ts';
import { sendDelivery } from './jobs/sendDelivery.ts';

/** Every mail, wanted by the API over HTTP and read as it came: each kind is met at least once. */
let app: TestApp;
let context: TestContext;
let stage: BidStage;
const met = new Set<string>();

beforeAll(async () => {
  app = await startTestApp();
  context = await startJobContext(app);
});
afterAll(async () => {
  await closeLinkBrowser();
  await context.stop();
  await app.stop();
});
beforeEach(async () => {
  await app.mongo.clear();
  app.clock.set(TEST_START);
  context.sink.messages.length = 0;
  stage = await setBidStage(app);
});

/** Sends what is wanted and returns what came of it; scanners open all its links first. */
async function deliver(): Promise<Message[]> {
  const before = context.sink.messages.length;
  for (const { id, kind } of await deliveries.find({ state: 'wanted' })) {
    await sendDelivery({ deliveryId: id }, context);
    const after = await deliveries.findById(id);
    if (after?.state === 'wanted') throw new Error(`${kind} could not be sent: ${after.lastError}`);
    if (after?.state === 'sent') met.add(kind);
  }
  const mails = context.sink.messages.slice(before);
  await openLinks(context.url, mails);
  return mails;
}

const mailTo = ({ person }: Player, mails: readonly Message[]): Message => {
  const mail = mails.find(({ to }) => to.includes(person.email));
  if (mail === undefined) throw new Error(`nothing came for ${person.email}`);
  return mail;
};
const words = ({ text }: Message) => text.replace(/^> ?/gm, '').replace(/\s+/g, ' ');
const post = async (player: Player, path: string, body: object = {}) =>
  expectReply(await player.browser.post(path).send(body), 200);
const TITLE = 'A booking site for shared bikes';

describe('mails about coming in', () => {
  test('sign-in: the link and the code work', async () => {
    await app.visitor().post('/api/sign-in').send({ email: 'neu@example.org' }).expect(202);
    const [mail] = await deliver();
    const token = new URL(linkIn(mail ?? { links: [] }, '/sign-in/')).pathname.split('/').at(-1);
    expect(mail?.text).toMatch(/^ {4}\d{6}$/m);
    await app.visitor().post('/api/sign-in/link').send({ token }).expect(200);
  });

  test('sign-in: in the language that the person chose, else in that of the browser', async () => {
    const { lead } = stage;
    await lead.browser.patch('/api/me').send({ language: 'fr' }).expect(200);
    for (const email of [lead.person.email, 'neu@example.org'])
      await app.visitor().post('/api/sign-in').set('Accept-Language', 'es').send({ email }).expect(202);
    const mails = await deliver();
    expect(mailTo(lead, mails).subject).toBe('Votre accès à Cobid');
    expect(mailTo(lead, mails).headers['content-language']).toBe('fr');
    expect(mails.map(({ subject }) => subject)).toContain('Tu entrada a Cobid');
  });

  test('an invitation to colleagues: its link is the one that the API knows', async () => {
    const { lead } = stage;
    await lead.browser
      .post(`/api/organisations/${lead.organisation.id}/colleague-invitations`)
      .send({ email: 'colleague@example.org', role: 'bidder' })
      .expect(201);
    const [mail] = await deliver();
    expect(mail?.subject).toBe(`${lead.person.name} invites you to join Lead Co-op on Cobid`);
    const token = new URL(linkIn(mail ?? { links: [] }, '/join/')).pathname.split('/').at(-1);
    await app.visitor().get(`/api/colleague-invitations/${token}`).expect(200);
  });
});

describe('mails about opportunities', () => {
  test('passed on: by whom, with their words, and with answers that work', async () => {
    const { tender, lead, other } = stage;
    await lead.browser
      .put(`/api/opportunities/${tender.id}/response`)
      .send({ answer: 'pass_to', coopId: other.organisation.id, note: 'This is so you.' })
      .expect(200);
    const mail = mailTo(other, await deliver());
    expect(mail.subject).toBe(`Lead Co-op thought of Other Co-op: ${TITLE}`);
    expect(mail.text).toContain('> This is so you.');
    expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const token = new URL(linkIn(mail, '/answer/')).pathname.split('/').at(-1);
    await app.visitor().get(`/api/answers/${token}`).expect(200);
    const unsubscribe = /<[^>]+(\/api\/unsubscribe\/[^>]+)>/.exec(
      mail.headers['list-unsubscribe'] ?? '',
    )?.[1];
    await app
      .visitor()
      .post(unsubscribe ?? '')
      .type('form')
      .send('List-Unsubscribe=One-Click')
      .expect(200);
  });
});

describe('mails about seats', () => {
  test('an offer, a counter, another offer, and the seat', async () => {
    const { lead, researcher } = stage;
    const bid = await startBid(stage);
    const invitation = await invite(bid, lead, researcher);
    const offered = mailTo(researcher, await deliver());
    expect(offered.subject).toBe(`Lead Co-op would like to bid with you: ${TITLE}`);
    expect(words(offered)).toContain('User research, level 3, 10 days');
    expect(words(offered)).toContain('€5,000');
    expect(words(offered)).toContain(researchTerms.message);
    const token = new URL(linkIn(offered, '/seat-offer/')).pathname.split('/').at(-1);
    await app
      .visitor()
      .post(`/api/seat-offers/${token}/counter`)
      .send({ termsVersion: 1, ...researchTerms, shareMinor: 6_000_00, message: 'A little more, please.' })
      .expect(200);
    const countered = mailTo(lead, await deliver());
    expect(countered.subject).toBe(`Research Co-op proposes other terms: ${TITLE}`);
    expect(words(countered)).toContain('€6,000');
    await post(lead, `/api/invitations/${invitation.id}/offer-again`, {
      termsVersion: 2,
      ...researchTerms,
      shareMinor: 5_500_00,
      replyBy: '2037-12-02T12:00:00Z',
    });
    const again = mailTo(researcher, await deliver());
    expect(again.subject).toBe(`Lead Co-op has a new offer for you: ${TITLE}`);
    expect(words(again)).toContain('€5,500');
    const second = new URL(linkIn(again, '/seat-offer/')).pathname.split('/').at(-1);
    await app.visitor().post(`/api/seat-offers/${second}/accept`).send({ termsVersion: 3 }).expect(200);
    expect(mailTo(lead, await deliver()).subject).toBe(`Research Co-op takes the seat: ${TITLE}`);
    const { version } = await seeBid(bid.id, researcher);
    await researcher.browser.post(`/api/bids/${bid.id}/leave`).send({ version }).expect(204);
    expect(mailTo(lead, await deliver()).subject).toBe(`Research Co-op has left the bid: ${TITLE}`);
  });

  test('a counter that is taken, an offer that is declined, revoked, or not answered', async () => {
    const { lead, researcher, other } = stage;
    const bid = await startBid(stage);
    const first = await invite(bid, lead, researcher);
    await post(researcher, `/api/invitations/${first.id}/decline`, {
      termsVersion: 1,
      reason: 'Full until May.',
    });
    const declined = (await deliver()).find(({ subject }) => subject.startsWith('Research Co-op declines'));
    expect(declined?.text).toContain('> Full until May.');
    const second = await invite(bid, lead, other);
    await post(lead, `/api/invitations/${second.id}/revoke`, { termsVersion: 1 });
    expect(mailTo(other, await deliver()).subject).toBe(`Lead Co-op has taken its offer back: ${TITLE}`);
    const third = await invite(bid, lead, other);
    app.clock.set('2037-12-01T12:00:00Z');
    await expireInvitation({ invitationId: third.id }, context);
    await expireInvitation({ invitationId: third.id }, context);
    expect((await deliver()).map(({ subject }) => subject)).toEqual([
      `Other Co-op did not answer in time: ${TITLE}`,
    ]);
    const fourth = await invite(bid, lead, researcher, { replyBy: '2037-12-03T12:00:00Z' });
    await post(researcher, `/api/invitations/${fourth.id}/counter`, { termsVersion: 1, ...researchTerms });
    await post(lead, `/api/invitations/${fourth.id}/take-counter`, { termsVersion: 2 });
    const mails = await deliver();
    expect(mailTo(researcher, mails).subject).toBe(`Lead Co-op takes your terms: ${TITLE}`);
    // The offer and the counter were answered before their mails went out.
    expect(mails).toHaveLength(1);
  });
});

describe('mails about the bid', () => {
  test('signatures, the receipt, and a withdrawal', async () => {
    const { lead, researcher } = stage;
    const frozen = await freeze(await writtenBid(stage), lead);
    const hash = frozen.revisions[0]?.hash ?? 'none';
    await deliver();
    await sign(frozen.id, lead);
    await sign(frozen.id, researcher);
    await post(lead, `/api/bids/${frozen.id}/submit`, { revision: 1 });
    const receipts = await deliver();
    for (const player of [lead, researcher]) {
      const receipt = mailTo(player, receipts);
      expect(receipt.subject).toBe(`Submitted: ${TITLE}`);
      expect(receipt.text).toContain(hash);
      expect(receipt.text).not.toContain('20,000');
    }
    const { version } = await seeBid(frozen.id, lead);
    await post(lead, `/api/bids/${frozen.id}/withdraw`, { version });
    expect(mailTo(researcher, await deliver()).subject).toBe(`Bid withdrawn: ${TITLE}`);
  });

  test('what was missing when the deadline came', async () => {
    const { tender, lead, researcher } = stage;
    const frozen = await freeze(await writtenBid(stage), lead);
    await sign(frozen.id, lead);
    const wanted = (await deliver()).filter(({ subject }) => subject.startsWith('Please read and sign'));
    expect(wanted.map(({ to }) => to)).toEqual([[researcher.person.email]]);
    app.clock.set(new Date((tender.deadline?.getTime() ?? 0) + hours(1)));
    await closeTender({ tenderId: tender.id }, context);
    const mail = mailTo(researcher, await deliver());
    expect(mail.subject).toBe(`Not submitted in time: ${TITLE}`);
    expect(mail.text).toContain('* Revision 1 was not signed by Research Co-op.');
  });
});

describe('mails about the end', () => {
  test('opening, the award, and the completion', async () => {
    const { tender, client, lead, researcher, rival } = stage;
    const bid = await submittedBid(stage);
    await deliver();
    app.clock.set(after(tender.deadline ?? new Date(TEST_START), seconds(3)));
    await closeTender({ tenderId: tender.id }, context);
    expect(mailTo(client, await deliver()).subject).toBe(`One bid to read: ${TITLE}`);
    const open = await tenders.findById(tender.id);
    await post(client, `/api/tenders/${tender.id}/award`, {
      version: open?.version,
      bidId: bid.id,
      reason: 'They asked our residents first.',
      others: [],
    });
    const awards = await deliver();
    expect(mailTo(lead, awards).subject).toBe(`You won it: ${TITLE}`);
    expect(mailTo(researcher, awards).text).toContain('> They asked our residents first.');
    expect(mailTo(client, awards).subject).toBe(`Your choice is recorded: ${TITLE}`);
    const awarded = await tenders.findById(tender.id);
    await post(client, `/api/tenders/${tender.id}/complete`, { version: awarded?.version });
    const done = await deliver();
    expect(mailTo(client, done).subject).toBe(`Completed: ${TITLE}`);
    expect(mailTo(researcher, done).text).toContain('/profile');
    expect(done.flatMap(({ to }) => to)).not.toContain(rival.person.email);
  });

  test('a bid that was not chosen gets its own reason and no one else’s', async () => {
    const { tender, client, lead, rival } = stage;
    const winner = await submittedBid(stage);
    const [react, research] = [profileWith('react'), profileWith('user-research')];
    const profile = { ...react, skills: [...react.skills, ...research.skills] };
    await organisations.change({ id: rival.organisation.id }, { set: { profile } });
    const loser = expectReply(
      await rival.browser.post(`/api/tenders/${tender.id}/bids`).send({
        suggestion: [{ coopId: rival.organisation.id, parts: [{ requirementId: 'r1', days: 20 }] }],
      }),
      201,
    );
    await submitAlone(loser.id, rival);
    app.clock.set(after(tender.deadline ?? new Date(TEST_START), seconds(3)));
    await closeTender({ tenderId: tender.id }, context);
    await deliver();
    const { version } = (await tenders.findById(tender.id)) ?? {};
    await post(client, `/api/tenders/${tender.id}/award`, {
      version,
      bidId: winner.id,
      reason: 'Close to the residents.',
      others: [{ bidId: loser.id, reason: 'No research in it.' }],
    });
    const mails = await deliver();
    const mail = mailTo(rival, mails);
    expect(mail.subject).toBe(`Not chosen this time: ${TITLE}`);
    expect(mail.text).toContain('> No research in it.');
    expect(mail.text).not.toContain('Close to the residents');
    expect(mail.text).not.toContain(lead.organisation.name);
  });

  test('a tender that is withdrawn: all who took part hear why', async () => {
    const { tender, client, lead, rival, other } = stage;
    await post(client, `/api/tenders/${tender.id}/withdraw`, { version: 1, reason: 'The money has moved.' });
    const mails = await deliver();
    for (const player of [lead, rival]) {
      expect(mailTo(player, mails).subject).toBe(`Tender withdrawn: ${TITLE}`);
      expect(mailTo(player, mails).text).toContain('> The money has moved.');
    }
    expect(mails.flatMap(({ to }) => to)).not.toContain(other.person.email);
  });
});

test('every kind of mail was met, but those that have tests of their own', () => {
  expect(deliveryKinds.filter((kind) => !met.has(kind))).toEqual([
    'opportunity',
    'digest',
    'replyTaken',
    'replyUnclear',
    'replyHeld',
    'mailsStopped',
  ]);
});

/** A bid with one seat that covers all there is to cover, written by its lead alone. */
async function submitAlone(bidId: string, by: Player): Promise<void> {
  const begun = await seeBid(bidId, by);
  const seatId = begun.seats[0]?.id;
  const withBoth = expectReply(
    await by.browser.patch(`/api/bids/${bidId}/seats/${seatId}`).send({
      version: begun.version,
      parts: [
        { requirementId: 'r1', days: 20 },
        { requirementId: 'r2', days: 10 },
      ],
    }),
    200,
  );
  const written = expectReply(
    await by.browser.patch(`/api/bids/${bidId}`).send({
      version: withBoth.version,
      sections: [{ key: 'approach', title: 'Approach', text: 'We build it.' }],
      disputePath: { kind: 'talk_then_mediator', who: '' },
    }),
    200,
  );
  const frozen = await freeze(written, by);
  await sign(frozen.id, by);
  await post(by, `/api/bids/${bidId}/submit`, { revision: 1 });
}
