import { coverageBoard } from '@cobid/domain/bid/coverage.ts';
import { liveRevision } from '@cobid/domain/bid/frozen.ts';
import { toFrozenFor } from '@cobid/domain/bid/frozenFor.ts';
import { bidAudience, mayReadOpenedBids } from '@cobid/domain/bid/policy.ts';
import type { OpenedBidView } from '@cobid/domain/bid/schema.ts';
import { bidStateAt } from '@cobid/domain/bid/stateAt.ts';
import type { Actor } from '@cobid/domain/actor.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { readStrengths } from '@cobid/platform/consortium/readStrengths.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import type { RefOf } from '@cobid/platform/mongo/organisationRefs.ts';
import type { Strengths } from '@cobid/domain/bid/schema.ts';
import { ensure, found } from '../http/problem.ts';

/** The bids that the client was handed at the deadline, in a random order that stays the same: "Bidder 1…n". */
export async function openedBids(tenderId: string, actor: Actor, now: Date): Promise<OpenedBidView[]> {
  const tender = found(await tenders.findById(tenderId));
  ensure(mayReadOpenedBids(actor, tender, now), { state: tender.state });
  const records = await offeredBids(tender, actor, now);
  const coopIds = [...new Set(records.flatMap((record) => record.memberIds))];
  const [strengths, refOf] = await Promise.all([
    readStrengths(coopIds, tender.content, now),
    organisationRefs(coopIds),
  ]);
  return records.flatMap((record, index) => {
    const view = openedBidViewOf(record, tender, { strengths, refOf, now });
    return view === null ? [] : [{ ...view, label: `Bidder ${index + 1}` }];
  });
}

/** What the client may choose from. Where the envelopes' job has not run yet, the clock alone decides. */
export async function offeredBids(tender: TenderRecord, actor: Actor, now: Date): Promise<BidRecord[]> {
  const records = await bids.find({ tenderId: tender.id }, { sort: { orderKey: 1 } });
  return records.filter((record) => {
    const { leadId, memberIds, state, submission } = record;
    const facts = { leadId, memberIds, invitedIds: [], state };
    return submission !== null && bidAudience(actor, facts, tender, now) === 'client_after_deadline';
  });
}

function openedBidViewOf(
  record: BidRecord,
  tender: TenderRecord,
  { strengths, refOf, now }: { strengths: Strengths; refOf: RefOf; now: Date },
): Omit<OpenedBidView, 'label'> | null {
  const bid = toBid(record);
  const revision = liveRevision(bid);
  if (revision === null || bid.submission === null) return null;
  const offer = toFrozenFor({ audience: 'client_after_deadline', coopId: null }, bid, revision, refOf);
  if (offer === null) return null;
  const seats = revision.content.seats.map((seat) => ({ ...seat, state: 'accepted' as const }));
  return {
    id: record.id,
    state: bidStateAt(record.state, tender, now),
    submittedAt: bid.submission.at.toISOString(),
    offer,
    coverage: coverageBoard(tender.content.requirements, seats, strengths, skillLabel),
    outcome:
      record.outcome === null ? null : { reason: record.outcome.reason, at: record.outcome.at.toISOString() },
  };
}
