import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { termKeys } from '@cobid/domain/matching/byTerm.ts';
import { publishedWeights } from '@cobid/domain/matching/weights.ts';
import type { FitTerm } from '@cobid/domain/opportunity/schema.ts';
import { days } from '@cobid/platform/clock.ts';
import { storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { recordAnswer } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { weightProposals } from '@cobid/platform/mongo/models/weightProposal.ts';
import { buildCoop, buildPerson, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp, TEST_START } from '@cobid/testing/harness.ts';
import type { Agent, TestApp } from '@cobid/testing/harness.ts';
import { startJobContext } from '@cobid/testing/jobContext.ts';
import type { TestContext } from '@cobid/testing/jobContext.ts';
import { learnWeights } from './learnWeights.ts';
import { sweep } from './sweep.ts';

let app: TestApp;
let context: TestContext;
let coordinator: Agent;
let experienced: OrganisationRecord;
let others: OrganisationRecord[];

beforeAll(async () => {
  app = await startTestApp();
  context = await startJobContext(app);
});
afterAll(async () => {
  await context.stop();
  await app.stop();
});
beforeEach(async () => {
  await app.mongo.clear();
  app.clock.set(TEST_START);
  const person = await buildPerson({ name: 'Cora' });
  await networks.change({ isMain: true }, { set: { coordinatorIds: [person.id] } });
  coordinator = await app.as(person);
  experienced = (await buildCoop({ name: 'Experienced' })).coop;
  others = [(await buildCoop({ name: 'Other' })).coop, (await buildCoop({ name: 'Third' })).coop];
});

/** Terms of a fit of which each reaches half of what it could, past projects as much as is said. */
function termsWith(evidence: number): FitTerm[] {
  return termKeys.map((key) => {
    const most = publishedWeights[key];
    const share = key === 'evidence' ? evidence : 0.5;
    return { key, requirementId: null, value: most * share, most, grounds: { is: 'noProject' } };
  });
}

/** A tender that was over yesterday, to which the one with past projects said yes, and the others nothing. */
async function pastTender(overrides: Partial<TenderRecord> = {}): Promise<TenderRecord> {
  const deadline = new Date(app.clock().getTime() - days(1));
  const tender = await buildTender({
    content: { ...completeTender, title: 'A tender that is over' },
    ...overrides,
  });
  await tenders.change({ id: tender.id }, { set: { deadline: overrides.deadline ?? deadline } });
  await storeMatches(
    [experienced, ...others].map((coop, at) => ({
      tenderId: tender.id,
      coopId: coop.id,
      tenderVersion: 1,
      isEligible: true,
      ineligibilities: [],
      score: 0.5,
      terms: termsWith(at === 0 ? 1 : 0),
      requirements: [],
      missing: [],
      changes: [],
      completers: [],
      freeDays: 5,
      algorithm: 'fit-1',
      createdAt: app.clock(),
    })),
  );
  await recordAnswer(
    { tenderId: tender.id, coopId: experienced.id },
    {
      personId: experienced.createdBy,
      answer: 'yes',
      condition: null,
      until: null,
      passedTo: null,
      reason: null,
      note: '',
      seeksPartners: false,
      via: 'web',
      at: app.clock(),
    },
  );
  return tender;
}

const pastTenders = (count: number) => Promise.all(Array.from({ length: count }, () => pastTender()));
const learn = async () => learnWeights({ networkId: (await mainNetwork()).id }, context);
const shown = async () => (await coordinator.get('/api/network/learning').expect(200)).body;

describe('once a week', () => {
  test('other weights are proposed from what was answered, with what they would have changed', async () => {
    const [tender] = await pastTenders(12);
    await learn();
    const { mode, proposal } = await shown();
    expect(mode).toBe('propose');
    expect(proposal).toMatchObject({ tenders: 12, played: 12, isOutdated: false });
    expect(proposal.to.evidence).toBeGreaterThan(publishedWeights.evidence);
    expect(proposal.to.evidence).toBeLessThanOrEqual(publishedWeights.evidence + 0.01);
    expect(proposal.observed.evidence).toBe(1);
    expect(proposal.expected.evidence).toBeLessThan(0.6);
    // The one with past projects is first under both: no order changes.
    expect(proposal).toMatchObject({ changed: 0, effects: [] });
    expect((await mainNetwork()).weights).toEqual(publishedWeights);
    expect(tender?.state).toBe('open');
  });

  test('the sweep has it done, once', async () => {
    await sweep({}, context);
    const { id } = await mainNetwork();
    expect(await app.waitingJobs('learnWeights')).toEqual([{ networkId: id }]);
    await learn();
    await Promise.all(app.queues.all.map((queue) => queue.obliterate({ force: true })));
    await sweep({}, context);
    expect(await app.waitingJobs('learnWeights')).toEqual([]);
    app.clock.advance(days(7));
    await sweep({}, context);
    expect(await app.waitingJobs('learnWeights')).toEqual([{ networkId: id }]);
  });

  test('repeated within the week it does nothing, and later it puts a new proposal in place of the old one', async () => {
    await pastTenders(12);
    await learn();
    await learn();
    expect(await weightProposals.count({})).toBe(1);
    app.clock.advance(days(7));
    await learn();
    const { past } = await shown();
    expect(past).toMatchObject([{ state: 'outdated', by: null }]);
    expect(await weightProposals.count({ isOpen: true })).toBe(1);
  });

  test('nothing is proposed without data, and what was proposed before is taken back', async () => {
    await learn();
    expect(await shown()).toMatchObject({ proposal: null, past: [] });
    const made = await pastTenders(12);
    app.clock.advance(days(7));
    await learn();
    expect((await shown()).proposal).not.toBeNull();
    await tenders.changeMany({}, { set: { state: 'withdrawn' } });
    app.clock.advance(days(7));
    await learn();
    expect(await shown()).toMatchObject({ proposal: null, past: [{ state: 'outdated' }] });
    expect(made).toHaveLength(12);
  });
});

test('an open tender teaches nothing before its deadline, and teaches from then on', async () => {
  const deadline = new Date(app.clock().getTime() + days(3));
  await Promise.all(Array.from({ length: 12 }, () => pastTender({ deadline })));
  await learn();
  expect((await shown()).proposal).toBeNull();
  app.clock.advance(days(7));
  await learn();
  expect((await shown()).proposal).toMatchObject({ tenders: 12 });
});

describe('a coordinator', () => {
  const decide = async (decision: 'accept' | 'decline') => {
    const { version, proposal } = await shown();
    return coordinator.post(`/api/network/learning/${decision}`).send({ version, proposalId: proposal.id });
  };

  test('accepts: the weights are the network’s, its history says why, and all is matched anew', async () => {
    await pastTenders(12);
    await learn();
    const { proposal } = await shown();
    const reply = await decide('accept');
    expect(reply.body).toMatchObject({ proposal: null, past: [{ state: 'accepted', by: 'Cora' }] });
    expect((await mainNetwork()).weights).toEqual(proposal.to);
    const { history } = (await coordinator.get('/api/network/settings')).body;
    expect(history[0]).toMatchObject({ by: 'Cora', note: 'Learnt from 12 past tenders.' });
    expect(await organisations.count({ needsMatching: true })).toBe(3);
    const again = await coordinator
      .post('/api/network/learning/accept')
      .send({ version: reply.body.version, proposalId: proposal.id });
    expect(again.body).toMatchObject({ status: 409, reason: 'proposal_over' });
  });

  test('declines: nothing changes', async () => {
    await pastTenders(12);
    await learn();
    const reply = await decide('decline');
    expect(reply.body).toMatchObject({ proposal: null, past: [{ state: 'declined', by: 'Cora' }] });
    expect((await mainNetwork()).weights).toEqual(publishedWeights);
  });

  test('cannot accept what was learnt from other weights than there are now', async () => {
    await pastTenders(12);
    await learn();
    const weights = { ...publishedWeights, skill: 0.69, sector: 0.06 };
    const { version } = await mainNetwork();
    await coordinator.patch('/api/network').send({ version, weights }).expect(200);
    expect((await shown()).proposal).toMatchObject({ isOutdated: true });
    expect((await decide('accept')).body).toMatchObject({ status: 409, reason: 'proposal_over' });
    expect((await mainNetwork()).weights).toEqual(weights);
  });

  test('switches it off, or has it take its course, which the history tells', async () => {
    await pastTenders(12);
    const set = async (learning: string) =>
      coordinator.patch('/api/network').send({ version: (await mainNetwork()).version, learning });
    expect((await set('off')).body.history[0].sentence).toBe(
      'Learning went from “proposes, we decide” to “off”.',
    );
    await learn();
    expect(await shown()).toMatchObject({ mode: 'off', proposal: null });
    expect((await set('automatic')).status).toBe(200);
    await coordinator.post('/api/network/learning/now').expect(204);
    await learn();
    expect(await shown()).toMatchObject({ proposal: null, past: [{ state: 'applied', by: null }] });
    const { weights } = await mainNetwork();
    expect(weights.evidence).toBeGreaterThan(publishedWeights.evidence);
    const { history } = (await coordinator.get('/api/network/settings')).body;
    expect(history[0]).toMatchObject({ by: 'Cobid', note: 'Learnt from 12 past tenders.' });
    // And not once more until the week is over.
    await learn();
    expect((await mainNetwork()).weights).toEqual(weights);
  });
});

test('is for coordinators only', async () => {
  const other = await app.as(await buildPerson());
  for (const path of ['learning', 'learning/now', 'learning/accept', 'learning/decline']) {
    const address = `/api/network/${path}`;
    const ask = (agent: Agent) => (path === 'learning' ? agent.get(address) : agent.post(address).send({}));
    expect((await ask(other)).body).toMatchObject({ status: 403, reason: 'needs_coordinator' });
    expect((await ask(app.visitor())).status).toBe(401);
  }
});
