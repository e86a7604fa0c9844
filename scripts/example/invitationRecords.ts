import type { SeatOffer } from '@cobid/domain/bid/seats.ts';
import { liveInvitationStates } from '@cobid/domain/invitation/lifecycle.ts';
import type { InvitationState } from '@cobid/domain/invitation/lifecycle.ts';
import { accept, counter, decline, firstOffer, see } from '@cobid/domain/invitation/moves.ts';
import type { OfferOutcome } from '@cobid/domain/invitation/moves.ts';
import type { Offer } from '@cobid/domain/invitation/schema.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { ExampleBid, ExampleSeat } from './exampleBid.ts';
import { partsOf, shareOf } from './seatTerms.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

function moved(outcome: OfferOutcome, what: string): Offer {
  if (outcome.ok) return outcome.offer;
  throw new Error(`example invitation, ${what}: ${outcome.because}`);
}

/** What the co-op answered, by the real moves. */
function answered(sent: Offer, seat: ExampleSeat, at: Date): Offer {
  const { answer } = seat;
  switch (answer?.kind) {
    case 'accepted':
      return moved(accept(see(sent, at).offer, { termsVersion: 1 }, at), `yes of ${seat.coop}`);
    case 'declined':
      return moved(decline(sent, { termsVersion: 1, reason: answer.reason }, at), `no of ${seat.coop}`);
    case 'countered': {
      const proposal = { parts: partsOf(answer.parts), shareMinor: shareOf(answer), message: answer.message };
      return moved(counter(sent, { termsVersion: 1, ...proposal }, at), `counter of ${seat.coop}`);
    }
    case 'seen':
      return see(sent, at).offer;
    case 'sent':
    case undefined:
      return sent;
  }
}

/** The invitation by which a seat of an example bid was offered. */
export function invitationRecordOf(input: {
  plan: ExampleBid;
  seat: ExampleSeat;
  offer: SeatOffer;
  bid: BidRecord;
  now: Date;
}): SeatInvitationRecord {
  const { plan, seat, offer, bid, now } = input;
  const sentAt = new Date(bid.createdAt.getTime() + HOUR);
  const answeredAt = new Date(Math.min(now.getTime() - HOUR, sentAt.getTime() + DAY));
  const replyBy = new Date(
    plan.replyBy === undefined ? sentAt.getTime() + 5 * DAY : now.getTime() + plan.replyBy * DAY,
  );
  const terms = { parts: partsOf(seat.parts), shareMinor: shareOf(seat), message: seat.message ?? '' };
  const final = answered(firstOffer(terms, replyBy, sentAt), seat, answeredAt);
  const event = (from: InvitationState | null, to: InvitationState, at: Date) => ({
    at,
    actorId: null,
    from,
    to,
    note: '',
  });
  return {
    ...final,
    id: offer.invitationId,
    bidId: bid.id,
    tenderId: bid.tenderId,
    seatId: offer.seatId,
    leadId: bid.leadId,
    coopId: offer.coopId,
    ...(liveInvitationStates.includes(final.state) ? { isLive: true } : {}),
    createdAt: sentAt,
    events: [
      event(null, 'sent', sentAt),
      ...(final.state === 'sent' ? [] : [event('sent', final.state, answeredAt)]),
    ],
  };
}
