import { memberIds } from '@cobid/domain/bid/members.ts';
import type { BidOutcome } from '@cobid/domain/bid/outcome.ts';
import type { Bid } from '@cobid/domain/bid/schema.ts';
import { bids, changeBid } from '@cobid/platform/mongo/models/bid.ts';
import { openBidContent, sealBidContent } from '@cobid/platform/sealing/bidContent.ts';

/**
 * Applies a move that the clock makes to a bid, as often as it takes until nobody else has changed the bid meanwhile.
 * Does nothing to a bid that is gone or refuses the move.
 */
export async function changeBidBy(bidId: string, move: (bid: Bid) => BidOutcome): Promise<void> {
  for (;;) {
    const record = await bids.findById(bidId);
    if (record === null) return;
    const { id, tenderId, leadId, state, submission, version } = record;
    const before = { id, tenderId, leadId, state, submission, ...openBidContent(record.sealed) };
    const outcome = move(before);
    if (!outcome.ok || outcome.bid === before) return;
    const { content, revisions, ...after } = outcome.bid;
    const changed = await changeBid(
      { id, version },
      {
        set: {
          state: after.state,
          submission: after.submission,
          memberIds: memberIds(content),
          sealed: sealBidContent({ content, revisions }),
        },
      },
    );
    if (changed !== null) return;
  }
}
