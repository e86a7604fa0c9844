import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import { matchCoop } from '@cobid/domain/matching/matchCoop.ts';
import { storeHints } from '@cobid/platform/mongo/models/pastWorkHints.ts';
import { recordAnswer } from '@cobid/platform/mongo/models/response.ts';
import { storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import {
  expectReply,
  invite,
  openSeatOf,
  profileWith,
  seeBid,
  setBidStage,
  startBid,
} from '@cobid/testing/bidStage.ts';
import type { BidStage, Player } from '@cobid/testing/bidStage.ts';
import { buildCoop } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';

let app: TestApp;
let stage: BidStage;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.mongo.clear();
  app.clock.set(TEST_START);
  stage = await setBidStage(app);
});

/** Gives a co-op another profile, as its people and then the matching would. */
async function hasProfile({ organisation }: Player, profile: CoopProfile): Promise<void> {
  await organisations.change({ id: organisation.id }, { set: { profile } });
  await storeMatches([
    {
      ...matchCoop(
        { id: organisation.id, isCoop: true, profile },
        { ...stage.tender, clientName: null },
        app.clock(),
      ),
      tenderId: stage.tender.id,
      coopId: organisation.id,
      tenderVersion: stage.tender.version,
      completers: [],
      createdAt: app.clock(),
    },
  ]);
}

const suggestions = async () =>
  expectReply(await stage.lead.browser.get(`/api/tenders/${stage.tender.id}/consortia`), 200);
const plan = async (members: readonly Player[]) =>
  expectReply(
    await stage.lead.browser.get(
      `/api/tenders/${stage.tender.id}/consortia/plan?members=${members.map(({ organisation }) => organisation.id).join()}`,
    ),
    200,
  );
const candidates = async (bidId: string, seatId: string) =>
  expectReply(await stage.lead.browser.get(`/api/bids/${bidId}/seats/${seatId}/candidates`), 200);
const namesOf = (items: readonly { coop: { name: string } }[]) => items.map(({ coop }) => coop.name);

describe('suggested consortia', () => {
  test('come with every alternative, and with who else could be asked', async () => {
    const found = await suggestions();
    expect(found).toMatchObject({ proof: 'proved_smallest', lowerBound: 2, isComplete: true, changes: [] });
    expect(found.suggestions).toHaveLength(2);
    const research = found.others.find(
      (other: { coop: { name: string } }) => other.coop.name === 'Research Co-op',
    );
    expect(research).toMatchObject({ covers: ['r2'] });
    expect(JSON.stringify(found.others)).not.toContain('freeDays');
  });

  test('where none is possible the cheapest change is told, and is true once it is made', async () => {
    await hasProfile(stage.researcher, profileWith('user-research', 3));
    await hasProfile(stage.other, profileWith('user-research', 0));
    const before = await suggestions();
    expect(before.proof).toBe('impossible');
    expect(before.changes.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'If Research Co-op keeps 4 more days free, 2 co-ops could do all the musts together.',
      'If another co-op that covers User research joins with 4 days free, 3 co-ops could do all the musts together.',
    ]);
    await hasProfile(stage.researcher, profileWith('user-research', 5));
    expect(await suggestions()).toMatchObject({ proof: 'proved_smallest', lowerBound: 2 });
  });

  test('where somebody is missing those who did such work are named, for what is missing alone', async () => {
    const done = { title: 'Interviews with night-shift workers', text: '', year: 2036, client: '' };
    const project = { id: 'p1', ...done, skills: [], sector: null };
    const profile = { ...emptyProfile, projects: [project] };
    const { coop } = await buildCoop({ name: 'Asked Co-op', profile });
    const hint = {
      coopId: coop.id,
      works: [{ title: done.title, year: done.year, projectId: 'p1' }],
      because: [],
    };
    await storeHints({
      tenderId: stage.tender.id,
      tenderVersion: stage.tender.version,
      madeAt: app.clock(),
      model: 'plain',
      requirements: ['r1', 'r2'].map((requirementId) => ({ requirementId, hints: [hint] })),
    });
    expect(await suggestions()).toMatchObject({ obstacles: [], worthAsking: [] });
    await hasProfile(stage.researcher, profileWith('user-research', 3));
    await hasProfile(stage.other, profileWith('user-research', 0));
    expect((await suggestions()).worthAsking).toEqual([
      {
        requirementId: 'r2',
        label: 'User research',
        coops: [
          {
            coop: { id: coop.id, slug: coop.slug, name: 'Asked Co-op' },
            works: [{ title: done.title, year: done.year }],
            because: [],
          },
        ],
      },
    ]);
  });

  test('are for those who said yes to an open tender', async () => {
    const path = `/api/tenders/${stage.tender.id}/consortia/plan`;
    expectReply(await stage.researcher.browser.get(path), 403);
    app.clock.set('2037-12-08T12:00:00Z');
    expectReply(await stage.lead.browser.get(path), 409);
  });
});

