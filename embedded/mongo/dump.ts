import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import mongoose from 'mongoose';

const { BSON, MongoClient } = mongoose.mongo;
type Db = mongoose.mongo.Db;
type Document = mongoose.mongo.Document;

/** Count and content of a collection; the hash does not depend on the order of the documents. */
export type Tally = { count: number; hash: string };

/** Adds up the hashes of documents, whatever their order. */
const openTally = () => {
  const sum = Buffer.alloc(32);
  let count = 0;
  return {
    add: (bytes: Uint8Array): void => {
      count += 1;
      const digest = createHash('sha256').update(bytes).digest();
      for (const [i, byte] of digest.entries()) sum[i] = (sum[i] ?? 0) ^ byte;
    },
    result: (): Tally => ({ count, hash: sum.toString('hex') }),
  };
};

const rawDocuments = (db: Db, name: string): AsyncIterable<unknown> =>
  db.collection(name).find({}, { raw: true }).sort({ $natural: 1 });

const bytesOf = (raw: unknown): Uint8Array => {
  if (raw instanceof Uint8Array) return raw;
  throw new Error('the driver did not give raw documents');
};

const exportCollection = async (db: Db, name: string, folder: string): Promise<Tally> => {
  const tally = openTally();
  const out = createWriteStream(join(folder, `${name}.bson`));
  for await (const raw of rawDocuments(db, name)) {
    const bytes = bytesOf(raw);
    tally.add(bytes);
    if (!out.write(bytes)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  const indexes = await db.collection(name).listIndexes().toArray();
  const metadata = { options: {}, indexes, collectionName: name, type: 'collection' };
  await writeFile(join(folder, `${name}.metadata.json`), BSON.EJSON.stringify(metadata, { relaxed: false }));
  return tally.result();
};

const nameOf = (uri: string): string => {
  const name = new URL(uri).pathname.slice(1);
  if (name === '')
    throw new Error(
      `the address names no database: put it before the ?, as in mongodb://127.0.0.1:27017/cobid?…`,
    );
  return name;
};

const withDb = async <Result>(uri: string, run: (db: Db) => Promise<Result>): Promise<Result> => {
  const client = await new MongoClient(uri).connect();
  try {
    return await run(client.db(nameOf(uri)));
  } finally {
    await client.close();
  }
};

/**
 * Writes a database (the one that the address names) as mongodump does: FOLDER/DATABASE/COLLECTION.bson and
 * .metadata.json, for mongorestore or `importDump`; and FOLDER/tallies.json with count and hash of each collection.
 */
export const exportDump = (uri: string, folder: string): Promise<Record<string, Tally>> =>
  withDb(uri, async (db) => {
    const into = join(folder, db.databaseName);
    await mkdir(into, { recursive: true });
    const tallies: Record<string, Tally> = {};
    for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
      tallies[name] = await exportCollection(db, name, into);
    }
    await writeFile(join(folder, 'tallies.json'), JSON.stringify(tallies, null, 2));
    return tallies;
  });

/** The documents of a .bson file, one after the other. */
async function* readBson(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      if (length < 5) throw new Error(`${file} is damaged`);
      yield rest.subarray(0, length);
      rest = rest.subarray(length);
    }
  }
  if (rest.length > 0) throw new Error(`${file} ends in the middle of a document`);
}

const exactly = { promoteValues: false, promoteLongs: false, bsonRegExp: true } as const;

const importDocuments = async (db: Db, name: string, file: string): Promise<void> => {
  let batch: Document[] = [];
  for await (const bytes of readBson(file)) {
    batch.push(BSON.deserialize(bytes, exactly));
    if (batch.length < 500) continue;
    await db.collection(name).insertMany(batch);
    batch = [];
  }
  if (batch.length > 0) await db.collection(name).insertMany(batch);
};

const importCollection = async (db: Db, name: string, folder: string): Promise<Tally> => {
  const metadata: Document = BSON.EJSON.parse(await readFile(join(folder, `${name}.metadata.json`), 'utf8'));
  const listed: Document[] = metadata['indexes'] ?? [];
  const indexes = listed
    .filter((index) => index['name'] !== '_id_')
    .map(({ v: _v, ns: _ns, ...spec }) => spec);
  // First the indexes: a database that builds them in the background then has nothing to build.
  if (indexes.length > 0) await db.command({ createIndexes: name, indexes });
  else await db.createCollection(name);
  await importDocuments(db, name, join(folder, `${name}.bson`));
  const tally = openTally();
  for await (const raw of rawDocuments(db, name)) tally.add(bytesOf(raw));
  return tally.result();
};

const readTallies = async (folder: string): Promise<Record<string, Tally>> => {
  try {
    return JSON.parse(await readFile(join(folder, 'tallies.json'), 'utf8'));
  } catch {
    return {}; // A dump of mongodump has none.
  }
};

/**
 * Reads a dump of `exportDump` or mongodump into the database that the address names, whose collections of these names
 * have to be empty. Then compares count and hash with the dump's; throws if one differs.
 */
export const importDump = (uri: string, folder: string): Promise<Record<string, Tally>> =>
  withDb(uri, async (db) => {
    const expected = await readTallies(folder);
    const [source] = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    if (!source) throw new Error(`${folder} holds no dump`);
    const from = join(folder, source.name);
    const tallies: Record<string, Tally> = {};
    for (const file of await readdir(from)) {
      if (!file.endsWith('.bson')) continue;
      const name = file.slice(0, -'.bson'.length);
      if ((await db.collection(name).estimatedDocumentCount()) > 0)
        throw new Error(`the collection ${name} is not empty`);
      const tally = await importCollection(db, name, from);
      const wanted = expected[name];
      if (wanted && (wanted.count !== tally.count || wanted.hash !== tally.hash)) {
        throw new Error(`${name} differs from the dump: ${tally.count} documents of ${wanted.count}`);
      }
      tallies[name] = tally;
    }
    return tallies;
  });
