import type { BidState } from '@cobid/domain/bid/lifecycle.ts';
import { changeableBidStates } from '@cobid/domain/bid/lifecycle.ts';
import type { BidRecord } from '@cobid/platform/mongo/models/bid.ts';
import type { SeatInvitationRecord } from '@cobid/platform/mongo/models/seatInvitation.ts';
import type { Work } from './readWork.ts';

/** More than these nobody reads; the page on bids has them all. */
const MOST = 5;

/** Seats that wait for the reader's answer, and their bids, those that run out first first. */
export interface OwnWork {
  seats: SeatInvitationRecord[];
  bids: BidRecord[];
  /** Whether one of them runs out before the next digest: a reason to write even if there is no new tender. */
  isLastCall: boolean;
}

const unfinished: readonly BidState[] = changeableBidStates.filter((state) => state !== 'submitted');

/** What a reader's co-ops are in the middle of. */
export function ownWork(coopIds: readonly string[], work: Work, nextDigestAt: Date): OwnWork {
  const deadlineOf = ({ tenderId }: BidRecord) => work.open.get(tenderId)?.tender.deadline?.getTime() ?? 0;
  const seats = coopIds
    .flatMap((coopId) => [...work.seatsOf(coopId)])
    .toSorted((a, b) => a.replyBy.getTime() - b.replyBy.getTime());
  const bids = [
    ...new Map(coopIds.flatMap((coopId) => work.bidsOf(coopId)).map((bid) => [bid.id, bid])).values(),
  ]
    .filter(({ state }) => changeableBidStates.includes(state))
    .toSorted((a, b) => deadlineOf(a) - deadlineOf(b));
  const runsOut = (at: number) => at <= nextDigestAt.getTime();
  return {
    seats: seats.slice(0, MOST),
    bids: bids.slice(0, MOST),
    isLastCall:
      seats.some(({ replyBy }) => runsOut(replyBy.getTime())) ||
      bids.some((bid) => unfinished.includes(bid.state) && runsOut(deadlineOf(bid))),
  };
}
