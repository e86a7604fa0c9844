import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { allRoutes } from '@cobid/api/routes.ts';
import type { Route } from '@cobid/api/http/route.ts';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import type { TenderState } from '@cobid/domain/tender/lifecycle.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { mainNetwork, networks } from '@cobid/platform/mongo/models/network.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { ensureMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import { expectReply, freeze, invite, profileWith, seeBid, setBidStage, sign, startBid } from './bidStage.ts';
import type { BidStage, Player } from './bidStage.ts';
import { buildCoop, buildMembership, buildPerson } from './builders.ts';
import { startTestApp } from './harness.ts';
import type { Agent, TestApp } from './harness.ts';

/**
 * Sealed bids (domain rules, section 3): until the deadline nobody outside the consortium can read a bid, its price,
 * its members or that it exists, nor how many there are.
 *
 * Two ways of looking. For those who have no part in the bid at all, every route answers exactly as it did before
 * there was a bid: that covers names, counts and whatever nobody thought of. For everybody, no reply holds what is
 * only in the bid. That the second detector works is shown on a member, for whom it goes off.
 */

const SECRET_TEXT = 'zanzibar-lighthouse-7731';
const SECRET_CONTRIBUTION = 'marmalade-turbine-4410';
const SECRET_MEDIATOR = 'Quixote Peppercorn';
const RESEARCH_SHARE = 9_876_543;
const LEAD_SHARE = 13_579_246;
const OTHERS_OFFER = 1_234_567;
const SECRET_NUMBERS = [RESEARCH_SHARE, LEAD_SHARE, RESEARCH_SHARE + LEAD_SHARE];

/** The secret of a rival's opportunity mail: whoever has it sees that opportunity. */
const OPPORTUNITY_TOKEN = 't'.repeat(43);

const sealedStates: readonly TenderState[] = ['open', 'withdrawn', 'in_review', 'draft'];
const bidStages = ['forming', 'signing', 'submitted', 'amending'] as const;

let app: TestApp;
let stage: BidStage;
let decliner: Player;
/** Those who have nothing to do with the bid. */
const outsiders = new Map<string, Agent>();
/** What each outsider saw before there was a bid, by tender state. */
const before = new Map<TenderState, Map<string, string>>();
let bid: BidView;
let invitationIds: string[] = [];

beforeAll(async () => {
  app = await startTestApp({ settings: { OPERATOR_EMAILS: 'operator@example.org' } });
  stage = await setBidStage(app, { maxBidsPerMember: 2 });
  decliner = await matchedCoop('Declining Co-op');
  await castOutsiders();
  await ensureMailToken({
    tokenHash: hashToken(OPPORTUNITY_TOKEN),
    purpose: 'opportunity',
    personId: stage.rival.person.id,
    coopId: stage.rival.organisation.id,
    tenderId: stage.tender.id,
    invitationId: null,
    createdAt: app.clock(),
    expiresAt: new Date('2037-12-07T12:00:00Z'),
  });
  for (const state of sealedStates) {
    await setTenderState(state);
    before.set(state, await look(outsiders, unknownIds()));
  }
  await setTenderState('open');
}, 120_000);
afterAll(() => app.stop());

/** A co-op with the same match as the other researcher. */
async function matchedCoop(name: string): Promise<Player> {
  const { coop, person } = await buildCoop({ name, profile: profileWith('user-research') });
  const match = await matches.findOne({ coopId: stage.other.organisation.id });
  if (match === null) throw new Error('no match to copy');
  const { id: _id, ...copy } = match;
  await matches.insert({ ...copy, coopId: coop.id });
  return { organisation: coop, person, browser: await app.as(person, coop) };
}

async function castOutsiders(): Promise<void> {
  const { client, rival } = stage;
  const operator = await buildPerson({ email: 'operator@example.org' });
  const { coop: operatorsCoop } = await buildCoop({ name: 'Operators Co-op' });
  await buildMembership(operator, operatorsCoop, 'steward');
  const clientMember = await buildPerson();
  await buildMembership(clientMember, client.organisation, 'member');
  outsiders
    .set('visitor', app.visitor())
    .set('a person without an organisation', await app.as(await buildPerson()))
    .set('the client’s steward', client.browser)
    .set('the client’s member', await app.as(clientMember, client.organisation))
    .set(
      'an operator who is a steward of a co-op that was not matched',
      await app.as(operator, operatorsCoop),
    )
    .set('a coordinator who is a steward of a co-op that was not matched', await castCoordinator())
    .set('a rival that said yes', rival.browser)
    .set('a co-op that hears that the lead looks for partners', await castHelper());
}

/** The lead says that it looks for partners: who hears that must not learn from it that there is a bid. */
async function castHelper(): Promise<Agent> {
  const { tender, lead } = stage;
  await responses.change(
    { tenderId: tender.id, coopId: lead.organisation.id },
    { set: { seeksPartners: true } },
  );
  return (await matchedCoop('Helping Co-op')).browser;
}

async function castCoordinator(): Promise<Agent> {
  const { coop, person } = await buildCoop({ name: 'Coordinators Co-op' });
  await mainNetwork();
  await networks.change({ isMain: true }, { set: { coordinatorIds: [person.id] } });
  return app.as(person, coop);
}

async function setTenderState(state: TenderState): Promise<void> {
  await tenders.change({ id: stage.tender.id }, { set: { state } });
}

test('the outsiders see as much as there is to see', () => {
  const seen = before.get('open') ?? new Map<string, string>();
  const pages = [...seen].filter(([, reply]) => reply.startsWith('200')).map(([where]) => where);
  expect(pages).toEqual(
    expect.arrayContaining([
      `visitor · GET /api/tenders/${stage.tender.id}`,
      `visitor · GET /api/answers/${OPPORTUNITY_TOKEN}`,
      `a rival that said yes · GET /api/tenders/${stage.tender.id}/consortia`,
      `the client’s steward · GET /api/my-tenders`,
      `a rival that said yes · GET /api/opportunities/${stage.tender.id}`,
    ]),
  );
  const helper = `a co-op that hears that the lead looks for partners · GET /api/opportunities/${stage.tender.id}`;
  expect(seen.get(helper)).toContain('"partnerCalls":[{"coop":{"id"');
});

// The bid, stage by stage

async function bringBidTo(to: (typeof bidStages)[number]): Promise<void> {
  const { lead, researcher, other } = stage;
  if (to === 'forming') {
    const begun = await startBid(stage);
    const invitation = await invite(begun, lead, decliner, { shareMinor: OTHERS_OFFER });
    const no = { termsVersion: 1, reason: 'No time.' };
    expectReply(await decliner.browser.post(`/api/invitations/${invitation.id}/decline`).send(no), 200);
    const second = await invite(begun, lead, researcher, { shareMinor: RESEARCH_SHARE });
    expectReply(
      await researcher.browser.post(`/api/invitations/${second.id}/accept`).send({ termsVersion: 1 }),
      200,
    );
    const { version } = await seeBid(begun.id, lead);
    bid = expectReply(
      await lead.browser
        .post(`/api/bids/${begun.id}/seats`)
        .send({ version, parts: [{ requirementId: 'r2', days: 1 }], contribution: '' }),
      201,
    );
    const third = await invite(bid, lead, other, { shareMinor: OTHERS_OFFER });
    invitationIds = [invitation.id, second.id, third.id];
    await writeSecrets();
    return;
  }
  if (to === 'signing') {
    const [, , third] = invitationIds;
    const open = { termsVersion: 1 };
    expectReply(await lead.browser.post(`/api/invitations/${third}/revoke`).send(open), 200);
    const seen = await seeBid(bid.id, lead);
    const empty = seen.seats.find((seat) => seat.state === 'open');
    bid = expectReply(
      await lead.browser.delete(`/api/bids/${bid.id}/seats/${empty?.id}?version=${seen.version}`),
      200,
    );
    bid = await freeze(bid, lead);
    await sign(bid.id, researcher);
    return;
  }
  if (to === 'submitted') {
    await sign(bid.id, lead);
    bid = expectReply(await lead.browser.post(`/api/bids/${bid.id}/submit`).send({ revision: 1 }), 200);
    return;
  }
  const added = expectReply(
    await lead.browser
      .post(`/api/bids/${bid.id}/seats`)
      .send({ version: bid.version, parts: [{ requirementId: 'r2', days: 1 }] }),
    201,
  );
  const again = await invite(added, lead, other, { shareMinor: OTHERS_OFFER });
  invitationIds = [...invitationIds, again.id];
  bid = await seeBid(bid.id, lead);
}

async function writeSecrets(): Promise<void> {
  const { lead } = stage;
  const { version } = await seeBid(bid.id, lead);
  const written = expectReply(
    await lead.browser.patch(`/api/bids/${bid.id}`).send({
      version,
      sections: [{ key: 'a', title: 'Approach', text: `Our plan: ${SECRET_TEXT}.` }],
      disputePath: { kind: 'named_mediator', who: SECRET_MEDIATOR },
      joiningReasons: ['skill'],
    }),
    200,
  );
  const seated = expectReply(
    await lead.browser
      .patch(`/api/bids/${bid.id}/seats/lead`)
      .send({ version: written.version, contribution: SECRET_CONTRIBUTION }),
    200,
  );
  const shareOf = (seat: BidView['seats'][number]) => (seat.isLead ? LEAD_SHARE : (seat.shareMinor ?? 0));
  bid = expectReply(
    await lead.browser.put(`/api/bids/${bid.id}/shares`).send({
      version: seated.version,
      totalMinor: seated.seats.reduce(
        (sum: number, seat: BidView['seats'][number]) => sum + shareOf(seat),
        0,
      ),
      shares: seated.seats.map((seat: BidView['seats'][number]) => ({
        seatId: seat.id,
        shareMinor: shareOf(seat),
      })),
    }),
    200,
  );
}

// Looking

interface Ids {
  bidId: string;
  seatId: string;
  invitationId: string;
}
const unknownIds = (): Ids => ({ bidId: newId(), seatId: 'seat-2', invitationId: newId() });
const realIds = (): Ids[] =>
  invitationIds.map((invitationId) => ({ bidId: bid.id, seatId: 'seat-2', invitationId }));

/** Addresses of a route for these ids: its parameters filled with what is most telling. */
function addressesOf(route: Route, ids: Ids): string[] {
  const values: Record<string, string[]> = {
    tenderId: [stage.tender.id],
    bidId: [ids.bidId],
    seatId: [ids.seatId],
    invitationId: [ids.invitationId],
    number: ['1'],
    slug: [stage.lead.organisation.slug, stage.client.organisation.slug],
    organisationId: [stage.client.organisation.id, stage.lead.organisation.id],
    personId: [stage.lead.person.id],
    sessionId: [stage.tender.id],
    letterId: [stage.tender.id],
    token: [OPPORTUNITY_TOKEN],
    reason: ['deadline_not_passed'],
  };
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  return names.reduce<string[]>(
    (addresses, name) => {
      const known = values[name];
      if (known === undefined)
        throw new Error(`this test does not know what to put for :${name} of ${route.path}`);
      return addresses.flatMap((address) => known.map((value) => address.replace(`:${name}`, value)));
    },
    [`/api${route.path}`],
  );
}

const reads = allRoutes.filter((route) => route.method === 'GET');
const writes = allRoutes.filter((route) => route.method !== 'GET');
const searches = ['', `?query=${SECRET_TEXT}`, '?query=lead'];

function readAddresses(ids: Ids): string[] {
  return reads.flatMap((route) =>
    addressesOf(route, ids).flatMap((address) =>
      ['/tenders', '/coops'].includes(route.path) ? searches.map((search) => address + search) : [address],
    ),
  );
}

/** What everybody sees at every address, with what differs by itself taken out. */
async function look(browsers: ReadonlyMap<string, Agent>, ids: Ids): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const [name, browser] of browsers) {
    const replies = await Promise.all(
      readAddresses(ids).map(async (address) => [address, await browser.get(address)] as const),
    );
    for (const [address, reply] of replies) {
      const where = `${name} · GET ${neutral(address, ids)}`;
      seen.set(where, neutral(`${reply.status} ${reply.text}`, ids));
    }
  }
  return seen;
}

