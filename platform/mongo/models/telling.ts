import { collection } from '../collection.ts';
import { oneOf } from '../filter.ts';
import { list, moment, text } from '../types.ts';

/**
 * What one mail told somebody, and what it said then: nothing is told twice unless its facts have changed. The mail may
 * tell it again, as it may be composed twice.
 */
export interface TellingRecord {
  /** That of the mail's delivery. */
  id: string;
  personId: string;
  items: ToldItem[];
  at: Date;
}

interface ToldItem {
  /** `tender:…`, `seat:…` or `bid:…` with the id of what was told. */
  subject: string;
  facts: string;
}

/** Longer than any tender is open. */
const KEPT_SECONDS = 500 * 24 * 3600;

export const tellings = collection<TellingRecord>('tellings', { personId: text, items: list, at: moment }, [
  { keys: { personId: 1, 'items.subject': 1 } },
  { keys: { at: 1 }, expireAfterSeconds: KEPT_SECONDS },
]);

/** What somebody was told of a subject last, but by the delivery that is about to tell it; null for nothing. */
export type ToldFacts = (personId: string, subject: string, butByDelivery?: string) => string | null;

/** What people were told of these subjects. */
export async function toldFacts(
  personIds: readonly string[],
  subjects: readonly string[],
): Promise<ToldFacts> {
  if (personIds.length === 0 || subjects.length === 0) return () => null;
  const found = await tellings.find({ personId: oneOf(personIds), 'items.subject': oneOf(subjects) });
  const rows = new Map<string, TellingRecord[]>();
  for (const row of found.toSorted(later)) {
    rows.set(row.personId, [row, ...(rows.get(row.personId) ?? [])]);
  }
  return (personId, subject, butByDelivery) => {
    for (const { id, items } of rows.get(personId) ?? []) {
      const item = id === butByDelivery ? undefined : items.findLast((each) => each.subject === subject);
      if (item !== undefined) return item.facts;
    }
    return null;
  };
}

/** The last mail that told somebody of a subject; null where none did. */
export async function lastTelling(personId: string, subject: string): Promise<TellingRecord | null> {
  const found = await tellings.find({ personId, 'items.subject': subject });
  return found.toSorted(later).at(-1) ?? null;
}

function later(one: TellingRecord, other: TellingRecord): number {
  return one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1);
}

/**
 * Records what mails tell, before they go out: a crash afterwards must not tell it again in another mail. A mail that is
 * composed again adds to what it tells, as the first copy may be with its reader.
 */
export async function markTold(told: readonly TellingRecord[]): Promise<void> {
  const { refused } = await tellings.insertNew(told);
  await tellings.changeEach(
    refused.map(({ id, items, at }) => ({
      filter: { id },
      change: { set: { at }, addToSet: { items: { $each: items } } },
    })),
  );
}

/** Takes back what mails would have told that never went out. */
export async function untell(deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length > 0) await tellings.remove({ id: oneOf(deliveryIds) });
}
