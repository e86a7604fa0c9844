import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import mongoose from 'mongoose';

type Row = { _id: string; n?: number; batch?: string };
type Db = mongoose.mongo.Db;

/** What the writers know: what was acknowledged has to be there, what was only tried may be. */
type Known = {
  inserted: Set<string>;
  removed: Set<string>;
  /** Of each counter: acknowledged and tried increments. */
  counters: Map<string, { acknowledged: number; tried: number }>;
  acknowledgedBatches: Set<string>;
};

/** The outcome of a crash test: how often the engine was killed, what it had acknowledged, what was wrong. */
export type CrashReport = { kills: number; acknowledged: number; faults: string[] };

const batchSize = 20;
const accounts = 10;
const balance = 100;

const startEngine = async (data: string, port: number): Promise<{ child: ChildProcess; url: string }> => {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname, '../..'),
  });
  if (!child.stdout) throw new Error('the engine has no output');
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
};

/** Writers give up soon, as the engine is killed under them; who checks it afterwards has patience. */
const connect = (url: string, patience: number) =>
  new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: patience, maxPoolSize: 20 }).connect();

const prepare = async (db: Db): Promise<void> => {
  await db
    .collection('rows')
    .createIndexes([
      { key: { n: 1 } },
      { key: { batch: 1 }, sparse: true },
      { key: { n: 1, batch: -1 }, unique: true, sparse: true },
    ]);
  const documents = Array.from({ length: accounts }, (_, i) => ({ _id: `account-${i}`, n: balance }));
  await db.collection<Row>('accounts').insertMany(documents);
};

type Writer = (db: Db, client: mongoose.mongo.MongoClient, known: Known, id: number) => Promise<void>;

let serial = 0;

const insertOne: Writer = async (db, _client, known) => {
  serial += 1;
  const _id = `one-${serial}`;
  await db.collection<Row>('rows').insertOne({ _id, n: serial });
  known.inserted.add(_id);
};

const insertBatch: Writer = async (db, _client, known) => {
  serial += 1;
  const batch = `batch-${serial}`;
  const first = serial * 1000;
  const rows = Array.from({ length: batchSize }, (_, i) => ({ _id: `${batch}-${i}`, n: first + i, batch }));
  await db.collection<Row>('rows').insertMany(rows);
  known.acknowledgedBatches.add(batch);
};

const increment: Writer = async (db, _client, known, id) => {
  const counter = known.counters.get(`counter-${id}`) ?? { acknowledged: 0, tried: 0 };
  known.counters.set(`counter-${id}`, counter);
  counter.tried += 1;
  const plus: mongoose.mongo.Document = { $inc: { n: 1 } };
  await db.collection<Row>('counters').findOneAndUpdate({ _id: `counter-${id}` }, plus, { upsert: true });
  counter.acknowledged += 1;
};