/** The reply without ids that were asked for and the request's own id. */
function neutral(text: string, ids: Ids): string {
  return text
    .replaceAll(ids.bidId, '<bid>')
    .replaceAll(ids.invitationId, '<invitation>')
    .replaceAll(/"requestId":"[^"]+"/g, '"requestId":"<request>"');
}

/** What of the bid is in a text. */
function secretsIn(text: string): string[] {
  const hashes = bid.revisions.map((revision) => revision.hash);
  const amounts = SECRET_NUMBERS.flatMap((minor) => {
    const whole = Math.floor(minor / 100);
    return [String(minor), String(whole), whole.toLocaleString('en-GB')];
  });
  const secrets = [SECRET_TEXT, SECRET_CONTRIBUTION, SECRET_MEDIATOR, ...hashes, ...amounts];
  return secrets.filter((secret) => text.includes(secret));
}

describe.each(bidStages)('while the bid is %s', (at) => {
  beforeAll(() => bringBidTo(at), 60_000);

  // What a tender's state changes, it changes for every stage of a bid: all are tried on the telling one.
  test.each(at === 'submitted' ? sealedStates : (['open'] as const))(
    'and the tender is %s, nothing is different for those outside',
    async (state) => {
      await setTenderState(state);
      const [ids] = realIds();
      const now = await look(outsiders, ids ?? unknownIds());
      await setTenderState('open');
      for (const [where, reply] of now) {
        expect({ where, reply }).toEqual({ where, reply: before.get(state)?.get(where) });
        expect({ where, leaks: secretsIn(reply) }).toEqual({ where, leaks: [] });
      }
    },
    60_000,
  );

  test('those who were offered a seat see their own offer and nothing else', async () => {
    const offered = new Map([
      ['invited', stage.other.browser],
      ['declined', decliner.browser],
    ]);
    for (const ids of realIds().slice(-2)) {
      for (const [where, reply] of await look(offered, ids)) {
        expect({ where, leaks: secretsIn(reply) }).toEqual({ where, leaks: [] });
        const isDirectory = /GET \/api\/(coops|opportunities|tenders\/[^/]+\/consortia)/.test(where);
        // The other member is in the directory, but not beside the offer.
        const isNamed = !isDirectory && reply.includes('Research Co-op');
        expect({ where, isNamed }).toEqual({ where, isNamed: false });
      }
    }
  });

  test('the detector goes off for a member', async () => {
    const [ids] = realIds();
    const member = await look(new Map([['member', stage.researcher.browser]]), ids ?? unknownIds());
    const room = [...member].find(([where]) => where.endsWith('GET /api/bids/<bid>'))?.[1] ?? '';
    expect(secretsIn(room)).toEqual(
      expect.arrayContaining([SECRET_TEXT, SECRET_CONTRIBUTION, String(RESEARCH_SHARE)]),
    );
    if (at !== 'forming') expect(secretsIn(room)).toContain(bid.revisions[0]?.hash);
    // The wall between members: the other's price is not among it.
    for (const [where, reply] of member)
      expect({ where, isThere: reply.includes(String(LEAD_SHARE)) }).toEqual({ where, isThere: false });
  });
});

