import { liveInvitationStates } from '@cobid/domain/invitation/lifecycle.ts';
import { after as laterThan, oneOf } from '@cobid/platform/mongo/filter.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import type { MatchRecord } from '@cobid/platform/mongo/models/match.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { openTenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
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
  hasAnswered(coopId: string, tenderId: string): boolean;
  seatsOf(coopId: string): readonly SeatInvitationRecord[];
  bidsOf(coopId: string): readonly BidRecord[];
}

/** Reads it for all these co-ops in five reads. Bids come without their sealed part, to their own members alone. */
export async function readWork(coopIds: readonly string[], now: Date): Promise<Work> {
  const tenders = await openTenders(now, MOST);
  const tenderIds = tenders.map(({ id }) => id);
  const about = { coopId: oneOf(coopIds), tenderId: oneOf(tenderIds) };
  const [matched, answered, seats, joined] = await Promise.all([
    matches.find({ ...about, isEligible: true }, { without: ['changes', 'ineligibilities'] }),
    responses.find(about, { without: ['history'] }),
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
  const given = new Set(answered.map(({ coopId, tenderId }) => `${coopId} ${tenderId}`));
  const [matchesBy, seatsBy] = [byCoop(matched), byCoop(seats)];
  return {
    open: new Map(tenders.map((tender) => [tender.id, { tender, facts: factsOfTender(tender) }])),
    matchesOf: (coopId) => matchesBy.get(coopId) ?? [],
    hasAnswered: (coopId, tenderId) => given.has(`${coopId} ${tenderId}`),
    seatsOf: (coopId) => seatsBy.get(coopId) ?? [],
    bidsOf: (coopId) => joined.filter(({ memberIds }) => memberIds.includes(coopId)),
  };
}

function byCoop<Row extends { coopId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const group = grouped.get(row.coopId);
    if (group === undefined) grouped.set(row.coopId, [row]);
    else group.push(row);
  }
  return grouped;
}
