import type { CoopProfile } from '../coop/schema.ts';
import { formatMoney } from '../money.ts';
import type { Currency } from '../money.ts';
import { seatDays } from './members.ts';
import type { BidContent, Seat, SeatPart, WarningView } from './schema.ts';

/** A co-op's own private figures, for its own eyes. */
export interface OwnFigures {
  coopId: string;
  dayRateFloor: CoopProfile['dayRateFloor'];
  /** Free days in the time of the tender. */
  freeDays: number;
}

/**
 * Care (domain rules, section 2): things to look at before agreeing to terms; never a reason to refuse. Rate and
 * load use only the reader's own figures.
 */
export function termsWarnings(
  terms: { parts: SeatPart[]; shareMinor: number },
  unit: Currency,
  own: OwnFigures,
): { code: string; message: string }[] {
  const days = seatDays(terms);
  const warnings = [];
  const floor = own.dayRateFloor;
  if (isUnpaid(terms))
    warnings.push({ code: 'unpaid_days', message: `${days} days here are not paid at all.` });
  else if (floor !== null && floor.currency === unit && days > 0 && terms.shareMinor / days < floor.minor) {
    const rate = formatMoney(Math.floor(terms.shareMinor / days), unit);
    const message = `This comes to ${rate} a day, under your own floor of ${formatMoney(floor.minor, unit)}.`;
    warnings.push({ code: 'rate_under_floor', message });
  }
  if (days > own.freeDays) {
    const message = `This takes ${days} days; your calendar has ${own.freeDays} free in that time.`;
    warnings.push({ code: 'over_free_days', message });
  }
  return warnings;
}

/** Warnings for one reader of the bid room: on its own seat, and on unpaid days of seats whose price it may see. */
export function bidWarnings(
  content: Pick<BidContent, 'seats'>,
  unit: Currency,
  own: OwnFigures,
  seesPriceOf: (seat: Seat) => boolean,
): WarningView[] {
  return content.seats.flatMap((seat) => {
    if (seat.coopId === own.coopId)
      return termsWarnings(seat, unit, own).map((warning) => ({ ...warning, seatId: seat.id }));
    if (!seesPriceOf(seat) || !isUnpaid(seat)) return [];
    const message = `${seatDays(seat)} days of this seat are not paid at all.`;
    return [{ code: 'unpaid_days', seatId: seat.id, message }];
  });
}

function isUnpaid(terms: { parts: SeatPart[]; shareMinor: number }): boolean {
  return terms.shareMinor === 0 && seatDays(terms) > 0;
}
