import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { days } from '@cobid/platform/clock.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tellings } from '@cobid/platform/mongo/models/telling.ts';
import { invite, sayYes, setBidStage, startBid } from '@cobid/testing/bidStage.ts';
import type { BidStage, Player } from '@cobid/testing/bidStage.ts';
import { buildMailSettings } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { INBOUND_DOMAIN } from '@cobid/testing/inboundPost.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { closeLinkBrowser, openLinks } from '@cobid/testing/openLinks.ts';
import { sendDelivery } from './sendDelivery.ts';
import { wantDigests } from './wantDigests.ts';

/** Who looks for partners for a tender, as the digests of those who could help tell it. */
let app: TestApp;
let context: TestContext;
let stage: BidStage;

const CALL = 'Lead Co-op looks for partners. You could do: User research, level 3, 10 days.';

beforeAll(async () => {
  app = await startTestApp({ settings: { INBOUND_DOMAIN } });
  context = await startJobContext(app);
});
afterAll(async () => {
  await closeLinkBrowser();
  await context.stop();
  await app.stop();
});
beforeEach(async () => {
  await app.mongo.clear();
  context.sink.messages.length = 0;
  app.clock.set('2037-11-23T09:00:00Z');
  stage = await setBidStage(app);
});

/** The player lets others know over HTTP, or takes it back. */
async function looksForPartners({ browser }: Player, seeksPartners = true): Promise<void> {
  const answer = { answer: 'yes', seeksPartners };
  await browser.put(`/api/opportunities/${stage.tender.id}/response`).send(answer).expect(200);
}

/** The player's digest of this moment, in one line; null where there is nothing to tell. */
async function digestOf({ person }: Player, settings: object = {}) {
  const before = context.sink.messages.length;
  await buildMailSettings(person, { ...usualSettings, deliveryTo: 24, ...settings }, app.clock());
  await wantDigests({}, context);
  for (const { id } of await deliveries.find({ state: 'wanted', kind: 'digest' }))
    await sendDelivery({ deliveryId: id }, context);
  const mails = context.sink.messages.slice(before);
  expect(mails.length).toBeLessThanOrEqual(1);
  await openLinks(context.url, mails);
  const [mail] = mails;
  return mail === undefined ? null : { ...mail, line: mail.text.replace(/\s+/g, ' ') };
}

describe('a digest', () => {
  test('tells of who looks for partners what one could do, once, with reasons and answers', async () => {
    const { researcher, lead } = stage;
    await looksForPartners(lead);
    const mail = await digestOf(researcher);
    expect(mail?.subject).toBe('1 tender for you and 1 co-op looks for partners');
    expect(mail?.line).toContain('People looking for partners');
    expect(mail?.line).toContain(CALL);
    expect(mail?.line.split(CALL)[1]).toMatch(/^ \* User research: level 5, used in November 2037/);
    const withPartners = mail?.links.filter((link) => link.endsWith('?answer=yes&partners=yes')) ?? [];
    expect(withPartners).toHaveLength(1);
    expect(mail?.line).toMatch(/by mail: mailto:reply\+\S+&body=Yes%2C%20and%20we%20look%20for%20partners /);
    const token = new URL(withPartners[0] ?? '').pathname.split('/').at(-1);
    await app
      .visitor()
      .post(`/api/answers/${token}`)
      .send({ answer: 'yes', seeksPartners: true })
      .expect(200);
    expect(await responses.findOne({ coopId: researcher.organisation.id })).toMatchObject({
      answer: 'yes',
      seeksPartners: true,
    });
    app.clock.advance(days(1));
    expect(await digestOf(researcher)).toBeNull();
    // The other side hears of it in turn, and as it has said yes, is shown the way to come together.
    const back = await digestOf(lead);
    expect(back?.subject).toBe('1 co-op looks for partners');
    expect(back?.line).toContain('Research Co-op looks for partners. You could do: React');
    expect(back?.links).toContain(
      `${context.config.APP_URL}/tenders/${stage.tender.id}/consortium?with=${researcher.organisation.id}`,
    );
    expect(back?.links.some((link) => link.includes('/answer/'))).toBe(false);
  });

  test('says nothing of who has not asked for it, has taken it back, or could not be helped', async () => {
    const { lead, researcher, rival } = stage;
    expect((await digestOf(researcher))?.line).not.toContain('looks for partners');
    await looksForPartners(lead);
    // A rival that does the same as the lead is none who could help.
    expect(await digestOf(rival)).toBeNull();
    await looksForPartners(lead, false);
    app.clock.advance(days(1));
    expect(await digestOf(researcher)).toBeNull();
  });

  test('tells who has said yes, not who has declined', async () => {
    const { lead, researcher, other, tender } = stage;
    await looksForPartners(lead);
    await sayYes(researcher, tender, app.clock());
    expect((await digestOf(researcher))?.line).toContain(CALL);
    const no = { answer: 'no', reason: 'capacity' };
    await other.browser.put(`/api/opportunities/${tender.id}/response`).send(no).expect(200);
    expect(await digestOf(other)).toBeNull();
  });

  test('tells again when something else is looked for, or another co-op looks, and counts it', async () => {
    const { lead, rival, researcher, tender } = stage;
    await looksForPartners(lead);
    expect((await digestOf(researcher))?.line).toContain(CALL);
    await looksForPartners(rival);
    app.clock.advance(days(1));
    const second = await digestOf(researcher);
    expect(second?.subject).toBe('1 co-op looks for partners');
    expect(second?.line).toContain('Rival Co-op looks for partners.');
    expect(second?.line).not.toContain(CALL);
    await matches.change(
      { tenderId: tender.id, coopId: lead.organisation.id },
      { set: { missing: ['r1', 'r2'] } },
    );
    app.clock.advance(days(1));
    expect((await digestOf(researcher))?.line).toContain(CALL);
    const told = await tellings.find({ personId: researcher.person.id });
    expect(new Set(told.flatMap(({ items }) => items.map(({ subject }) => subject))).size).toBe(3);
  });

  test('holds no more than the reader wants, these among them', async () => {
    const { lead, researcher } = stage;
    await looksForPartners(lead);
    const first = await digestOf(researcher, { mostItems: 1 });
    expect(first?.line).not.toContain(CALL);
    expect(first?.line).toContain('There is 1 more');
    app.clock.advance(days(1));
    expect((await digestOf(researcher, { mostItems: 1 }))?.line).toContain(CALL);
  });

  test('neither hears nor stops hearing of it by a bid, but those who are in that bid themselves', async () => {
    const { lead, researcher, other } = stage;
    await looksForPartners(lead);
    const begun = await startBid(stage);
    const { id } = await invite(begun, lead, researcher, {});
    expect((await digestOf(researcher))?.line).not.toContain(CALL);
    await researcher.browser.post(`/api/invitations/${id}/accept`).send({ termsVersion: 1 }).expect(200);
    app.clock.advance(days(1));
    // The consortium is complete now; that it looked for partners stands as it was said, and tells nothing of it.
    const heard = await digestOf(other);
    expect(heard?.line).toContain(CALL);
    expect(heard?.line).not.toContain('Research Co-op');
    expect((await digestOf(researcher))?.line ?? '').not.toContain(CALL);
  });
});
