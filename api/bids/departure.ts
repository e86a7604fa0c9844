import type { Bid, Seat } from '@cobid/domain/bid/schema.ts';
import type { Change } from '@cobid/platform/mongo/collection.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';

/** Records that a co-op goes, with the invitation that it had come by, so that the other side hears of it. */
export function departure(
  bid: Bid,
  isIts: (seat: Seat) => boolean,
  { at, isPutOut }: { at: Date; isPutOut: boolean },
): Change<BidRecord> {
  const seat = bid.content.seats.find(isIts);
  if (seat === undefined || seat.coopId === null) return {};
  const { coopId, invitationId } = seat;
  return { push: { departures: { coopId, invitationId, isPutOut, at } } };
}
