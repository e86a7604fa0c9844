import mongoose from 'mongoose';
import type { Log } from '../log.ts';
import { declaredIndexes } from './collection.ts';

mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);
mongoose.set('bufferCommands', false); // away is away: the caller hears it at once (503)
mongoose.set('strictQuery', 'throw'); // a misspelt field must not match everything
mongoose.set('sanitizeFilter', true);

/** The connection that all models use. */
export interface Mongo {
  /** Throws where MongoDB does not answer. */
  ping(): Promise<void>;
  /** Empties every collection; for tests, and refused for a database that is not one. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Connects mongoose; `database` overrides the one that the address names. Throws after 5 s without an answer. */
export async function connectMongo(options: {
  uri: string;
  database?: string | undefined;
  log: Log;
}): Promise<Mongo> {
  await mongoose.connect(options.uri, {
    ...(options.database === undefined ? {} : { dbName: options.database }),
    serverSelectionTimeoutMS: 5000,
    maxPoolSize: 20,
  });
  const { connection } = mongoose;
  connection.on('disconnected', () => options.log.warn('mongodb is away'));
  connection.on('reconnected', () => options.log.info('mongodb is back'));
  return {
    ping: async () => void (await connection.db?.command({ ping: 1 })),
    clear: async () => {
      if (!connection.name.startsWith('cobid-test')) {
        throw new Error(`refused to empty the database ${connection.name}: it is not one for tests`);
      }
      await Promise.all(Object.values(mongoose.models).map((model) => model.deleteMany({})));
    },
    close: async () => {
      connection.removeAllListeners('disconnected'); // we go, it does not
      await mongoose.disconnect();
    },
  };
}

/**
 * Creates every index that the loaded models declare; at start and in tests. Safe to repeat. One command a collection,
 * which makes the collection too: an index on one that is already there is built in the background by some servers.
 */
export async function ensureIndexes(): Promise<void> {
  await Promise.all(
    [...declaredIndexes].map(async ([name, indexes]) => {
      if (indexes.length > 0) await mongoose.connection.collection(name).createIndexes(indexes);
    }),
  );
}
