import { liveInvitationStates } from '@cobid/domain/invitation/lifecycle.ts';
import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import { after as laterThan, oneOf } from '@cobid/platform/mongo/filter.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import { liftsOf } from '@cobid/platform/mongo/models/exposure.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { openTenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { partnerCalls } from '@cobid/platform/opportunities/partnerCalls.ts';
import type { PartnerCall } from '@cobid/platform/opportunities/partnerCalls.ts';
import { factsOfTender } from '@cobid/platform/telling/factsOfTender.ts';

/** Those that close first; an installation with more open tenders at once has full digests anyway. */
const MOST = 500;

/** An open tender with the hash of what it says. */
export interface OpenTender {
  tender: TenderRecord;
  facts: string;
}

/** What there is to tell about the open tenders to a number of co-ops. */
export interface Work {
  open: ReadonlyMap<string, OpenTender>;
  matchesOf(coopId: string): readonly MatchRecord[];
  /** By how much the order of a tender's mails raised the co-op above its fit. */
  liftOf(coopId: string, tenderId: string): number;
  /** The co-op's answer to a tender; null where it has given none. */
  answerOf(coopId: string, tenderId: string): Answer | null;
  /** Who looks for partners for a tender. */
  callsFor(tenderId: string): readonly PartnerCall[];
  seatsOf(coopId: string): readonly SeatInvitationRecord[];
  bidsOf(coopId: string): readonly BidRecord[];
}

/** Reads it for all these co-ops in eight reads. Bids come without their sealed part, to their own members alone. */
export async function readWork(coopIds: readonly string[], now: Date): Promise<Work> {
  const tenders = await openTenders(now, MOST);
  const tenderIds = tenders.map(({ id }) => id);
  const about = { coopId: oneOf(coopIds), tenderId: oneOf(tenderIds) };
  const [matched, liftOf, answered, calls, seats, joined] = await Promise.all([
    matches.find({ ...about, isEligible: true }, { without: ['changes', 'ineligibilities'] }),
    liftsOf(coopIds, tenderIds),
    responses.find(about, { without: ['history'] }),
    partnerCalls(tenderIds),
    seatInvitations.find({
      ...about,
      state: oneOf(liveInvitationStates.filter((state) => state !== 'countered')),
      replyBy: laterThan(now),
    }),
    bids.find(
      { memberIds: oneOf(coopIds), tenderId: oneOf(tenderIds), isLive: true },
      { without: ['sealed', 'events'] },
    ),
  ]);
  const given = new Map(answered.map(({ coopId, tenderId, answer }) => [`${coopId} ${tenderId}`, answer]));
  const [matchesBy, seatsBy] = [grouped(matched, 'coopId'), grouped(seats, 'coopId')];
  const callsBy = grouped(calls, 'tenderId');
  return {
    open: new Map(tenders.map((tender) => [tender.id, { tender, facts: factsOfTender(tender) }])),
    matchesOf: (coopId) => matchesBy.get(coopId) ?? [],
    liftOf,
    answerOf: (coopId, tenderId) => given.get(`${coopId} ${tenderId}`) ?? null,
    callsFor: (tenderId) => callsBy.get(tenderId) ?? [],
    seatsOf: (coopId) => seatsBy.get(coopId) ?? [],
    bidsOf: (coopId) => joined.filter(({ memberIds }) => memberIds.includes(coopId)),
  };
}

function grouped<Key extends string, Row extends Record<Key, string>>(
  rows: readonly Row[],
  key: Key,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group === undefined) groups.set(row[key], [row]);
    else group.push(row);
  }
  return groups;
}
