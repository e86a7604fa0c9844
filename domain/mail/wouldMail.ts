import { z } from 'zod';

/** Acts on a tender that mail several people. */
export const mailingActs = [
  'publish',
  'withdraw',
  'cancel',
  'close-without-award',
  'award',
  'complete',
] as const;
export type MailingAct = (typeof mailingActs)[number];

/** Acts on a bid that mail all its co-ops. */
export const bidMailingActs = ['freeze', 'submit', 'withdraw'] as const;
export type BidMailingAct = (typeof bidMailingActs)[number];

/** Whom an act would mail, before it is done. */
export const wouldMailView = z.object({
  /** People who would get a mail; null where the number would tell of sealed bids. */
  people: z.int().nullable(),
  /** Of a tender's publication: people who would hear of it in their next digest. */
  inDigest: z.int(),
  sentence: z.string(),
});
export type WouldMailView = z.infer<typeof wouldMailView>;

const count = (people: number) => `${people} ${people === 1 ? 'person' : 'people'}`;

/** What is said before a tender is published; `isAll` is false where not every co-op was looked at. */
export function publishingInWords(people: number, inDigest: number, isAll: boolean): string {
  const atLeast = isAll ? '' : 'at least ';
  if (people + inDigest === 0) {
    return isAll
      ? 'This will mail nobody: no co-op in the network covers a part of it yet.'
      : 'Whom this will mail is found out when you publish it.';
  }
  const now =
    people === 0 ? 'This will mail nobody at once' : `This will mail ${atLeast}${count(people)} at once`;
  return inDigest === 0
    ? `${now}.`
    : `${now}; ${atLeast}${count(inDigest)} will read of it in a regular mail.`;
}

/** The same of a draft that is not complete. */
export const noDeadlineInWords = 'Whom this will mail can be said once the deadline is set.';

/** What is said before any other act whose mails may be counted. */
export function mailingInWords(people: number): string {
  return people === 0 ? 'This will mail nobody.' : `This will mail ${count(people)}.`;
}

/**
 * What is said before a tender ends without an award. The mails go to all who answered, were invited or took part in a
 * bid, also in one that was never submitted: their number would tell how many bids there are (domain rules, section 3).
 */
export const endingInWords =
  'This will mail everyone who answered, was invited or took part in a bid. How many they are stays sealed.';
