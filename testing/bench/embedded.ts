import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo } from '@cobid/embedded/mongo/start.ts';
import mongoose from 'mongoose';

/**
 * The embedded database beside DocumentDB (where that runs), with the same driver in the same run:
 * `npm run bench -- embedded [--json]`. Each server is a process of its own.
 */
const DOCUMENTS = 100_000;
const CLIENTS = 8;
const ROUND = 2000;
const TURNS = 5;
/** PostgreSQL, under DocumentDB, gathers the statistics that its plans need once a minute. */
const STATISTICS = 75_000;
const documentdbUrl = 'mongodb://127.0.0.1:27217/?replicaSet=rs0';
const root = join(import.meta.dirname, '../..');

type Figures = {
  /** Documents a second: insertMany of 10,000 in batches of 1,000, acknowledged when durable. */
  insertPerSecond: number;
  /** Operations a second of 8 clients. */
  findOnePerSecond: number;
  findOneAndUpdatePerSecond: number;
  /** Milliseconds, median: indexed range, sort, limit 20. */
  rangeMedian: number;
};

type Person = { key: string; n: number; group: number; text: string };

const personOf = (i: number): Person => ({
  key: `person-${i}@example.org`,
  n: (i * 7919) % DOCUMENTS,
  group: i % 100,
  text: `${i} ${'lorem ipsum dolor sit amet '.repeat(80)}`.slice(0, 1900),
});

const batchesOf = (from: number, count: number, size: number): Person[][] =>
  Array.from({ length: count / size }, (_, b) =>
    Array.from({ length: size }, (_, i) => personOf(from + b * size + i)),
  );

/** Operations a second of several clients that each wait for their answer. */
const rate = async (operate: () => Promise<unknown>): Promise<number> => {
  let done = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - began < ROUND) {
      await operate();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return Math.round(done / ((performance.now() - began) / 1000));
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const anyOf = (): number => Math.floor(Math.random() * DOCUMENTS);

const round = (value: number): number => Math.round(value * 100) / 100;

/** A server that holds the documents: its figures are measured in turns with the other's. */
const load = async (url: string) => {
  const client = await new mongoose.mongo.MongoClient(url, { maxPoolSize: CLIENTS }).connect();
  const db = client.db('bench_embedded');
  await db.dropDatabase();
  const people = db.collection<Person>('people');
  await people.createIndexes([{ key: { key: 1 }, unique: true }, { key: { n: 1 } }]);
  for (const batch of batchesOf(0, DOCUMENTS, 1000)) await people.insertMany(batch);
  let next = DOCUMENTS;

  const insertPerSecond = async (): Promise<number> => {
    const batches = batchesOf(next, 10_000, 1000);
    next += 10_000;
    const began = performance.now();
    for (const batch of batches) await people.insertMany(batch);
    return Math.round(10_000 / ((performance.now() - began) / 1000));
  };
  const findOnePerSecond = () => rate(() => people.findOne({ key: `person-${anyOf()}@example.org` }));
  const increment = { $inc: { group: 1 } };
  const findOneAndUpdatePerSecond = () =>
    rate(() => people.findOneAndUpdate({ key: `person-${anyOf()}@example.org` }, increment));
  const rangeMedian = async (): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < 100; i += 1) {
      const began = performance.now();
      await people
        .find({ n: { $gte: anyOf() * 0.9 } })
        .sort({ n: 1 })
        .limit(20)
        .toArray();
      times.push(performance.now() - began);
    }
    return round(median(times));
  };
  const figures = { findOnePerSecond, rangeMedian, findOneAndUpdatePerSecond, insertPerSecond };
  return { figures, close: () => client.close() };
};

type Loaded = Awaited<ReturnType<typeof load>>;

