import { mailKinds } from '@cobid/domain/mail/kinds.ts';
import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { frequencies } from '@cobid/domain/mail/settings.ts';
import type { Frequency } from '@cobid/domain/mail/settings.ts';
import { collection, newId } from '../collection.ts';
import { before, from, oneOf, upTo } from '../filter.ts';
import { mark, moment, momentOrNull, number, perhapsWhole, text, textOrNull, whole } from '../types.ts';

export const deliveryKinds = mailKinds;
export type DeliveryKind = MailKind;

export interface DeliveryRefs {
  tenderId?: string;
  coopId?: string;
  bidId?: string;
  invitationId?: string;
  organisationId?: string;
  signInTokenId?: string;
  colleagueInvitationId?: string;
  networkId?: string;
  inboundMailId?: string;
}

/** One mail to one person. `key` names the event, so that nothing is sent twice. */
export interface DeliveryRecord {
  id: string;
  key: string;
  kind: DeliveryKind;
  personId: string | null;
  email: string;
  refs: DeliveryRefs;
  /** Small texts that cannot be read again when the mail is composed. */
  data: Record<string, string>;
  state: 'wanted' | 'claimed' | 'sent' | 'failed' | 'suppressed' | 'moot';
  wantedAt: Date;
  /** Until when a worker has it (claimed), or from when it may be tried (wanted). */
  leaseUntil: Date;
  attempts: number;
  sentAt: Date | null;
  messageId: string | null;
  lastError: string | null;
  /** Which claim has it or had it last; absent until the first. */
  claim?: string;
  /** Why the person got it, as the mail said; absent until it was sent. */
  why?: string;
  /** How often its reader wanted to hear of tenders when it was sent; absent in mails that do not depend on that. */
  setting?: Frequency;
  /** True on a digest about the reader's own bids and seats alone: its number would tell of them. */
  isOnOwnBids?: true;
  /** The tenders of a digest, in its order, and the co-op that each was told to: a reply names one by its place. */
  items?: { tenderId: string; coopId: string }[];
  /** What became of it after it was sent; a part is absent until it happens. */
  feedback?: DeliveryFeedback;
}

export interface DeliveryFeedback {
  answeredAt?: Date;
  bounce?: 'hard' | 'soft';
  bouncedAt?: Date;
  complainedAt?: Date;
  /** A reply came that waits for somebody to release it. */
  heldAt?: Date;
}

export const deliveries = collection<DeliveryRecord>(
  'deliveries',
  {
    key: text,
    kind: text,
    personId: textOrNull,
    email: text,
    refs: whole,
    data: whole,
    state: text,
    wantedAt: moment,
    leaseUntil: moment,
    attempts: number,
    sentAt: momentOrNull,
    messageId: textOrNull,
    lastError: textOrNull,
    claim: { type: String },
    why: { type: String },
    setting: { type: String },
    isOnOwnBids: mark,
    items: perhapsWhole,
    feedback: perhapsWhole,
  },
  [
    { keys: { key: 1 }, unique: true },
    { keys: { state: 1, leaseUntil: 1 } },
    { keys: { personId: 1, wantedAt: -1 } },
    // What was sent in a week, by kind, for the feedback page.
    { keys: { sentAt: 1, kind: 1 } },
  ],
);

export interface WantedDelivery {
  key: string;
  kind: DeliveryKind;
  personId: string | null;
  email: string;
  refs: DeliveryRefs;
  data?: Record<string, string>;
  /** Not to be sent before; absent where it may go at once. */
  notBefore?: Date;
}

/** Records that mails are to be sent and returns the ids of those that were not wanted before. */
export async function wantDeliveries(wanted: readonly WantedDelivery[], now: Date): Promise<string[]> {
  const { stored } = await deliveries.insertNew(
    wanted.map(({ data = {}, notBefore = now, ...values }) => ({
      ...values,
      data,
      state: 'wanted',
      wantedAt: now,
      leaseUntil: notBefore,
      attempts: 0,
      sentAt: null,
      messageId: null,
      lastError: null,
    })),
  );
  return stored.map(({ id }) => id);
}

/**
 * Takes deliveries for sending until `leaseUntil`, in two round trips; those that this worker holds now, in the order
 * of the ids. Those that are done, or that another worker has, are not among them.
 */
export async function claimDeliveries(
  ids: readonly string[],
  now: Date,
  leaseUntil: Date,
): Promise<DeliveryRecord[]> {
  const claim = newId();
  await deliveries.changeMany(
    { id: oneOf(ids), state: oneOf(['wanted', 'claimed']), leaseUntil: upTo(now) },
    { set: { state: 'claimed', leaseUntil, claim }, inc: { attempts: 1 } },
  );
  const found = await deliveries.find({ id: oneOf(ids), state: 'claimed', leaseUntil, claim });
  const byId = new Map(found.map((delivery) => [delivery.id, delivery]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How an attempt ended, as the delivery's row will say. */
export type Settlement = Partial<
  Pick<
    DeliveryRecord,
    | 'state'
    | 'leaseUntil'
    | 'attempts'
    | 'sentAt'
    | 'messageId'
    | 'lastError'
    | 'why'
    | 'setting'
    | 'isOnOwnBids'
    | 'items'
  >
>;

/** Ends claims in one round trip; only the worker that still holds one (same claim and lease) is heard. */
export async function settleDeliveries(
  ended: readonly { claimed: DeliveryRecord; settlement: Settlement }[],
): Promise<void> {
  await deliveries.changeEach(
    ended.map(({ claimed: { id, leaseUntil, claim }, settlement }) => ({
      filter: { id, state: 'claimed', leaseUntil, ...(claim === undefined ? {} : { claim }) },
      change: { set: settlement },
    })),
  );
}

/** Deliveries that nobody is working on though they should have gone out before this moment. */
export function forgottenDeliveries(since: Date, limit: number): Promise<DeliveryRecord[]> {
  return deliveries.find(
    { state: oneOf(['wanted', 'claimed']), leaseUntil: before(since) },
    { sort: { leaseUntil: 1 }, limit },
  );
}

/** What became of mails of these kinds that were sent since then, by kind, setting and whether they came back. */
export async function feedbackSince(
  since: Date,
  kinds: readonly DeliveryKind[],
): Promise<
  {
    kind: DeliveryKind;
    setting: Frequency | null;
    isBounced: boolean;
    sent: number;
    answered: number;
    complained: number;
  }[]
> {
  const rows = await deliveries.tally(
    { sentAt: from(since), kind: oneOf(kinds), state: 'sent', isOnOwnBids: null },
    ['kind', 'setting', 'feedback.bounce'],
    ['feedback.answeredAt', 'feedback.complainedAt'],
  );
  return rows.flatMap(
    ({ by: [kindValue, settingValue, bounce], count, holding: [answered = 0, complained = 0] }) => {
      const kind = deliveryKinds.find((each) => each === kindValue);
      const setting = frequencies.find((each) => each === settingValue) ?? null;
      return kind === undefined
        ? []
        : [{ kind, setting, isBounced: bounce !== null, sent: count, answered, complained }];
    },
  );
}

/** How many mails of these kinds were not sent after all since then, as nobody would take them or nobody wanted them. */
export async function notSentSince(
  since: Date,
  kinds: readonly DeliveryKind[],
): Promise<{ refused: number; unwanted: number }> {
  const about = { kind: oneOf(kinds), leaseUntil: from(since) };
  const [refused, unwanted] = await Promise.all([
    deliveries.count({ ...about, state: 'failed' }),
    deliveries.count({ ...about, state: 'suppressed' }),
  ]);
  return { refused, unwanted };
}
