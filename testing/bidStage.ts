import type { BidView } from '@cobid/domain/bid/schema.ts';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import type { InvitationView } from '@cobid/domain/invitation/schema.ts';
import type { Requirement } from '@cobid/domain/tender/schema.ts';
import { matchCoop } from '@cobid/domain/matching/matchCoop.ts';
import { storeMatches } from '@cobid/platform/mongo/models/match.ts';
import type { CoopRecord } from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';
import { recordAnswer } from '@cobid/platform/mongo/models/response.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { buildClient, buildCoop, buildTender, completeTender } from './builders.ts';
import type { Agent, TestApp } from './harness.ts';

/** Somebody on the stage: an organisation, a person who may bind it, and that person's browser. */
export interface Player {
  organisation: OrganisationRecord;
  person: PersonRecord;
  browser: Agent;
}

/** A tender with two musts, its client, and co-ops of which no single one covers both. */
export interface BidStage {
  tender: TenderRecord;
  client: Player;
  /** Covers react. */
  lead: Player;
  /** Covers user-research. */
  researcher: Player;
  /** Covers user-research, too. */
  other: Player;
  /** Covers react, too. */
  rival: Player;
}

const must = (id: string, skill: string, days: number): Requirement => ({
  id,
  skill,
  priority: 'must',
  level: 3,
  days,
  certificate: null,
  language: null,
  note: '',
});

/** A profile that holds one skill well, with days to spare. */
export function profileWith(skill: string, freeDays = 40): CoopProfile {
  return {
    ...emptyProfile,
    skills: [{ skill, level: 5, people: 3, lastUsed: '2037-11', evidence: '', verifiedReferences: 2 }],
    freeDays: [
      { month: '2038-01', days: freeDays },
      { month: '2038-02', days: freeDays },
    ],
    dayRateFloor: { minor: 400_00, currency: 'EUR' },
    languages: ['en'],
  };
}

/** Puts the players on the stage; the lead and the rival have said yes to the tender. */
export async function setBidStage(
  app: TestApp,
  content: Partial<TenderRecord['content']> = {},
): Promise<BidStage> {
  const { client, person } = await buildClient({ name: 'City of Bilbao' });
  const tender = await buildTender({
    clientId: client.id,
    createdBy: person.id,
    content: {
      ...completeTender,
      requirements: [must('r1', 'react', 20), must('r2', 'user-research', 10)],
      ...content,
    },
    needsClosing: true,
    closing: { wantedAt: app.clock(), doneAt: null },
  });
  const coop = async (name: string, skill: string): Promise<Player> => {
    const made = await buildCoop({ name, profile: profileWith(skill) });
    await storeMatch(made.coop, tender, app.clock());
    return {
      organisation: made.coop,
      person: made.person,
      browser: await app.as(made.person, made.coop),
    };
  };
  const stage = {
    tender,
    client: { organisation: client, person, browser: await app.as(person, client) },
    lead: await coop('Lead Co-op', 'react'),
    researcher: await coop('Research Co-op', 'user-research'),
    other: await coop('Other Co-op', 'user-research'),
    rival: await coop('Rival Co-op', 'react'),
  };
  await sayYes(stage.lead, tender, app.clock());
  await sayYes(stage.rival, tender, app.clock());
  return stage;
}

async function storeMatch(coop: OrganisationRecord, tender: TenderRecord, now: Date): Promise<void> {
  if (coop.profile === null) return;
  const matchable: Pick<CoopRecord, 'id' | 'isCoop' | 'profile'> = { ...coop, profile: coop.profile };
  await storeMatches([
    {
      ...matchCoop(matchable, { ...tender, clientName: null }, now),
      tenderId: tender.id,
      coopId: coop.id,
      tenderVersion: tender.version,
      completers: [],
      createdAt: now,
    },
  ]);
}

export async function sayYes(player: Player, tender: TenderRecord, at: Date): Promise<void> {
  await recordAnswer(
    { tenderId: tender.id, coopId: player.organisation.id },
    {
      personId: player.person.id,
      answer: 'yes',
      condition: null,
      until: null,
      passedTo: null,
      reason: null,
      note: '',
      seeksPartners: false,
      via: 'web',
      at,
    },
  );
}

const REPLY_BY = '2037-12-01T12:00:00Z';

