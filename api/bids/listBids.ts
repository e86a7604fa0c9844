import { isFull } from '@cobid/domain/bid/members.ts';
import { factsOf, mayEditBid, maySign, maySubmit } from '@cobid/domain/bid/policy.ts';
import type { BidCard } from '@cobid/domain/bid/schema.ts';
import { bidStateAt } from '@cobid/domain/bid/stateAt.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import type { ActingActor } from '../http/route.ts';
import type { Room } from './room.ts';

const MOST = 200;

/** The bids that the acting co-op leads or takes part in, newest first. */
export async function listBids(actor: ActingActor, now: Date): Promise<BidCard[]> {
  const coopId = actor.acting.organisationId;
  const records = await bids.find({ memberIds: coopId }, { sort: { createdAt: -1 }, limit: MOST });
  const [known, refOf] = await Promise.all([
    tenders.findByIds(records.map((record) => record.tenderId)),
    organisationRefs(records.map((record) => record.leadId)),
  ]);
  const tenderById = new Map(known.map((tender) => [tender.id, tender]));
  return records.flatMap((record) => {
    const tender = tenderById.get(record.tenderId);
    if (tender === undefined) return [];
    const bid = toBid(record);
    return [
      {
        id: record.id,
        state: bidStateAt(record.state, tender, now),
        tender: {
          id: tender.id,
          title: tender.content.title,
          deadline: (tender.deadline ?? tender.createdAt).toISOString(),
          zone: tender.content.zone,
        },
        lead: refOf(record.leadId),
        myRole: record.leadId === coopId ? 'lead' : 'member',
        waitsForMe: waitsFor(actor, { record, bid, tender, facts: factsOf(bid) }, now),
      } as const,
    ];
  });
}

/** Whether nobody else can bring the bid forward now: it has to be signed, written, filled or submitted by the reader. */
function waitsFor(actor: ActingActor, { bid, tender, facts }: Room, now: Date): boolean {
  if (maySign(actor, bid, tender, now).ok || maySubmit(actor, bid, tender, now).ok) return true;
  const isWriting = bid.state === 'drafting' || (bid.state === 'forming' && !isFull(bid.content));
  const waitsForAnswers = bid.content.seats.some((seat) => seat.state === 'invited');
  return isWriting && !waitsForAnswers && mayEditBid(actor, facts, tender, now).ok;
}
