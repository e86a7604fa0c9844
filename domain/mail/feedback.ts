import { z } from 'zod';
import { instant } from '../time.ts';
import { mailKinds } from './kinds.ts';
import type { MailKind } from './kinds.ts';
import { frequencies } from './settings.ts';

/** Periods that the feedback page can show, in days. */
export const feedbackDays = [7, 30, 90, 365] as const;

/**
 * Kinds of mail whose numbers coordinators may see. How many mails went out about bids, seats or awards would tell
 * how many bids there are (domain rules, section 3), so no other kind is ever counted for them.
 */
export const countedKinds = [
  { kind: 'opportunity', name: 'A tender that fits, at once' },
  { kind: 'digest', name: 'Digest' },
  { kind: 'opportunityPassedOn', name: 'A tender that another co-op passed on' },
  { kind: 'signIn', name: 'Signing in' },
  { kind: 'colleagueInvited', name: 'Invitation to an organisation' },
] as const satisfies readonly { kind: MailKind; name: string }[];

/** Mails that ask for an answer to a tender; of the others none can be answered. */
export const answerableKinds: readonly MailKind[] = ['opportunity', 'digest', 'opportunityPassedOn'];

const count = z.int().min(0);
const counts = z.object({
  sent: count,
  /** Sent, and did not come back so far. */
  delivered: count,
  /** The reader answered a tender that it told of; null where there is nothing to answer. */
  answered: count.nullable(),
  /** Came back: the mailbox is not there, or could not take it. */
  bounced: count,
  complained: count,
});
export type FeedbackCounts = z.infer<typeof counts>;

/** What became of a network's mails in a period, in numbers only. */
export const mailFeedbackView = z.object({
  since: instant,
  until: instant,
  total: counts,
  kinds: z.array(counts.extend({ kind: z.enum(mailKinds), name: z.string() })),
  /** Mails about tenders, by how often their reader wanted to hear when they were sent. */
  settings: z.array(counts.extend({ setting: z.enum(frequencies) })),
  notSent: z.object({
    /** The reader's mail server would not take them. */
    refused: count,
    /** The reader, or what had come back before, stood against them. */
    unwanted: count,
  }),
  /** Addresses that get no mail now, by why; `waiting` get it later. */
  addresses: z.object({ bounced: count, complained: count, unsubscribed: count, waiting: count }),
});
export type MailFeedbackView = z.infer<typeof mailFeedbackView>;
