import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import type { BidStage } from '@cobid/testing/bidStage.ts';
import { buildPerson } from '@cobid/testing/builders.ts';
import type { Agent } from '@cobid/testing/harness.ts';
import { INBOUND_DOMAIN } from '@cobid/testing/inboundPost.ts';
import { startInboundStage } from '@cobid/testing/inboundStage.ts';
import type { InboundStage } from '@cobid/testing/inboundStage.ts';
import { takeInbound, tellOf } from '@cobid/testing/mailThread.ts';

let inbound: InboundStage;
let stage: BidStage;
let coordinator: Agent;

beforeAll(async () => {
  inbound = await startInboundStage({ isDirect: true });
});
afterAll(() => inbound.stop());
beforeEach(async () => {
  stage = await inbound.begin();
  const person = await buildPerson();
  await mainNetwork();
  await networks.change({ isMain: true }, { set: { coordinatorIds: [person.id] } });
  coordinator = await inbound.app.as(person);
});

const letters = async () => (await coordinator.get('/api/network/letters').expect(200)).body.items;
const seeTo = (by: Agent, id: string, isSeenTo: boolean) =>
  by.put(`/api/network/letters/${id}/seen-to`).send({ isSeenTo });

async function write(mail: object): Promise<void> {
  await inbound.post.send({ from: 'x@example.org', to: `postmaster@${INBOUND_DOMAIN}`, ...mail });
  await takeInbound(inbound.context);
}

test('what a person writes to postmaster is there for a coordinator, without what is quoted, and for nobody else', async () => {
  await write({ subject: 'Spam', text: 'You send me spam\n\n> The bid comes to 25,000 euros' });
  expect(await letters()).toEqual([
    expect.objectContaining({
      from: 'x@example.org',
      to: 'complaints',
      subject: 'Spam',
      words: 'You send me spam',
    }),
  ]);
  await stage.lead.browser.get('/api/network/letters').expect(403);
  await inbound.app.visitor().get('/api/network/letters').expect(401);
});

test('is seen to once, by whoever comes first, and can be put back', async () => {
  await write({ text: 'Please call me' });
  const [{ id }] = await letters();
  await seeTo(stage.lead.browser, id, true).expect(403);
  await seeTo(coordinator, id, true).expect(204);
  await seeTo(coordinator, id, true).expect(204);
  expect(await letters()).toEqual([]);
  await seeTo(coordinator, id, false).expect(204);
  expect(await letters()).toHaveLength(1);
});

test('figures that a mail server sends are no letter', async () => {
  await write({
    from: 'dmarc@example.org',
    subject: 'Report domain: cobid.example.org Submitter: example.org Report-ID: 1',
    text: 'This is a DMARC aggregate report.',
  });
  expect(await letters()).toEqual([]);
  await seeTo(coordinator, '000000000000000000000000', true).expect(404);
});

test('a reply in somebody’s name waits for that person, and is no letter', async () => {
  const told = await tellOf(stage, stage.other, inbound.context);
  await write({ to: told.replyTo, text: 'yes' });
  const [held] = (await stage.other.browser.get('/api/me/held-replies').expect(200)).body.items;
  expect(await letters()).toEqual([]);
  await seeTo(coordinator, held.id, true).expect(404);
});
