import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { expectReply, setBidStage, submittedBid } from '@cobid/testing/bidStage.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { organisations } from '../mongo/models/organisation.ts';
import { tenders } from '../mongo/models/tender.ts';
import { followTender } from './followTender.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('completed work counts once as a reference for what each co-op did', async () => {
  const stage = await setBidStage(app);
  const { tender, client, lead, researcher, rival } = stage;
  const bid = await submittedBid(stage);
  app.clock.set(new Date(tender.deadline ?? 0));
  const read = async () => expectReply(await client.browser.get(`/api/tenders/${tender.id}`), 200);
  const award = { version: (await read()).version, bidId: bid.id, reason: 'A careful plan.', others: [] };
  expectReply(await client.browser.post(`/api/tenders/${tender.id}/award`).send(award), 200);
  const { version } = await read();
  expectReply(await client.browser.post(`/api/tenders/${tender.id}/complete`).send({ version }), 200);

  const completed = await tenders.findById(tender.id);
  if (completed === null) throw new Error('the tender is gone');
  await followTender(completed, app.clock());

  const referencesOf = async (coopId: string) =>
    (await organisations.findById(coopId))?.profile?.skills.map(
      ({ verifiedReferences }) => verifiedReferences,
    );
  expect(await referencesOf(lead.organisation.id)).toEqual([3]);
  expect(await referencesOf(researcher.organisation.id)).toEqual([3]);
  expect(await referencesOf(rival.organisation.id)).toEqual([2]);
});
