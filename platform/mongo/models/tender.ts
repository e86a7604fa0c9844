import type { LifecycleEvent } from '@cobid/domain/lifecycle.ts';
import { publicTenderStates } from '@cobid/domain/tender/lifecycle.ts';
import type { TenderState } from '@cobid/domain/tender/lifecycle.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { after, minutes } from '../../clock.ts';
import { collection } from '../collection.ts';
import type { Change } from '../collection.ts';
import { after as laterThan, oneOf, upTo } from '../filter.ts';
import { searchWordsOf } from '../searchWords.ts';
import {
  list,
  mark,
  momentOrNull,
  moment,
  number,
  text,
  textList,
  textOrNull,
  whole,
  wholeOrNull,
} from '../types.ts';

/** What the client decided. From then on who won, and for how much, is public. */
export interface Award {
  bidId: string;
  at: Date;
  by: string;
  reason: string;
  /** Why each other bid was not chosen; for its members alone. */
  others: { bidId: string; reason: string }[];
  /** The winning co-ops, the lead first. */
  coopIds: string[];
  totalMinor: number;
}

/** Work to be won. `deadline` copies `content.deadline` as a date so that the store can compare it. */
export interface TenderRecord {
  id: string;
  /** The client organisation; null while a draft has none. */
  clientId: string | null;
  createdBy: string;
  state: TenderState;
  version: number;
  content: TenderContent;
  deadline: Date | null;
  /** Folded words of title, summary and labels of skills, for the public list's search. */
  searchWords: string[];
  publishedAt: Date | null;
  createdAt: Date;
  /** The need to match it, and when it was met; the sweep finds what was forgotten. */
  matching: { wantedAt: Date; doneAt: Date | null; version: number } | null;
  needsMatching?: true;
  /** True while nobody has looked who did similar work, since it was matched; absent otherwise. */
  needsHints?: true;
  /** The need to open the envelopes after the deadline. */
  closing: { wantedAt: Date; doneAt: Date | null } | null;
  needsClosing?: true;
  award: Award | null;
  /** True while the bids and the mails have yet to follow the award (platform/consortium). */
  needsFollowing?: true;
  closingNote: string | null;
  events: LifecycleEvent<TenderState>[];
}

export const tenders = collection<TenderRecord>(
  'tenders',
  {
    clientId: textOrNull,
    createdBy: text,
    state: text,
    version: number,
    content: whole,
    deadline: momentOrNull,
    searchWords: textList,
    publishedAt: momentOrNull,
    createdAt: moment,
    matching: wholeOrNull,
    needsMatching: mark,
    needsHints: mark,
    closing: wholeOrNull,
    needsClosing: mark,
    award: wholeOrNull,
    needsFollowing: mark,
    closingNote: textOrNull,
    events: list,
  },
  [
    { keys: { state: 1, deadline: 1 } },
    { keys: { state: 1, publishedAt: -1 } },
    { keys: { state: 1, searchWords: 1 } },
    { keys: { state: 1, 'content.requirements.skill': 1 } },
    { keys: { clientId: 1, createdAt: -1 } },
    { keys: { createdBy: 1, createdAt: -1 } },
    { keys: { 'matching.wantedAt': 1 }, partial: { needsMatching: true } },
    { keys: { needsHints: 1 }, partial: { needsHints: true } },
    { keys: { deadline: 1 }, partial: { needsClosing: true } },
    { keys: { createdAt: 1 }, partial: { needsFollowing: true } },
  ],
);

/** The fields of a tender that follow from its content; written whenever the content is. */
export function derivedFrom(content: TenderContent): Pick<TenderRecord, 'deadline' | 'searchWords'> {
  const skills = content.requirements.map((requirement) => skillLabel(requirement.skill));
  return {
    deadline: content.deadline === null ? null : new Date(content.deadline),
    searchWords: searchWordsOf([content.title, ...skills, content.city, content.summary]),
  };
}

/** A new draft as it is stored. */
export function newDraft(draft: {
  id?: string;
  clientId: string | null;
  createdBy: string;
  content: TenderContent;
  now: Date;
}): Omit<TenderRecord, 'id'> & { id?: string } {
  const { now, ...given } = draft;
  return {
    ...given,
    ...derivedFrom(draft.content),
    state: 'draft',
    version: 1,
    publishedAt: null,
    createdAt: now,
    matching: null,
    closing: null,
    award: null,
    closingNote: null,
    events: [{ at: now, actorId: draft.createdBy, from: null, to: 'draft', note: '' }],
  };
}

/** The co-ops of each award since a day, newest first: who has worked together. */
export async function awardedSince(day: Date, limit: number): Promise<string[][]> {
  const awarded = await tenders.find(
    { state: oneOf(['awarded', 'completed']), publishedAt: laterThan(day) },
    { sort: { publishedAt: -1 }, limit, without: ['content', 'events', 'searchWords'] },
  );
  return awarded.flatMap(({ award }) => (award === null ? [] : [award.coopIds]));
}