const transfer: Writer = async (db, client) => {
  const [from, to] = [Math.floor(Math.random() * accounts), Math.floor(Math.random() * accounts)];
  const collection = db.collection<Row>('accounts');
  const less: mongoose.mongo.Document = { $inc: { n: -1 } };
  const more: mongoose.mongo.Document = { $inc: { n: 1 } };
  // Not withTransaction: it would try again for two minutes when the engine is gone.
  const session = client.startSession();
  try {
    session.startTransaction();
    await collection.updateOne({ _id: `account-${from}` }, less, { session });
    await collection.updateOne({ _id: `account-${to}` }, more, { session });
    await session.commitTransaction();
  } finally {
    await session.endSession();
  }
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const removeOne: Writer = async (db, _client, known) => {
  const [_id] = known.inserted;
  if (_id === undefined) return pause(5);
  known.inserted.delete(_id);
  await db.collection<Row>('rows').deleteOne({ _id });
  known.removed.add(_id);
};

const writers: Writer[] = [insertOne, insertOne, insertBatch, increment, increment, transfer, removeOne];

/** Writes with all writers at once until the engine is gone. */
const writeUntilKilled = async (url: string, known: Known): Promise<void> => {
  const client = await connect(url, 1000).catch(() => undefined);
  if (!client) return; // It was killed before they got to it.
  const db = client.db('crash');
  const loop = async (writer: Writer, id: number): Promise<void> => {
    for (;;) {
      try {
        await writer(db, client, known, id);
      } catch {
        return;
      }
    }
  };
  await Promise.all(writers.map(loop));
  await client.close(true).catch(() => undefined);
};

const checkRows = async (db: Db, known: Known, faults: string[]): Promise<void> => {
  const rows = await db.collection<Row>('rows').find().toArray();
  const ids = new Set(rows.map(({ _id }) => _id));
  for (const id of known.inserted) if (!ids.has(id)) faults.push(`the acknowledged ${id} is gone`);
  for (const id of known.removed) if (ids.has(id)) faults.push(`the removed ${id} is back`);
  const batches = new Map<string, number>();
  for (const { batch } of rows) if (batch !== undefined) batches.set(batch, (batches.get(batch) ?? 0) + 1);
  for (const [batch, count] of batches)
    if (count !== batchSize) faults.push(`${batch} shows ${count} of ${batchSize}`);
  for (const batch of known.acknowledgedBatches)
    if (!batches.has(batch)) faults.push(`the acknowledged ${batch} is gone`);
};

const checkCounters = async (db: Db, known: Known, faults: string[]): Promise<void> => {
  for (const [id, { acknowledged, tried }] of known.counters) {
    const n = (await db.collection<Row>('counters').findOne({ _id: id }))?.n ?? 0;
    if (n < acknowledged || n > tried)
      faults.push(`${id} is ${n}, acknowledged ${acknowledged}, tried ${tried}`);
  }
};

const check = async (url: string, known: Known): Promise<string[]> => {
  const client = await connect(url, 30_000);
  const db = client.db('crash');
  const faults: string[] = [];
  await checkRows(db, known, faults);
  await checkCounters(db, known, faults);
  const all = await db.collection<Row>('accounts').find().toArray();
  const sum = all.reduce((total, { n }) => total + (n ?? 0), 0);
  if (sum !== accounts * balance) faults.push(`the accounts sum to ${sum}`);
  for (const { name } of await db.listCollections().toArray()) {
    const { valid, errors } = await db.command({ validate: name });
    if (!valid) faults.push(...[errors].flat().map((error) => `${name}: ${String(error)}`));
  }
  await client.close();
  return faults;
};

const acknowledgedIn = ({ inserted, removed, counters, acknowledgedBatches }: Known): number =>
  [...counters.values()].reduce((sum, { acknowledged }) => sum + acknowledged, 0) +
  inserted.size +
  removed.size * 2 +
  acknowledgedBatches.size;

/** Waits until the writers are at work, however slow the machine is. */
const someWrites = async (known: Known): Promise<void> => {
  const before = acknowledgedIn(known);
  for (let i = 0; i < 500 && acknowledgedIn(known) < before + 10; i += 1) await pause(10);
};

/** Kills the engine with SIGKILL at random moments under concurrent writers, and checks what is there after each. */
export const crashRounds = async (
  data: string,
  kills: number,
  tell: (line: string) => void = () => undefined,
): Promise<CrashReport> => {
  const known: Known = {
    inserted: new Set(),
    removed: new Set(),
    counters: new Map(),
    acknowledgedBatches: new Set(),
  };
  const faults: string[] = [];
  let engine = await startEngine(data, 0);
  const port = Number(new URL(engine.url).port);
  const first = await connect(engine.url, 30_000);
  await prepare(first.db('crash'));
  await first.close();
  for (let kill = 1; kill <= kills && faults.length === 0; kill += 1) {
    const writing = writeUntilKilled(engine.url, known);
    await someWrites(known);
    await pause(Math.random() * 400);
    const exited = once(engine.child, 'exit');
    engine.child.kill('SIGKILL');
    await exited;
    await writing;
    engine = await startEngine(data, port);
    faults.push(...(await check(engine.url, known)));
    if (kill % 10 === 0)
      tell(
        `${kill} kills, ${known.inserted.size + known.removed.size} acknowledged inserts, ${faults.length} faults`,
      );
  }
  const exited = once(engine.child, 'exit');
  engine.child.kill('SIGTERM');
  await exited;
  return { kills, acknowledged: acknowledgedIn(known), faults };
};
