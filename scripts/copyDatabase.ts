import mongoose from 'mongoose';
import type { Connection } from 'mongoose';

const batchSize = 500;

/**
 * Copies every document of one database into another, empty one, whatever kind of MongoDB they are. Indexes are not
 * copied: API and worker make them at their start. Resolves to how many documents each collection had. Rejects
 * before it writes anything where the other one holds something.
 */
export async function copyDatabase(from: string, to: string): Promise<Record<string, number>> {
  const [source, target] = await Promise.all([open(from), open(to)]);
  try {
    const names = await collectionsOf(source);
    for (const name of await collectionsOf(target)) {
      if ((await target.collection(name).findOne({})) !== null)
        throw new Error(`${name} in ${to} is not empty.`);
    }
    const counts: Record<string, number> = {};
    for (const name of names) counts[name] = await copyCollection(source, target, name);
    return counts;
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

function open(uri: string): Promise<Connection> {
  return mongoose.createConnection(uri, { serverSelectionTimeoutMS: 5_000 }).asPromise();
}

async function collectionsOf(connection: Connection): Promise<string[]> {
  const all = await connection.listCollections();
  return all.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
}

async function copyCollection(source: Connection, target: Connection, name: string): Promise<number> {
  let count = 0;
  let batch: Record<string, unknown>[] = [];
  const write = async () => {
    if (batch.length > 0) await target.collection(name).insertMany(batch);
    count += batch.length;
    batch = [];
  };
  for await (const document of source.collection(name).find({})) {
    batch.push(document);
    if (batch.length === batchSize) await write();
  }
  await write();
  return count;
}
