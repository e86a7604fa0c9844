import { tenders } from '../models/tender.ts';
import type { Migration } from './migration.ts';

/** Tenders that were matched before there were hints from past work get theirs, too. */
export const hintsForOpenTenders: Migration = {
  name: '0008-hints-for-open-tenders',
  run: async () => {
    await tenders.changeMany({ state: 'open' }, { set: { needsHints: true } });
  },
};
