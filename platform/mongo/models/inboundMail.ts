import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import type { MailReport } from '@cobid/domain/reply/mailReport.ts';
import { collection } from '../collection.ts';
import { before, oneOf, upTo } from '../filter.ts';
import type { Filter } from '../filter.ts';
import { anyText, flag, moment, momentOrNull, number, text, textOrNull, wholeOrNull } from '../types.ts';

/** What an address that mail came to is for. */
export type InboundUse = 'bounce' | 'reply' | 'unsubscribe' | 'sender' | 'complaints';

/**
 * A mail that came in: a row before anything is done with it. `new` waits to be worked on, `held` for somebody to
 * release it, the others are over. Attachments are not kept, and the row goes away after some weeks.
 */
export interface InboundMailRecord {
  id: string;
  /** Hash of Message-ID and recipient: the same mail handed over twice is one row. */
  key: string;
  use: InboundUse;
  /** The delivery that it comes back from; null where the address names none. */
  deliveryId: string | null;
  /** Which item of a digest; 0 for the mail as a whole. */
  item: number;
  receivedAt: Date;
  /** The address in From, lower case; '' if there is none. */
  from: string;
  subject: string;
  /** Its text, without attachments. */
  text: string;
  size: number;
  /** Whether DKIM or SPF passes for the domain of From. */
  isAuthentic: boolean;
  /** What was found, such as "dkim=pass example.org; spf=none". */
  authentication: string;
  /** Why it must not be answered; null for what a person wrote. */
  automatic: string | null;
  /** What the machine-readable part of a bounce or complaint says. */
  report: MailReport | null;
  state: 'new' | 'done' | 'held' | 'released' | 'discarded';
  /** Until when a worker has it; others leave it alone until then. */
  leaseUntil: Date;
  /** What it came to, in words for coordinators. */
  outcome: string | null;
  /** Whose reply it is, where it waits to be released. */
  personId: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** What takes back the answer that it gave, until it has been used. */
  undoHash: string | null;
  /** What it gave as an answer, in the words of the mail that confirms it. */
  effect: InboundEffect | null;
  expiresAt: Date;
}

export interface InboundEffect {
  tenderId: string;
  coopId: string;
  answer: Answer;
  answeredAt: Date;
  /** When it was taken back. */
  undoneAt?: Date;
}

export const inboundMails = collection<InboundMailRecord>(
  'inboundMails',
  {
    key: text,
    use: text,
    deliveryId: textOrNull,
    item: number,
    receivedAt: moment,
    from: anyText,
    subject: anyText,
    text: anyText,
    size: number,
    isAuthentic: flag,
    authentication: anyText,
    automatic: textOrNull,
    report: wholeOrNull,
    state: text,
    leaseUntil: moment,
    outcome: textOrNull,
    personId: textOrNull,
    decidedAt: momentOrNull,
    decidedBy: textOrNull,
    undoHash: textOrNull,
    effect: wholeOrNull,
    expiresAt: moment,
  },
  [
    { keys: { key: 1 }, unique: true },
    { keys: { state: 1, leaseUntil: 1 } },
    { keys: { state: 1, receivedAt: -1 } },
    { keys: { personId: 1, receivedAt: -1 }, partial: { state: 'held' } },
    { keys: { undoHash: 1 }, partial: { undoHash: { $type: 'string' } } },
    { keys: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ],
);

/** Mails that nobody is working on though they should have been done before this moment. */
export function forgottenInboundMails(since: Date, limit: number): Promise<InboundMailRecord[]> {
  return inboundMails.find(
    { state: oneOf(['new', 'released']), leaseUntil: before(since) },
    { sort: { leaseUntil: 1 }, limit, without: ['text', 'report'] },
  );
}

/** Takes a mail to work on it until `leaseUntil`; null when it is done or another worker has it. */
export function claimInboundMail(id: string, now: Date, leaseUntil: Date): Promise<InboundMailRecord | null> {
  return inboundMails.change(
    { id, state: oneOf(['new', 'released']), leaseUntil: upTo(now) },
    { set: { leaseUntil } },
  );
}

/** Replies in a person's name that wait for them, newest first. */
export function heldRepliesOf(personId: string): Promise<InboundMailRecord[]> {
  return inboundMails.find({ personId, state: 'held' }, { sort: { receivedAt: -1 }, limit: 50 });
}

/** Mails to the network itself that nobody has seen to, newest first. */
export function waitingLetters(limit: number): Promise<InboundMailRecord[]> {
  return inboundMails.find({ personId: null, state: 'held' }, { sort: { receivedAt: -1 }, limit });
}

/** Says that somebody has seen to a mail to the network, or takes that back; null when there is no such mail. Safe to repeat. */
export function markLetter(
  id: string,
  decision: { isSeenTo: boolean; by: string; at: Date },
): Promise<InboundMailRecord | null> {
  const { isSeenTo, by, at } = decision;
  return inboundMails.change(
    { id, use: oneOf(['sender', 'complaints']), state: oneOf(['held', 'discarded']) },
    { set: { state: isSeenTo ? 'discarded' : 'held', decidedBy: by, decidedAt: at } },
  );
}

/** Decides on a mail that is held; null when somebody else has. A released one is worked on next. */
export function decideInboundMail(
  guard: Filter<InboundMailRecord> & { id: string },
  decision: { state: 'released' | 'discarded'; by: string; at: Date },
): Promise<InboundMailRecord | null> {
  const { state, by, at } = decision;
  return inboundMails.change(
    { ...guard, state: 'held' },
    { set: { state, decidedBy: by, decidedAt: at, leaseUntil: at } },
  );
}

/** Ends the work on a mail; null when somebody else has. */
export function settleInboundMail(
  id: string,
  from: InboundMailRecord['state'],
  outcome: Partial<
    Pick<
      InboundMailRecord,
      'state' | 'outcome' | 'personId' | 'decidedAt' | 'decidedBy' | 'undoHash' | 'effect'
    >
  >,
): Promise<InboundMailRecord | null> {
  return inboundMails.change({ id, state: from }, { set: outcome });
}