describe('a consortium that the lead puts together', () => {
  test('shows who does what, what breaks without whom, and who could be there instead', async () => {
    const planned = await plan([stage.researcher]);
    expect(planned).toMatchObject({
      missingDays: 0,
      coverage: [
        { requirementId: 'r1', coveredDays: 20, isCovered: true },
        { requirementId: 'r2', coveredDays: 10, isCovered: true },
      ],
    });
    const [lead, researcher] = planned.members;
    expect(lead).toMatchObject({ neededDays: 20, swaps: [], coop: { name: 'Lead Co-op' } });
    expect(researcher).toMatchObject({ neededDays: 10, parts: [{ requirementId: 'r2', days: 10 }] });
    expect(namesOf(researcher.swaps)).toEqual(['Other Co-op']);
  });

  test('shows what is open, and who would close it', async () => {
    const planned = await plan([stage.rival]);
    expect(planned).toMatchObject({ missingDays: 10 });
    expect(planned.coverage[1]).toMatchObject({ coveredDays: 0, isCovered: false, isHeld: false });
    expect(namesOf(planned.additions).toSorted()).toEqual(['Other Co-op', 'Research Co-op']);
    expect(planned.members[1]).toMatchObject({ neededDays: 0 });
  });

  test('takes only co-ops that were matched and are willing', async () => {
    await recordAnswer(
      { tenderId: stage.tender.id, coopId: stage.other.organisation.id },
      {
        personId: stage.other.person.id,
        answer: 'no',
        condition: null,
        until: null,
        passedTo: null,
        reason: 'capacity',
        note: '',
        seeksPartners: false,
        via: 'web',
        at: app.clock(),
      },
    );
    const path = `/api/tenders/${stage.tender.id}/consortia/plan?members=`;
    expectReply(await stage.lead.browser.get(path + stage.other.organisation.id), 422);
    expectReply(await stage.lead.browser.get(path + stage.client.organisation.id), 422);
    expectReply(await stage.lead.browser.get(`${path}nonsense`), 422);
  });
});

describe('who could fill a seat again', () => {
  test('after a member left, those who could are shown to the lead, and the one that left is marked', async () => {
    const { lead, researcher } = stage;
    const bid = await startBid(stage);
    const invitation = await invite(bid, lead, researcher);
    expectReply(
      await researcher.browser.post(`/api/invitations/${invitation.id}/accept`).send({ termsVersion: 1 }),
      200,
    );
    const joined = await seeBid(bid.id, researcher);
    expectReply(
      await researcher.browser.post(`/api/bids/${bid.id}/leave`).send({ version: joined.version }),
      204,
    );
    const reopened = await seeBid(bid.id, lead);
    const found = await candidates(bid.id, openSeatOf(reopened));
    expect(namesOf(found.items)).toEqual(['Other Co-op', 'Research Co-op']);
    expect(found.items[0]).toMatchObject({
      isWhole: true,
      parts: [{ requirementId: 'r2', days: 10 }],
      hasDeclined: false,
    });
    expect(found.items[0].why.length).toBeGreaterThan(0);
    expect(found.items[1]).toMatchObject({ hasDeclined: true });
    expect(found).toMatchObject({ groups: [], amongYou: null });
  });

  test('a co-op that declined is marked, too', async () => {
    const { lead, researcher } = stage;
    const bid = await startBid(stage);
    const invitation = await invite(bid, lead, researcher);
    expectReply(
      await researcher.browser
        .post(`/api/invitations/${invitation.id}/decline`)
        .send({ termsVersion: 1, reason: 'No time.' }),
      200,
    );
    const found = await candidates(bid.id, openSeatOf(bid));
    expect(found.items.map(({ hasDeclined }: { hasDeclined: boolean }) => hasDeclined)).toEqual([
      false,
      true,
    ]);
  });

  test('two together, where none has the days, and the lead itself where it has', async () => {
    await hasProfile(stage.researcher, profileWith('user-research', 3));
    await hasProfile(stage.other, profileWith('user-research', 2));
    const bid = await startBid(stage);
    const two = await candidates(bid.id, openSeatOf(bid));
    expect(two.groups).toHaveLength(1);
    expect(namesOf(two.groups[0].newcomers).toSorted()).toEqual(['Other Co-op', 'Research Co-op']);
    const both = profileWith('react', 20);
    await hasProfile(stage.lead, {
      ...both,
      skills: [...both.skills, ...profileWith('user-research').skills],
    });
    const itself = await candidates(bid.id, openSeatOf(bid));
    expect(itself.amongYou).toMatchObject([{ coop: { name: 'Lead Co-op' }, days: 10 }]);
  });

  test('is for the lead alone: to everybody outside the bid does not exist, and a member does not invite', async () => {
    const { lead, researcher, rival, client } = stage;
    const bid = await startBid(stage);
    const path = `/api/bids/${bid.id}/seats/${openSeatOf(bid)}/candidates`;
    for (const outsider of [rival, researcher]) expectReply(await outsider.browser.get(path), 404);
    expectReply(await client.browser.get(path), 403);
    const invitation = await invite(bid, lead, researcher);
    expectReply(
      await researcher.browser.post(`/api/invitations/${invitation.id}/accept`).send({ termsVersion: 1 }),
      200,
    );
    expectReply(await researcher.browser.get(path), 403);
  });

  test('says nothing of another bid for the same tender', async () => {
    const { lead, rival, other } = stage;
    const bid = await startBid(stage);
    const before = await candidates(bid.id, openSeatOf(bid));
    const rivals = await startBid(stage, rival);
    const invitation = await invite(rivals, rival, other);
    expectReply(
      await other.browser.post(`/api/invitations/${invitation.id}/accept`).send({ termsVersion: 1 }),
      200,
    );
    expect(await candidates(bid.id, openSeatOf(await seeBid(bid.id, lead)))).toEqual(before);
  });
});
