import type { DeliveryKind } from '@cobid/platform/mongo/models/delivery.ts';
import type { MailContent } from './content.ts';
import { awardRecorded } from './kinds/awardRecorded.ts';
import { bidAwarded } from './kinds/bidAwarded.ts';
import { bidLapsed } from './kinds/bidLapsed.ts';
import { bidNotAwarded } from './kinds/bidNotAwarded.ts';
import { bidSubmitted } from './kinds/bidSubmitted.ts';
import { bidWithdrawn } from './kinds/bidWithdrawn.ts';
import { bidsOpened } from './kinds/bidsOpened.ts';
import { colleagueInvited } from './kinds/colleagueInvited.ts';
import { counterAnswered } from './kinds/counterAnswered.ts';
import { digest } from './kinds/digest.ts';
import { mailsStopped } from './kinds/mailsStopped.ts';
import { opportunity } from './kinds/opportunity.ts';
import { opportunityPassedOn } from './kinds/opportunityPassedOn.ts';
import { replyHeld } from './kinds/replyHeld.ts';
import { replyTaken } from './kinds/replyTaken.ts';
import { replyUnclear } from './kinds/replyUnclear.ts';
import { seatAnswered } from './kinds/seatAnswered.ts';
import { seatOffered } from './kinds/seatOffered.ts';
import { signIn } from './kinds/signIn.ts';
import { signatureWanted } from './kinds/signatureWanted.ts';
import { tenderCompleted } from './kinds/tenderCompleted.ts';
import { tenderEnded } from './kinds/tenderEnded.ts';

const writers = {
  signIn,
  colleagueInvited,
  opportunity,
  opportunityPassedOn,
  digest,
  seatOffered,
  seatAnswered,
  counterAnswered,
  signatureWanted,
  bidSubmitted,
  bidWithdrawn,
  bidLapsed,
  bidsOpened,
  bidAwarded,
  bidNotAwarded,
  tenderEnded,
  awardRecorded,
  tenderCompleted,
  replyTaken,
  replyUnclear,
  replyHeld,
  mailsStopped,
} satisfies Record<DeliveryKind, (facts: never) => MailContent>;

/** What a mail of each kind has to be told. */
export type MailFacts = { [Kind in DeliveryKind]: Parameters<(typeof writers)[Kind]>[0] };
export type MailWriters = { [Kind in DeliveryKind]: (facts: MailFacts[Kind]) => MailContent };

/** Every mail that Cobid sends, by kind: a function from facts to what is said. */
export const mailWriters: MailWriters = writers;
