import { maySeePrice } from './policy.ts';
import type { BidAudience } from './policy.ts';
import type { Bid, FrozenBid, Revision } from './schema.ts';

/** Who reads a frozen revision. */
export interface FrozenReader {
  audience: BidAudience;
  coopId: string | null;
}

/** A frozen revision with the prices that its reader may not see taken out; null for those whom it does not exist for. */
export function toFrozenFor(
  reader: FrozenReader,
  bid: Bid,
  revision: Revision,
): (Omit<FrozenBid, 'seats'> & { seats: FrozenSeatFor[] }) | null {
  if (reader.audience === 'nobody' || reader.audience === 'invited') return null;
  const shows = (seat: FrozenBid['seats'][number]) => {
    const working = bid.content.seats.find((other) => other.id === seat.id && other.coopId === seat.coopId);
    return maySeePrice(reader.audience, reader.coopId, {
      coopId: seat.coopId,
      showsPrice: working?.showsPrice ?? false,
    });
  };
  return {
    ...revision.content,
    seats: revision.content.seats.map((seat) => ({
      ...seat,
      shareMinor: shows(seat) ? seat.shareMinor : null,
    })),
  };
}
export type FrozenSeatFor = Omit<FrozenBid['seats'][number], 'shareMinor'> & { shareMinor: number | null };