describe('writing', () => {
  const version = 99;
  const parts = [{ requirementId: 'r2', days: 1 }];
  const replyBy = '2037-12-01T12:00:00Z';
  /** Bodies that get as far as they can; what has a version is stale on purpose, so that nothing is changed. */
  function bodyFor(path: string): object {
    const hash = bid.revisions[0]?.hash;
    if (path.endsWith('/sign')) return { revision: 1, hash };
    if (path.endsWith('/submit')) return { revision: 1 };
    if (path.endsWith('/invitations'))
      return { coopId: stage.researcher.organisation.id, parts, shareMinor: 1, replyBy };
    if (/\/(accept|take-counter|revoke)$/.test(path)) return { termsVersion: 99 };
    if (path.endsWith('/decline')) return { termsVersion: 99, reason: 'no' };
    if (/\/(counter|offer-again)$/.test(path))
      return { termsVersion: 99, parts, shareMinor: 1, ...(path.endsWith('again') ? { replyBy } : {}) };
    if (path.endsWith('/award')) return { version, bidId: bid.id, reason: 'It is good.', others: [] };
    if (path.endsWith('/shares')) return { version, totalMinor: 0, shares: [] };
    if (path.endsWith('/seats')) return { version, parts };
    if (/\/(withdraw|cancel|close-without-award)$/.test(path) && path.includes('/tenders/'))
      return { version, reason: 'Because.' };
    if (path.includes('/tenders/') || path.includes('/bids/')) return { version };
    return {};
  }

  /** Routes that would end or change what the test stands on. */
  const skipped = (route: Route) =>
    /^\/(session|me|sign-in|organisations|profile|skill-proposals)/.test(route.path) ||
    ['/tenders/:tenderId/bids', '/tenders/:tenderId/copy', '/answers/:token'].includes(route.path);

  test('outside the consortium every write is answered without a word of the bid', async () => {
    const [ids] = realIds();
    const tried = new Map([...outsiders, ['invited', stage.other.browser], ['declined', decliner.browser]]);
    const stateBefore = JSON.stringify(await seeBid(bid.id, stage.lead));
    for (const [name, browser] of tried) {
      for (const route of writes.filter((each) => !skipped(each))) {
        for (const address of addressesOf(route, ids ?? unknownIds())) {
          const body = bodyFor(route.path);
          const asked = {
            POST: () => browser.post(address).send(body),
            PUT: () => browser.put(address).send(body),
            PATCH: () => browser.patch(address).send(body),
            DELETE: () => browser.delete(`${address}?version=${version}`),
            GET: () => browser.get(address),
          }[route.method];
          const reply = await asked();
          const where = `${name} · ${route.method} ${route.path}`;
          expect({ where, leaks: secretsIn(reply.text) }).toEqual({ where, leaks: [] });
          if (route.path.startsWith('/bids/:bidId'))
            expect({ where, isOk: reply.ok }).toEqual({ where, isOk: false });
        }
      }
    }
    expect(JSON.stringify(await seeBid(bid.id, stage.lead))).toBe(stateBefore);
  }, 60_000);

  test('an unknown bid and a sealed one are refused in the same words', async () => {
    const [ids] = realIds();
    const real = ids ?? unknownIds();
    const unknown = unknownIds();
    for (const [name, browser] of outsiders) {
      for (const route of writes.filter((each) => each.path.startsWith('/bids/:bidId'))) {
        const ask = async (at: Ids) => {
          const [address = ''] = addressesOf(route, at);
          const body = bodyFor(route.path);
          const reply =
            route.method === 'DELETE'
              ? await browser.delete(`${address}?version=1`)
              : route.method === 'PUT'
                ? await browser.put(address).send(body)
                : route.method === 'PATCH'
                  ? await browser.patch(address).send(body)
                  : await browser.post(address).send(body);
          return neutral(`${reply.status} ${reply.text}`, at);
        };
        expect({ name, path: route.path, reply: await ask(real) }).toEqual({
          name,
          path: route.path,
          reply: await ask(unknown),
        });
      }
    }
  }, 60_000);
});
