import { move } from '../lifecycle.ts';
import { liveRevision, saysTheSame } from './frozen.ts';
import { bidMoves } from './lifecycle.ts';
import type { BidState } from './lifecycle.ts';
import { isFull } from './members.ts';
import { became } from './outcome.ts';
import type { BidOutcome } from './outcome.ts';
import type { Bid, BidContent, Revision } from './schema.ts';

/**
 * Puts new content in place. Words that nobody has signed carry no signatures, so a revision in signing loses its
 * own; a submitted revision stays the live bid (domain rules, section 2).
 */
export function change(bid: Bid, content: BidContent): BidOutcome {
  if (saysTheSame(bid.content, content)) return became({ ...bid, content, state: stateOf(bid, content) });
  const isInSigning = (number: number) =>
    number === bid.revisions.at(-1)?.number && number !== bid.submission?.revision;
  const revisions = bid.revisions.map((revision) =>
    isInSigning(revision.number) ? voided(revision) : revision,
  );
  const edited = move(bidMoves, bid.state, 'edit');
  const state = edited.ok ? edited.to : bid.state;
  return became({ ...bid, content, revisions, state: stateOf({ ...bid, state }, content) });
}

/**
 * Puts content in place from which one co-op's consent is gone. Its signature must not outlive it: where the
 * co-op is bound by the live submission, that ends, and the bid is forming again.
 */
export function changeWithoutConsentOf(coopId: string, bid: Bid, content: BidContent): BidOutcome {
  const isBound = liveRevision(bid)?.content.seats.some((seat) => seat.coopId === coopId) ?? false;
  if (!isBound) return change(bid, content);
  const revisions = bid.revisions.map(voided);
  return became({ ...bid, content, revisions, submission: null, state: 'forming' });
}

/** Whoever had signed it is asked again, for a new revision. */
function voided(revision: Revision): Revision {
  return { ...revision, signatures: [], isVoid: true };
}

/** A bid in the making is forming while a seat is not accepted; a submitted one stays what its live revision makes it. */
function stateOf(bid: Bid, content: BidContent): BidState {
  if (bid.submission !== null) return bid.state;
  const step = move(bidMoves, bid.state, isFull(content) ? 'seatsFilled' : 'seatOpened');
  return step.ok ? step.to : bid.state;
}
