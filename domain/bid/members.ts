import type { BidContent, Seat } from './schema.ts';

/** The co-ops that hold an accepted seat, the lead's first. */
export function memberIds(content: Pick<BidContent, 'seats'>): string[] {
  return content.seats.flatMap((seat) =>
    seat.state === 'accepted' && seat.coopId !== null ? [seat.coopId] : [],
  );
}

/** Days that a seat carries in all. */
export function seatDays(seat: Pick<Seat, 'parts'>): number {
  return seat.parts.reduce((sum, part) => sum + part.days, 0);
}

/** Whether nothing is left to fill. */
export function isFull(content: Pick<BidContent, 'seats'>): boolean {
  return content.seats.every((seat) => seat.state === 'accepted');
}
