import { memberIds } from '@cobid/domain/bid/members.ts';
import type { BidOutcome } from '@cobid/domain/bid/outcome.ts';
import { freeze } from '@cobid/domain/bid/signing.ts';
import { canonicalHash } from '@cobid/platform/canonicalHash.ts';
import { readStrengths } from '@cobid/platform/consortium/readStrengths.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import type { Room, RoomCall } from './room.ts';

/** Freezes the working text as it would be signed, with the co-ops' names and strengths of today. */
export async function freezeBid({ bid, tender }: Room, { actor, now }: RoomCall): Promise<BidOutcome> {
  const coopIds = memberIds(bid.content);
  const [strengths, refOf] = await Promise.all([
    readStrengths(coopIds, tender.content, now),
    organisationRefs(coopIds),
  ]);
  return freeze(bid, {
    tender: { version: tender.version, content: tender.content },
    coopNames: Object.fromEntries(coopIds.map((coopId) => [coopId, refOf(coopId).name])),
    strengths,
    hashOf: canonicalHash,
    personId: actor.personId,
    now,
  });
}
