import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import { collection } from '../collection.ts';
import { anyText, flag, list, moment, text, textOrNull } from '../types.ts';

/** What a co-op answered at one time. */
export interface GivenAnswer {
  personId: string;
  answer: Answer;
  condition: string | null;
  /** Day until which "not now" holds, such as 2026-12-01. */
  until: string | null;
  /** The co-op that it was passed on to. */
  passedTo: string | null;
  reason: string | null;
  note: string;
  /**
   * Whether it lets others that fit the tender know that it looks for partners. Says nothing of bids, and no bid changes
   * it.
   */
  seeksPartners: boolean;
  via: 'web' | 'mail';
  at: Date;
}

/** One in the history: those from before there was anything to say of partners say nothing of them. */
type PastAnswer = Omit<GivenAnswer, 'seeksPartners'> & { seeksPartners?: boolean };

/** A co-op's answer to an opportunity: the latest one, and all in order (the latest is the last). */
export interface ResponseRecord extends GivenAnswer {
  id: string;
  tenderId: string;
  coopId: string;
  history: PastAnswer[];
}

export const responses = collection<ResponseRecord>(
  'responses',
  {
    tenderId: text,
    coopId: text,
    personId: text,
    answer: text,
    condition: textOrNull,
    until: textOrNull,
    passedTo: textOrNull,
    reason: textOrNull,
    note: anyText,
    seeksPartners: flag,
    via: text,
    at: moment,
    history: list,
  },
  [
    { keys: { tenderId: 1, coopId: 1 }, unique: true },
    { keys: { coopId: 1, at: -1 } },
    // Who looks for partners for open tenders: few of all answers.
    { keys: { tenderId: 1 }, partial: { seeksPartners: true } },
  ],
);

/** Takes the latest answer back: the one before it stands again, or none. False when another was given meanwhile. */
export async function takeBackAnswer({ id, at, history }: ResponseRecord): Promise<boolean> {
  const before = history.at(-2);
  if (before === undefined) return (await responses.remove({ id, at })) > 0;
  const changed = await responses.change(
    { id, at },
    { set: { ...before, seeksPartners: before.seeksPartners ?? false, history: history.slice(0, -1) } },
  );
  return changed !== null;
}

/** Records an answer; earlier ones stay in the history. */
export function recordAnswer(
  key: { tenderId: string; coopId: string },
  given: GivenAnswer,
): Promise<ResponseRecord> {
  return responses.upsert(key, { set: { ...given }, push: { history: given } });
}
