import type { BidView } from '@cobid/domain/bid/schema.ts';

/** For each requirement, the days that no seat but the given one has taken on. */
export function openRequirements(bid: BidView, exceptSeatId: string | null) {
  return bid.coverage.map(({ requirementId, label, neededDays }) => {
    const taken = bid.seats
      .filter((seat) => seat.id !== exceptSeatId)
      .flatMap((seat) => seat.parts)
      .filter((part) => part.requirementId === requirementId)
      .reduce((sum, part) => sum + part.days, 0);
    return { requirementId, label, openDays: Math.max(0, neededDays - taken) };
  });
}
