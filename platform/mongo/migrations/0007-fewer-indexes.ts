import mongoose from 'mongoose';
import type { Migration } from './migration.ts';

/** Indexes that cost more with each mail than they save: others serve the same queries, or nothing asks by them. */
const dropped = [
  ['exposures', 'coopId_1_orderedAt_-1'],
  ['exposures', 'coopId_1_shownAt_-1'],
  ['mailTokens', 'personId_1_purpose_1'],
] as const;

/** Indexes are made where they are declared; those that are declared no more have to be dropped. */
export const fewerIndexes: Migration = {
  name: '0007-fewer-indexes',
  run: async () => {
    for (const [collection, name] of dropped) {
      const held = mongoose.connection.collection(collection);
      const known = await held.listIndexes().toArray();
      if (known.some((index) => index['name'] === name)) await held.dropIndex(name);
    }
  },
};
