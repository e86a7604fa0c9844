import { splitByWeights } from '../money.ts';
import type { Problem } from '../problem.ts';
import { change } from './change.ts';
import { changeableBidStates } from './lifecycle.ts';
import { seatDays } from './members.ts';
import { cannot } from './outcome.ts';
import type { BidOutcome } from './outcome.ts';
import type { Bid, Seat } from './schema.ts';

/** The price of the bid and how it is shared, in minor units. */
export interface Shares {
  totalMinor: number;
  shares: { seatId: string; shareMinor: number }[];
}

/** Sets the total and every seat's share; they have to sum exactly (domain rules, section 1). */
export function setShares(bid: Bid, { totalMinor, shares }: Shares): BidOutcome {
  if (!changeableBidStates.includes(bid.state)) return cannot('wrong_state');
  const { seats } = bid.content;
  const problems = namingProblems(seats, shares);
  if (problems.length > 0) return cannot('invalid', problems);
  const shareOf = new Map(shares.map((share) => [share.seatId, share.shareMinor]));
  const changesOffer = seats.some(
    (seat) => seat.state === 'invited' && shareOf.get(seat.id) !== seat.shareMinor,
  );
  if (changesOffer) return cannot('seat_invited');
  const sum = shares.reduce((total, share) => total + share.shareMinor, 0);
  if (sum !== totalMinor) {
    const difference = (Math.abs(totalMinor - sum) / 100).toFixed(2);
    const message = `The shares come to ${difference} ${sum < totalMinor ? 'less' : 'more'} than the total.`;
    return cannot('shares_differ', [{ pointer: '/totalMinor', message }]);
  }
  return change(bid, {
    ...bid.content,
    totalMinor,
    seats: seats.map((seat) => ({ ...seat, shareMinor: shareOf.get(seat.id) ?? seat.shareMinor })),
  });
}

/** Shares of a total in proportion to the days of each seat; sums exactly. */
export function shareEvenlyByDays(
  totalMinor: number,
  seats: readonly Pick<Seat, 'id' | 'parts'>[],
): { seatId: string; shareMinor: number }[] {
  const split = splitByWeights(
    totalMinor,
    seats.map((seat) => ({ id: seat.id, weight: seatDays(seat) })),
  );
  return seats.map((seat) => ({ seatId: seat.id, shareMinor: split.get(seat.id) ?? 0 }));
}

function namingProblems(seats: readonly Seat[], shares: Shares['shares']): Problem[] {
  const wrong = shares.flatMap((share, index) => {
    const isKnown = seats.some((seat) => seat.id === share.seatId);
    const isFirst = shares.findIndex((other) => other.seatId === share.seatId) === index;
    if (isKnown && isFirst) return [];
    const message = isKnown ? 'This seat has a share already.' : 'The bid has no such seat.';
    return [{ pointer: `/shares/${index}/seatId`, message }];
  });
  const isComplete = seats.every((seat) => shares.some((share) => share.seatId === seat.id));
  return isComplete
    ? wrong
    : [...wrong, { pointer: '/shares', message: 'Give each seat of the bid a share.' }];
}
