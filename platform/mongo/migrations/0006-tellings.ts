import { collection } from '../collection.ts';
import { oneOf } from '../filter.ts';
import { markTold } from '../models/telling.ts';
import type { TellingRecord } from '../models/telling.ts';
import { moment, text } from '../types.ts';
import type { Migration } from './migration.ts';

/** What was told before: a row for each person and subject. */
interface ToldRecord {
  id: string;
  personId: string;
  subject: string;
  facts: string;
  deliveryId: string;
  at: Date;
}
export const told = collection<ToldRecord>(
  'told',
  { personId: text, subject: text, facts: text, deliveryId: text, at: moment },
  [],
);

/** Rows that are in memory at once. */
const BATCH = 5000;

/**
 * What mails have told becomes a row for each mail. The rows of before are removed once theirs is there, batch after batch:
 * a mail whose rows come in two batches gets the second ones added.
 */
export const tellingsOfMails: Migration = {
  name: '0006-tellings',
  run: async () => {
    for (;;) {
      const rows = await told.find({}, { sort: { id: 1 }, limit: BATCH });
      if (rows.length === 0) return;
      const byMail = new Map<string, TellingRecord>();
      for (const { deliveryId: id, personId, subject, facts, at } of rows) {
        const telling = byMail.get(id) ?? { id, personId, items: [], at };
        telling.items.push({ subject, facts });
        byMail.set(id, telling);
      }
      await markTold([...byMail.values()]);
      await told.remove({ id: oneOf(rows.map(({ id }) => id)) });
    }
  },
};
