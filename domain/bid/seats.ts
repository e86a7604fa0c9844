import type { Problem } from '../problem.ts';
import type { TenderContent } from '../tender/schema.ts';
import { change, changeWithoutConsentOf } from './change.ts';
import { changeableBidStates } from './lifecycle.ts';
import { became, cannot } from './outcome.ts';
import type { BidOutcome } from './outcome.ts';
import type { Bid, BidContent, Seat, SeatPart } from './schema.ts';

/** What is agreed on for a seat: the days of each requirement, and the price share. */
export interface SeatTerms {
  parts: SeatPart[];
  shareMinor: number;
}

/** Which co-op a seat is offered to, and by which invitation. */
export interface SeatOffer {
  seatId: string;
  coopId: string;
  invitationId: string;
}

/** What is wrong with the parts of a seat: each names another requirement of the tender. */
export function partProblems(
  parts: readonly SeatPart[],
  tender: Pick<TenderContent, 'requirements'>,
  pointer = '/parts',
): Problem[] {
  return parts.flatMap((part, index) => {
    const at = `${pointer}/${index}/requirementId`;
    if (!tender.requirements.some((requirement) => requirement.id === part.requirementId))
      return [{ pointer: at, message: 'The tender has no such requirement.' }];
    if (parts.findIndex((other) => other.requirementId === part.requirementId) < index)
      return [{ pointer: at, message: 'This requirement is in the seat already. Change its days instead.' }];
    return [];
  });
}

/** Adds an open seat without a price. */
export function addSeat(bid: Bid, seat: { id: string; parts: SeatPart[]; contribution: string }): BidOutcome {
  if (!isChangeable(bid)) return cannot('wrong_state');
  if (findSeat(bid, seat.id) !== undefined) return cannot('already_exists');
  if (bid.content.seats.length >= 30)
    return cannot('invalid', [{ pointer: '/parts', message: 'A bid may have 30 seats at most.' }]);
  const open: Seat = {
    ...seat,
    coopId: null,
    state: 'open',
    invitationId: null,
    shareMinor: 0,
    showsPrice: false,
  };
  return change(bid, withSeats(bid.content, [...bid.content.seats, open]));
}

/** Changes what a seat does or says. What has been offered to a co-op changes only by offering again. */
export function changeSeat(
  bid: Bid,
  seatId: string,
  changes: {
    parts?: SeatPart[] | undefined;
    contribution?: string | undefined;
    showsPrice?: boolean | undefined;
  },
): BidOutcome {
  const seat = findSeat(bid, seatId);
  if (!isChangeable(bid)) return cannot('wrong_state');
  if (seat === undefined) return cannot('not_found');
  if (seat.state === 'invited' && changes.parts !== undefined) return cannot('seat_invited');
  return change(
    bid,
    replaceSeat(bid.content, {
      ...seat,
      parts: changes.parts ?? seat.parts,
      contribution: changes.contribution ?? seat.contribution,
      showsPrice: changes.showsPrice ?? seat.showsPrice,
    }),
  );
}

/** Takes an open seat out of the bid, and its share out of the total. */
export function removeSeat(bid: Bid, seatId: string): BidOutcome {
  const seat = findSeat(bid, seatId);
  if (!isChangeable(bid)) return cannot('wrong_state');
  if (seat === undefined) return cannot('not_found');
  if (seat.coopId === bid.leadId) return cannot('lead_stays');
  if (seat.state !== 'open') return cannot(seat.state === 'invited' ? 'seat_invited' : 'seat_taken');
  return change(
    bid,
    withSeats(
      bid.content,
      bid.content.seats.filter((other) => other.id !== seatId),
    ),
  );
}

