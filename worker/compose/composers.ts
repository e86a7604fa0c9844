import type { DeliveryKind } from '@cobid/platform/mongo/models/delivery.ts';
import { composeColleagueInvited, composeSignIn } from './account.ts';
import {
  composeBidAwarded,
  composeBidLapsed,
  composeBidNotAwarded,
  composeBidSubmitted,
  composeBidWithdrawn,
  composeSignatureWanted,
} from './bids.ts';
import type { Composer } from './composer.ts';
import { composeDigest } from './digest/composeDigests.ts';
import { composeMailsStopped } from './mailsStopped.ts';
import { composeOpportunity } from './opportunity/composeOpportunities.ts';
import { composeOpportunityPassedOn } from './opportunity/composeOpportunityPassedOn.ts';
import { composeReplyHeld, composeReplyTaken, composeReplyUnclear } from './replies.ts';
import { composeCounterAnswered, composeSeatAnswered, composeSeatOffered } from './seats.ts';
import {
  composeAwardRecorded,
  composeBidsOpened,
  composeTenderCompleted,
  composeTenderEnded,
} from './tenders.ts';

/** How each kind of mail is made of what the database holds when it is sent. */
export const composers: Record<DeliveryKind, Composer> = {
  signIn: composeSignIn,
  colleagueInvited: composeColleagueInvited,
  opportunity: composeOpportunity,
  opportunityPassedOn: composeOpportunityPassedOn,
  digest: composeDigest,
  seatOffered: composeSeatOffered,
  seatAnswered: composeSeatAnswered,
  counterAnswered: composeCounterAnswered,
  signatureWanted: composeSignatureWanted,
  bidSubmitted: composeBidSubmitted,
  bidWithdrawn: composeBidWithdrawn,
  bidLapsed: composeBidLapsed,
  bidsOpened: composeBidsOpened,
  bidAwarded: composeBidAwarded,
  bidNotAwarded: composeBidNotAwarded,
  tenderEnded: composeTenderEnded,
  awardRecorded: composeAwardRecorded,
  tenderCompleted: composeTenderCompleted,
  replyTaken: composeReplyTaken,
  replyUnclear: composeReplyUnclear,
  replyHeld: composeReplyHeld,
  mailsStopped: composeMailsStopped,
};