/** The tenders that were published last of those that somebody has won, with what they were about. */
export function latestAwarded(limit: number): Promise<TenderRecord[]> {
  return tenders.find(
    { state: oneOf(['awarded', 'completed']) },
    { sort: { publishedAt: -1 }, limit, without: ['events', 'searchWords'] },
  );
}

/**
 * Changes a tender as its writer last saw it: only in one of the given states and, where given, at that version.
 * Counts the version up and returns the tender as it is now; null when it was in another state or version.
 */
export function changeTender(
  guard: { id: string; states: readonly TenderState[]; version?: number },
  change: Change<TenderRecord>,
): Promise<TenderRecord | null> {
  return tenders.change(
    {
      id: guard.id,
      state: oneOf(guard.states),
      ...(guard.version === undefined ? {} : { version: guard.version }),
    },
    { ...change, inc: { version: 1 } },
  );
}

/** Tenders that were published and never matched, oldest need first. */
export function tendersToMatch(limit: number): Promise<TenderRecord[]> {
  return tenders.find({ needsMatching: true }, { sort: { 'matching.wantedAt': 1 }, limit });
}

/** Records that a tender has been matched at this version, and that hints for it are wanted; a newer need stays. */
export async function markMatched(id: string, version: number, now: Date): Promise<boolean> {
  const done = await tenders.change(
    { id, 'matching.version': version, needsMatching: true },
    { set: { 'matching.doneAt': now, needsHints: true }, unset: ['needsMatching'] },
  );
  return done !== null;
}

/** So long after a tender was matched hints for it are looked for: who has to hear of it hears first. */
export const HINTS_AFTER_MS = minutes(1);

/** Tenders that were matched and that nobody has looked for hints for since. */
export function tendersToHint(now: Date, limit: number): Promise<TenderRecord[]> {
  return tenders.find(
    { needsHints: true, 'matching.doneAt': upTo(after(now, -HINTS_AFTER_MS)) },
    { limit, without: ['events', 'searchWords'] },
  );
}

/** Records that hints for these tenders, as they were read, were looked for; one that has changed since stays wanted. */
export async function markHinted(read: readonly Pick<TenderRecord, 'id' | 'version'>[]): Promise<void> {
  await tenders.changeEach(
    read.map(({ id, version }) => ({
      filter: { id, version, needsHints: true },
      change: { unset: ['needsHints'] },
    })),
  );
}

/** Tenders whose deadline has passed and whose envelopes are not all opened, earliest first. */
export function tendersToClose(now: Date, limit: number): Promise<TenderRecord[]> {
  return tenders.find({ needsClosing: true, deadline: upTo(now) }, { sort: { deadline: 1 }, limit });
}

/** Tenders that take bids, those that close first first. */
export function openTenders(now: Date, limit: number): Promise<TenderRecord[]> {
  return tenders.find(
    { state: 'open', deadline: laterThan(now) },
    { sort: { deadline: 1 }, limit, without: ['events', 'searchWords'] },
  );
}

/** The tenders that were published last, the newest first, with their titles but without their long texts. */
export function latestPublished(limit: number): Promise<TenderRecord[]> {
  return tenders.find(
    { state: oneOf(publicTenderStates) },
    {
      sort: { publishedAt: -1 },
      limit,
      without: ['events', 'searchWords', 'content.summary', 'content.problem', 'content.outcome'],
    },
  );
}

/** Tenders whose deadline has passed and that were not withdrawn before, the latest first, without their texts. */
export function latestOver(now: Date, limit: number): Promise<TenderRecord[]> {
  return tenders.find(
    { state: oneOf(statesAfterDeadline), deadline: upTo(now) },
    { sort: { deadline: -1 }, limit, without: ['content', 'events', 'searchWords'] },
  );
}

/** Where a tender is once its deadline has passed; one that is still stored as open is closed by then. */
const statesAfterDeadline = [
  'open',
  'evaluating',
  'awarded',
  'completed',
  'cancelled',
  'unsuccessful',
] as const satisfies readonly TenderState[];

/** How many tenders take bids. */
export function countOpenTenders(now: Date): Promise<number> {
  return tenders.count({ state: 'open', deadline: laterThan(now) });
}

/** Awarded tenders that their bids have yet to follow. */
export function tendersToFollow(limit: number): Promise<TenderRecord[]> {
  return tenders.find({ needsFollowing: true }, { sort: { createdAt: 1 }, limit });
}

/** Records that everything has followed a tender as it was at this version; a newer need stays. */
export async function markTenderFollowed(tender: Pick<TenderRecord, 'id' | 'version'>): Promise<void> {
  await tenders.change({ id: tender.id, version: tender.version }, { unset: ['needsFollowing'] });
}

/** Records that all bids have followed the award. */
export async function markAwardFollowed(id: string): Promise<void> {
  await tenders.change({ id, needsFollowing: true }, { unset: ['needsFollowing'] });
}