/** Keeps an open seat for a co-op while its invitation is under way. Safe to repeat, also with new terms. */
export function inviteToSeat(bid: Bid, offer: SeatOffer, terms: SeatTerms): BidOutcome {
  const seat = findSeat(bid, offer.seatId);
  if (!isChangeable(bid)) return cannot('wrong_state');
  if (seat === undefined) return cannot('not_found');
  if (bid.content.seats.some((other) => other.id !== seat.id && other.coopId === offer.coopId))
    return cannot('coop_invited');
  if (seat.state === 'accepted') return cannot('seat_taken');
  if (seat.state === 'invited' && seat.invitationId !== offer.invitationId) return cannot('seat_invited');
  const { coopId, invitationId } = offer;
  return change(
    bid,
    replaceSeat(bid.content, { ...seat, ...picked(terms), coopId, invitationId, state: 'invited' }),
  );
}

/** Opens a seat again after its invitation was declined, revoked or has expired. Safe to repeat. */
export function endInvitation(bid: Bid, offer: Pick<SeatOffer, 'seatId' | 'invitationId'>): BidOutcome {
  const seat = findSeat(bid, offer.seatId);
  if (!isChangeable(bid)) return cannot('wrong_state');
  if (seat === undefined || seat.state !== 'invited' || seat.invitationId !== offer.invitationId)
    return became(bid);
  return change(bid, replaceSeat(bid.content, { ...seat, coopId: null, invitationId: null, state: 'open' }));
}

/** Seats a co-op on the terms that both sides agreed on. Safe to repeat. */
export function acceptSeat(bid: Bid, offer: SeatOffer, terms: SeatTerms): BidOutcome {
  const seat = findSeat(bid, offer.seatId);
  if (!isChangeable(bid)) return cannot('wrong_state');
  if (seat === undefined) return cannot('not_found');
  if (seat.invitationId !== offer.invitationId || seat.coopId !== offer.coopId)
    return cannot(seat.state === 'open' ? 'invitation_over' : 'seat_taken');
  if (seat.state === 'accepted') return became(bid);
  return change(bid, replaceSeat(bid.content, { ...seat, ...picked(terms), state: 'accepted' }));
}

/** The lead takes a seat back from the co-op that holds it; that co-op is no longer bound to anything. */
export function reopenSeat(bid: Bid, seatId: string): BidOutcome {
  const seat = findSeat(bid, seatId);
  if (!isChangeable(bid)) return cannot('wrong_state');
  if (seat === undefined) return cannot('not_found');
  if (seat.coopId === bid.leadId) return cannot('lead_stays');
  if (seat.state !== 'accepted' || seat.coopId === null)
    return cannot(seat.state === 'invited' ? 'seat_invited' : 'wrong_state');
  const opened: Seat = {
    ...seat,
    coopId: null,
    invitationId: null,
    state: 'open',
    contribution: '',
    showsPrice: false,
  };
  return changeWithoutConsentOf(seat.coopId, bid, replaceSeat(bid.content, opened));
}

/** A member goes; its seat is open again. The lead can only withdraw the whole bid. */
export function leave(bid: Bid, coopId: string): BidOutcome {
  if (!isChangeable(bid)) return cannot('wrong_state');
  if (coopId === bid.leadId) return cannot('lead_stays');
  const seat = bid.content.seats.find((held) => held.coopId === coopId && held.state === 'accepted');
  return seat === undefined ? cannot('not_found') : reopenSeat(bid, seat.id);
}

function isChangeable(bid: Bid): boolean {
  return changeableBidStates.includes(bid.state);
}

function findSeat(bid: Bid, seatId: string): Seat | undefined {
  return bid.content.seats.find((seat) => seat.id === seatId);
}

function picked({ parts, shareMinor }: SeatTerms): SeatTerms {
  return { parts, shareMinor };
}

function replaceSeat(content: BidContent, seat: Seat): BidContent {
  return withSeats(
    content,
    content.seats.map((other) => (other.id === seat.id ? seat : other)),
  );
}

/** The total is what the seats sum to, always: whoever changes one share changes what the client pays. */
function withSeats(content: BidContent, seats: Seat[]): BidContent {
  return { ...content, seats, totalMinor: seats.reduce((sum, seat) => sum + seat.shareMinor, 0) };
}
