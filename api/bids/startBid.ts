import { randomBytes } from 'node:crypto';
import { factsOf, mayStartBid } from '@cobid/domain/bid/policy.ts';
import type { BidStart } from '@cobid/domain/bid/schema.ts';
import { partProblems } from '@cobid/domain/bid/seats.ts';
import { startBid as begin } from '@cobid/domain/bid/startBid.ts';
import { mayReadTender } from '@cobid/domain/tender/policy.ts';
import { newId } from '@cobid/platform/mongo/collection.ts';
import { bids, fromBid, liveBidsOf, toBid } from '@cobid/platform/mongo/models/bid.ts';
import { responses } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { ensure, found, invalid, refusal } from '../http/problem.ts';
import type { Room, RoomCall } from './room.ts';

/** Starts a bid as lead: from a suggested consortium, or with an empty seat of one's own. */
export async function startBid(tenderId: string, start: BidStart, call: RoomCall): Promise<Room> {
  const { actor, now } = call;
  const coopId = actor.acting.organisationId;
  const tender = found(await tenders.findById(tenderId));
  ensure(mayReadTender(actor, tender));
  const response = await responses.findOne({ tenderId, coopId });
  ensure(mayStartBid(actor, tender, response?.answer ?? null, now), { state: tender.state });
  ensureParts(start, tender);
  await ensureRoomForOneMore(coopId, tender, start.declaresRival);

  const bid = begin({
    id: newId(),
    tenderId,
    leadId: coopId,
    leadParts: start.suggestion.find((member) => member.coopId === coopId)?.parts ?? [],
    otherParts: start.suggestion.filter((member) => member.coopId !== coopId).map((member) => member.parts),
  });
  const record = await bids.insertIfNew({
    id: bid.id,
    ...fromBid(bid),
    version: 1,
    isLive: true,
    outcome: null,
    departures: [],
    orderKey: randomBytes(8).toString('hex'),
    createdAt: now,
    events: [{ at: now, actorId: actor.personId, from: null, to: bid.state, note: 'started' }],
  });
  if (record === null) throw refusal('lead_exists');
  const stored = toBid(record);
  return { record, bid: stored, tender, facts: factsOf(stored) };
}

function ensureParts({ suggestion }: BidStart, tender: TenderRecord): void {
  const problems = suggestion.flatMap((member, index) =>
    partProblems(member.parts, tender.content, `/suggestion/${index}/parts`),
  );
  const doubled = suggestion.findIndex(
    (member, index) => suggestion.findIndex((other) => other.coopId === member.coopId) < index,
  );
  if (doubled >= 0) {
    const message = 'This co-op is in the suggestion already.';
    problems.push({ pointer: `/suggestion/${doubled}/coopId`, message });
  }
  if (problems.length > 0) throw invalid(problems);
}

/** The co-op's other live bids for the tender: it may lead one, has to declare rivals, and keeps to the client's limit. */
async function ensureRoomForOneMore(
  coopId: string,
  tender: TenderRecord,
  declaresRival: boolean,
): Promise<void> {
  const others = await liveBidsOf(coopId, tender.id);
  if (others.some((other) => other.leadId === coopId)) throw refusal('lead_exists');
  if (others.length >= tender.content.maxBidsPerMember) throw refusal('too_many_bids');
  if (others.length > 0 && !declaresRival) throw refusal('rival_undeclared');
}