/** Each figure of each server in turns, so that what else the machine does meets both; the median of the turns. */
const measure = async (servers: Loaded[]): Promise<Figures[]> => {
  const names = ['findOnePerSecond', 'rangeMedian', 'findOneAndUpdatePerSecond', 'insertPerSecond'] as const;
  const results = servers.map(() => ({
    findOnePerSecond: 0,
    rangeMedian: 0,
    findOneAndUpdatePerSecond: 0,
    insertPerSecond: 0,
  }));
  if (servers.length > 1) await pause(STATISTICS);
  for (const name of names) {
    // Once for each, not counted: code is compiled, pages are read.
    for (const server of servers) await server.figures[name]();
    const turns = servers.map((): number[] => []);
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const [i, server] of servers.entries()) turns[i]?.push(await server.figures[name]());
    }
    for (const [i, values] of turns.entries()) {
      const result = results[i];
      if (result) result[name] = median(values);
    }
  }
  return results;
};

const startProcess = async (data: string): Promise<{ child: ChildProcess; url: string }> => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'embedded/mongo/main.ts'), '--port', '0', '--data', data],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (!child.stdout) throw new Error('the engine has no output');
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
};

const stopProcess = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM');
  await once(child, 'exit');
};

/** Megabytes of memory that the engine's process holds. */
const residentOf = async (url: string, readAll: boolean): Promise<number> => {
  const client = await new mongoose.mongo.MongoClient(url).connect();
  const db = client.db('bench_embedded');
  const people = db.collection<Person>('people');
  await people.findOne({ key: 'person-5@example.org' });
  if (readAll) await people.find().forEach(() => true);
  const { mem } = await db.admin().command({ serverStatus: 1 });
  await client.close();
  return mem.resident;
};

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

const main = async (): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), 'bench-embedded-'));
  const first = await startProcess(data);
  const urls = [first.url, ...((await isListening(27217)) ? [documentdbUrl] : [])];
  const servers: Loaded[] = [];
  for (const url of urls) servers.push(await load(url));
  const [embedded, documentdb] = await measure(servers);
  for (const server of servers) await server.close();
  await stopProcess(first.child);
  if (!embedded) throw new Error('nothing was measured');

  const began = performance.now();
  const opened = await startMongo({ data });
  const startMilliseconds = round(performance.now() - began);
  await opened.stop();

  const second = await startProcess(data);
  const residentOpen = await residentOf(second.url, false);
  const residentRead = await residentOf(second.url, true);
  await stopProcess(second.child);
  rmSync(data, { recursive: true, force: true });

  const report = {
    documents: DOCUMENTS,
    clients: CLIENTS,
    embedded: { ...embedded, startMilliseconds, residentOpen, residentRead },
    documentdb,
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  else printTable(report);
};

type Report = {
  embedded: Figures & { startMilliseconds: number; residentOpen: number; residentRead: number };
  documentdb: Figures | undefined;
};

const notRunning = 'not running';

const printTable = ({ embedded, documentdb }: Report): void => {
  console.table({
    'findOne by unique key, 8 clients, per s': {
      embedded: embedded.findOnePerSecond,
      documentdb: documentdb?.findOnePerSecond ?? notRunning,
      goal: '2 x',
    },
    'insertMany by 1,000, documents per s': {
      embedded: embedded.insertPerSecond,
      documentdb: documentdb?.insertPerSecond ?? notRunning,
      goal: '1 x',
    },
    'findOneAndUpdate, 8 clients, per s': {
      embedded: embedded.findOneAndUpdatePerSecond,
      documentdb: documentdb?.findOneAndUpdatePerSecond ?? notRunning,
      goal: '1 x',
    },
    'range, sort, limit 20, median ms': {
      embedded: embedded.rangeMedian,
      documentdb: documentdb?.rangeMedian ?? notRunning,
      goal: '< 2',
    },
    'start with 100,000 documents, ms': { embedded: embedded.startMilliseconds, goal: '< 300' },
    'resident with 100,000 open, MB': { embedded: embedded.residentOpen, goal: '< 250' },
    'resident after reading all, MB': { embedded: embedded.residentRead },
  });
};

await main();
