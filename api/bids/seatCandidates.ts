import { mayInvite } from '@cobid/domain/bid/policy.ts';
import type { SeatCandidates } from '@cobid/domain/bid/schema.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { organisationRefs } from '@cobid/platform/mongo/organisationRefs.ts';
import { ensure, found } from '../http/problem.ts';
import type { Room, RoomCall } from './room.ts';

const MOST = 20;

/** Co-ops matched to the tender that could take a seat: most of its requirements first, then fit, then id. */
export async function seatCandidates(
  { bid, tender, facts }: Room,
  seatId: string,
  { actor, now }: RoomCall,
): Promise<SeatCandidates> {
  ensure(mayInvite(actor, facts, tender, now));
  const seat = found(bid.content.seats.find((each) => each.id === seatId));
  const taken = new Set(bid.content.seats.map((each) => each.coopId));
  const matched = await matches.find({ tenderId: tender.id, isEligible: true });
  const candidates = matched
    .filter((match) => !taken.has(match.coopId))
    .map((match) => {
      const covered = new Set(
        match.requirements.filter((each) => each.isCovered).map((each) => each.requirementId),
      );
      const covers = seat.parts.map((part) => part.requirementId).filter((id) => covered.has(id));
      return { match, covers };
    })
    .filter(({ covers }) => covers.length > 0 || seat.parts.length === 0)
    .toSorted(
      (a, b) =>
        b.covers.length - a.covers.length ||
        b.match.score - a.match.score ||
        (a.match.coopId < b.match.coopId ? -1 : 1),
    )
    .slice(0, MOST);
  const refOf = await organisationRefs(candidates.map(({ match }) => match.coopId));
  return {
    items: candidates.map(({ match, covers }) => ({
      coop: refOf(match.coopId),
      fit: match.score,
      freeDays: match.freeDays,
      covers,
    })),
  };
}