/** A bid that the lead has begun, with an open seat for the research. */
export async function startBid({ tender, lead, researcher }: BidStage, by = lead): Promise<BidView> {
  const reply = await by.browser.post(`/api/tenders/${tender.id}/bids`).send({
    suggestion: [
      { coopId: by.organisation.id, parts: [{ requirementId: 'r1', days: 20 }] },
      { coopId: researcher.organisation.id, parts: [{ requirementId: 'r2', days: 10 }] },
    ],
  });
  return expectReply(reply, 201);
}

/** The open seat of a bid. */
export function openSeatOf(bid: BidView): string {
  const seat = bid.seats.find((each) => each.state === 'open');
  if (seat === undefined) throw new Error('the bid has no open seat');
  return seat.id;
}

/** Terms for the research seat. */
export const researchTerms = {
  parts: [{ requirementId: 'r2', days: 10 }],
  shareMinor: 5_000_00,
  message: 'Will you do the research with us?',
};

export async function invite(
  bid: BidView,
  by: Player,
  to: Player,
  terms: object = {},
): Promise<InvitationView> {
  const reply = await by.browser
    .post(`/api/bids/${bid.id}/seats/${openSeatOf(bid)}/invitations`)
    .send({ coopId: to.organisation.id, ...researchTerms, replyBy: REPLY_BY, ...terms });
  return expectReply(reply, 201);
}

/** The bid as a player sees it now. */
export async function seeBid(bidId: string, by: Player): Promise<BidView> {
  return expectReply(await by.browser.get(`/api/bids/${bidId}`), 200);
}

/** A bid of the lead and the researcher, written, priced and ready to be frozen. */
export async function writtenBid(stage: BidStage): Promise<BidView> {
  const { lead, researcher } = stage;
  const bid = await startBid(stage);
  const invitation = await invite(bid, lead, researcher);
  expectReply(
    await researcher.browser.post(`/api/invitations/${invitation.id}/accept`).send({ termsVersion: 1 }),
    200,
  );
  const joined = await seeBid(bid.id, lead);
  const written: BidView = expectReply(
    await lead.browser.patch(`/api/bids/${bid.id}`).send({
      version: joined.version,
      sections: [{ key: 'approach', title: 'How we will work', text: 'We build it with the residents.' }],
      disputePath: { kind: 'talk_then_mediator', who: '' },
      joiningReasons: ['skill'],
    }),
    200,
  );
  return expectReply(
    await lead.browser.put(`/api/bids/${bid.id}/shares`).send({
      version: written.version,
      totalMinor: 25_000_00,
      shares: written.seats.map((seat) => ({
        seatId: seat.id,
        shareMinor: seat.isLead ? 20_000_00 : 5_000_00,
      })),
    }),
    200,
  );
}

export async function freeze(bid: BidView, by: Player): Promise<BidView> {
  return expectReply(await by.browser.post(`/api/bids/${bid.id}/freeze`).send({ version: bid.version }), 200);
}

/** Signs the revision that is current, as the player sees it. */
export async function sign(bidId: string, by: Player): Promise<BidView> {
  const current = (await seeBid(bidId, by)).revisions.find((revision) => revision.isCurrent);
  return expectReply(
    await by.browser.post(`/api/bids/${bidId}/sign`).send({ revision: current?.number, hash: current?.hash }),
    200,
  );
}

/** A bid of the lead and the researcher, signed by both and submitted. */
export async function submittedBid(stage: BidStage): Promise<BidView> {
  const { lead, researcher } = stage;
  const frozen = await freeze(await writtenBid(stage), lead);
  await sign(frozen.id, lead);
  await sign(frozen.id, researcher);
  return expectReply(await lead.browser.post(`/api/bids/${frozen.id}/submit`).send({ revision: 1 }), 200);
}

/** The body of a reply that has this status; fails with the problem otherwise. */
export function expectReply<T>(reply: { status: number; body: T }, status: number): T {
  if (reply.status !== status) {
    throw new Error(`wanted ${status}, got ${reply.status}: ${JSON.stringify(reply.body)}`);
  }
  return reply.body;
}

/** The statuses of replies to requests that were sent at once, lowest first. */
export function statusesOf(replies: readonly { status: number }[]): number[] {
  return replies.map((reply) => reply.status).toSorted((a, b) => a - b);
}
