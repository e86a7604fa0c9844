import { collection } from '../collection.ts';
import { oneOf } from '../filter.ts';
import { moment, text } from '../types.ts';

/**
 * What a person was told, and what it said then: nothing is told twice unless its facts have changed. The delivery
 * that told it may tell it again, as a mail may be composed twice.
 */
export interface ToldRecord {
  id: string;
  personId: string;
  /** `tender:…`, `seat:…` or `bid:…` with the id of what was told. */
  subject: string;
  facts: string;
  deliveryId: string;
  at: Date;
}

/** Longer than any tender is open. */
const KEPT_SECONDS = 500 * 24 * 3600;

export const told = collection<ToldRecord>(
  'told',
  { personId: text, subject: text, facts: text, deliveryId: text, at: moment },
  [
    { keys: { personId: 1, subject: 1 }, unique: true },
    { keys: { deliveryId: 1 } },
    { keys: { at: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
);

/** What somebody was told of a subject, but by the delivery that is about to tell it; null for nothing. */
export type ToldFacts = (personId: string, subject: string, butByDelivery?: string) => string | null;

/** What people were told of these subjects. */
export async function toldFacts(
  personIds: readonly string[],
  subjects: readonly string[],
): Promise<ToldFacts> {
  if (personIds.length === 0 || subjects.length === 0) return () => null;
  const found = await told.find({ personId: oneOf(personIds), subject: oneOf(subjects) });
  const rows = new Map(found.map((row) => [`${row.personId} ${row.subject}`, row]));
  return (personId, subject, butByDelivery) => {
    const row = rows.get(`${personId} ${subject}`);
    return row === undefined || row.deliveryId === butByDelivery ? null : row.facts;
  };
}

/** Records what mails tell, before they go out: a crash afterwards must not tell it again in another mail. */
export async function markTold(rows: readonly Omit<ToldRecord, 'id'>[]): Promise<void> {
  await told.putMany(rows, ['personId', 'subject']);
}

/** Takes back what mails would have told that never went out. */
export async function untell(deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length > 0) await told.remove({ deliveryId: oneOf(deliveryIds) });
}
