import type { CoopMatch } from '@cobid/domain/matching/matchCoop.ts';
import type { Answer, OpportunityCard } from '@cobid/domain/opportunity/schema.ts';
import { missingInWords, reasonsInWords } from '@cobid/domain/opportunity/matchInWords.ts';
import { tenderCardOf } from '@cobid/domain/tender/tenderCard.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';

/** A tender with what is known of one co-op's match and answer. */
export interface Matched {
  tender: TenderRecord;
  match: Pick<CoopMatch, 'score' | 'terms' | 'missing' | 'requirements'> | null;
  answer: Answer | null;
}

/** Cards in the same order; clients and the co-op's own bids are read in one query each. */
export async function opportunityCardsOf(
  found: readonly Matched[],
  coopId: string,
  now: Date,
): Promise<OpportunityCard[]> {
  const tenderIds = found.map(({ tender }) => tender.id);
  const [refOf, own] = await Promise.all([
    organisationRefs(found.map(({ tender }) => tender.clientId)),
    bids.find(
      { memberIds: coopId, tenderId: oneOf(tenderIds), isLive: true },
      { without: ['sealed', 'events'] },
    ),
  ]);
  const bidOf = new Map(own.map((bid) => [bid.tenderId, bid.id]));
  return found.map(({ tender, match, answer }) => ({
    tender: tenderCardOf(tender, tender.clientId === null ? null : refOf(tender.clientId), now),
    score: match?.score ?? 0,
    why: match === null ? [] : reasonsInWords(match.terms),
    missing: match === null ? [] : missingInWords(match, tender.content),
    response: answer,
    bidId: bidOf.get(tender.id) ?? null,
  }));
}
