import type { BidOutcome } from '@cobid/domain/bid/outcome.ts';
import { cannot } from '@cobid/domain/bid/outcome.ts';
import { sign } from '@cobid/domain/bid/signing.ts';
import { liveBidsOf } from '@cobid/platform/mongo/models/bid.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import type { Room, RoomCall } from './room.ts';

/**
 * Signs for the acting co-op. Here the client's limit on bids for each co-op is kept for good: two invitations
 * accepted at once can exceed it, but no bid is complete without this signature. Asking at the co-op's own act
 * tells nobody else that there is another bid.
 */
export async function signBid(
  { bid, tender }: Room,
  input: { revision: number; hash: string },
  { actor, now }: RoomCall,
): Promise<BidOutcome> {
  const coopId = actor.acting.organisationId;
  const [mine, person] = await Promise.all([liveBidsOf(coopId, tender.id), people.findById(actor.personId)]);
  if (mine.length > tender.content.maxBidsPerMember) return cannot('too_many_bids');
  const personName = person?.name ?? '';
  return sign(bid, { ...input, by: { coopId, personId: actor.personId, personName, at: now } });
}
