import type { DisputePath, JoiningReason } from '@cobid/domain/bid/schema.ts';

/** Days of one requirement in short. */
export type ExamplePart = readonly [requirementId: string, days: number];

/** What became of the offer of a seat. */
type ExampleAnswer =
  | { kind: 'accepted' }
  | { kind: 'sent' }
  | { kind: 'seen' }
  | { kind: 'countered'; parts: readonly ExamplePart[]; rate: number; message: string }
  | { kind: 'declined'; reason: string };

/** One part of a bid: who does what at which day rate; the share is rate times days, so that it is honest. */
export interface ExampleSeat {
  coop: string;
  parts: readonly ExamplePart[];
  /** Whole units of the tender's currency a day. */
  rate: number;
  contribution?: string;
  showsPrice?: true;
  /** What the lead wrote with the offer; the lead's own seat has none. */
  message?: string;
  answer?: ExampleAnswer;
}

/** How far a bid gets in its making; what follows is up to the tender's state. */
type ExampleReach = 'forming' | 'drafting' | 'signing' | 'submitted';

/** A made-up bid; its first seat is the lead's. */
export interface ExampleBid {
  tender: string;
  /** Days from now on which it was begun; each step after that takes a day. */
  started: number;
  seats: readonly ExampleSeat[];
  /** The texts of the four usual sections, as far as they are written. */
  texts: readonly string[];
  dispute: DisputePath | null;
  reasons: readonly JoiningReason[];
  reach: ExampleReach;
  /** Co-ops that have signed; all of them where it is submitted. */
  signedBy?: readonly string[];
  /** Days from now until which open offers can be answered. */
  replyBy?: number;
  /** What the client decided, and why. */
  outcome?: { state: 'awarded' | 'not_awarded'; reason: string };
}
