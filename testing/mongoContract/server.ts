import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startMongo } from '@cobid/embedded/mongo/start.ts';
import { temporaryRoot } from '../temporaryRoot.ts';

/** Which server the contract is held against. */
export type ServerKind = 'embedded' | 'documentdb' | 'mongodb';

const startEmbedded = async () => {
  const data = mkdtempSync(join(temporaryRoot(), 'mongo-contract-'));
  const engine = await startMongo({ data });
  return {
    url: engine.url,
    stop: async () => {
      await engine.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
};

// The contract is about the server, so it reads the address of one itself and not through the app's configuration.
const given = process.env['MONGODB_URI'];
const server = given === undefined ? await startEmbedded() : { url: given, stop: async () => {} };

/** The address of the server under test. */
export const url = server.url;

/** A driver connected to the server under test. */
export const client = await new mongoose.mongo.MongoClient(server.url, {
  serverSelectionTimeoutMS: 5000,
}).connect();

/** A database of this test file alone. */
export const db = client.db(`contract_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`);

const buildInfo = await db.admin().command({ buildInfo: 1 });

/** The kind of server under test, by what it says of itself. */
export const serverKind: ServerKind =
  buildInfo['gitVersion'] === 'embedded'
    ? 'embedded'
    : buildInfo['gitVersion'] === undefined
      ? 'documentdb'
      : 'mongodb';

/** Servers that do otherwise than MongoDB's manual says, and what they do. */
export type Unlike = Partial<Record<ServerKind, string>>;

/** Milliseconds a case may take: some servers need seconds for what is large. */
const patience = given === undefined ? 30_000 : 120_000;

/**
 * A case of the contract; on a server that is known to do otherwise it has to fail, so that the list stays true. What
 * would wait without end there, or fails only at times, is `unsteady`: it does not run.
 */
export const contract = (
  name: string,
  run: () => Promise<void>,
  unlike: Unlike = {},
  unsteady = false,
): void => {
  const difference = unlike[serverKind];
  if (difference === undefined) test(name, run, patience);
  else if (unsteady) test.skip(`${name} (differs: ${difference})`, run);
  else test.failing(`${name} (differs: ${difference})`, run);
};

/** A document of the contract's collections; the types of `_id` that are used. */
export type Row = {
  _id: number | string | boolean | null | Date | mongoose.mongo.ObjectId | mongoose.mongo.Binary;
  [field: string]: unknown;
};

let collections = 0;

/**
 * A new collection with these indexes and documents. The indexes come first: DocumentDB builds those of a collection
 * that exists in the background, which takes ten seconds.
 */
export const collectionOf = async (documents: Row[], indexes: mongoose.mongo.IndexDescription[] = []) => {
  collections += 1;
  const collection = db.collection<Row>(`c${collections}`);
  if (indexes.length > 0) await collection.createIndexes(indexes);
  if (documents.length > 0) await collection.insertMany(documents);
  return collection;
};

/** Makes something at the first call, for cases that only read it. */
export const once = <Made>(make: () => Promise<Made>): (() => Promise<Made>) => {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
};

/** The error that a promise is rejected with; fails if it is not. */
export const refusal = async (promise: Promise<unknown>): Promise<Record<string, unknown>> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) {
      return {
        ...Object.fromEntries(Object.entries(error)),
        message: error.message,
        labels: labelsOf(error),
      };
    }
    throw error;
  }
  throw new Error('it was not refused');
};

/** The codes that DocumentDB's gateway passes on; others it tells as 8 or as numbers of its own. */
const toldByDocumentdb = new Set([26, 43, 59, 112, 11000]);

/** Expects an error to have MongoDB's code; of DocumentDB only the codes that its gateway passes on. */
export const expectCode = (error: Record<string, unknown>, code: number): void => {
  if (serverKind !== 'documentdb' || toldByDocumentdb.has(code)) expect(error['code']).toBe(code);
};

const labelsOf = (error: Error): unknown =>
  error instanceof mongoose.mongo.MongoError ? error.errorLabels : [];

afterAll(async () => {
  await db.dropDatabase();
  await client.close();
  await server.stop();
});
