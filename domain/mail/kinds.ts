/** Every mail that Cobid sends; worker/mail holds one template for each. */
export const mailKinds = [
  'signIn',
  'colleagueInvited',
  'opportunity',
  'opportunityPassedOn',
  'digest',
  'seatOffered',
  'seatAnswered',
  'counterAnswered',
  'signatureWanted',
  'bidSubmitted',
  'bidWithdrawn',
  'bidLapsed',
  'bidsOpened',
  'bidAwarded',
  'bidNotAwarded',
  'tenderEnded',
  'awardRecorded',
  'tenderCompleted',
] as const;
export type MailKind = (typeof mailKinds)[number];
