import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { exportDump, importDump } from './dump.ts';
import { openEngine } from './engine.ts';
import { checkData, restoreBackup } from './restore.ts';
import { type StartOptions, startMongo } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'mongo-safety-'));
const place = (name: string): string => join(folder, name);

const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

type Row = { _id: number; text?: string; n?: unknown };

/** Runs with an engine and a driver on it, and ends both. */
const within = async (
  options: StartOptions,
  run: (db: mongoose.mongo.Db, url: string) => Promise<void>,
): Promise<void> => {
  const engine = await startMongo(options);
  const client = new mongoose.mongo.MongoClient(engine.url, { serverSelectionTimeoutMS: 2000 });
  try {
    await run((await client.connect()).db('safe'), engine.url);
  } finally {
    await client.close();
    await engine.stop();
  }
};

const rows: Row[] = Array.from({ length: 300 }, (_, _id) => ({
  _id,
  text: `row ${_id} `.repeat(20),
  n: _id % 3 === 0 ? mongoose.mongo.Long.fromNumber(_id) : mongoose.mongo.Decimal128.fromString(`${_id}.10`),
}));

const fill = async (db: mongoose.mongo.Db): Promise<void> => {
  await db.collection<Row>('rows').createIndexes([{ key: { text: 1 }, unique: true }, { key: { n: -1 } }]);
  await db.collection<Row>('rows').insertMany(rows);
};

/** An engine with the rows in it, in a process of its own. */
const spawnEngine = async (data: string): Promise<{ child: ChildProcess }> => {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  if (!child.stdout) throw new Error('the engine has no output');
  const [line] = await once(child.stdout, 'data');
  const client = await new mongoose.mongo.MongoClient(String(line).trim()).connect();
  await fill(client.db('safe'));
  await client.close();
  return { child };
};

describe('who may connect', () => {
  test('a host that others can reach needs a key', async () => {
    await expect(startMongo({ data: place('open'), host: '0.0.0.0' })).rejects.toThrow('key');
    await expect(startMongo({ data: place('open'), host: '0.0.0.0', key: 'short' })).rejects.toThrow('key');
  });

  test('with a key nothing is told to who does not know it', async () => {
    const key = 'a key of more than sixteen characters';
    await within({ data: place('keyed'), key }, async (db, url) => {
      await db.collection<Row>('rows').insertOne({ _id: 1 });
      expect(await db.collection('rows').countDocuments()).toBe(1);
      for (const wrong of [url.replace(/\/\/.*@/, '//'), url.replace(/:[^:]*@/, ':another@')]) {
        const client = new mongoose.mongo.MongoClient(wrong, { serverSelectionTimeoutMS: 1000 });
        await expect(
          client.connect().then(() => client.db('safe').collection('rows').countDocuments()),
        ).rejects.toThrow();
        await client.close();
      }
    });
  });

  test('a Unix socket', async () => {
    await within({ data: place('socket'), socket: place('mongo.sock') }, async (db) => {
      await fill(db);
      expect(await db.collection('rows').countDocuments()).toBe(300);
    });
  });
});

describe('one engine', () => {
  test('may use a folder at a time, and the next one once it is gone', async () => {
    const { child } = await spawnEngine(place('taken'));
    await expect(startMongo({ data: place('taken') })).rejects.toThrow(`open in process ${child.pid}`);
    await expect(checkData(place('taken'))).rejects.toThrow('open in process');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await within({ data: place('taken') }, async (db) => {
      expect(await db.collection('rows').countDocuments()).toBe(300);
    });
  });
});

describe('keeping data', () => {
  test('a backup while writes go on is whole and can be restored', async () => {
    await within({ data: place('live') }, async (db) => {
      await fill(db);
      const writes = Array.from({ length: 50 }, (_, i) => db.collection<Row>('more').insertOne({ _id: i }));
      await db.admin().command({ backup: place('backup') });
      await Promise.all(writes);
      await db.collection('rows').deleteMany({});
    });
    expect(await checkData(place('backup'))).toEqual([]);
    await restoreBackup(place('backup'), place('live'), new Date());
    await within({ data: place('live') }, async (db) => {
      expect(await db.collection('rows').countDocuments()).toBe(300);
      expect(await db.collection<Row>('rows').findOne({ text: rows[7]?.text ?? '' })).toMatchObject({
        _id: 7,
      });
    });
  });

  test('an export comes back the same through an import', async () => {
    await within({ data: place('from') }, async (db, url) => {
      await fill(db);
      const tallies = await exportDump(url.replace('/?', '/safe?'), place('dump'));
      expect(tallies['rows']?.count).toBe(300);
      expect(await importDump(url.replace('/?', '/copy?'), place('dump'))).toEqual(tallies);
      const copy = db.collection('rows');
      expect((await copy.listIndexes().toArray()).map(({ name }) => name)).toEqual([
        '_id_',
        'text_1',
        'n_-1',
      ]);
      const bson = readFileSync(place('dump/safe/rows.bson'));
      writeFileSync(place('dump/safe/rows.bson'), bson.subarray(0, bson.readInt32LE(0)));
      await expect(importDump(url.replace('/?', '/other?'), place('dump'))).rejects.toThrow('differs');
    });
  });
});

describe('damage', () => {
  test('of a document is told, not served', async () => {
    await within({ data: place('hurt') }, fill);
    const file = place('hurt/data.mdb');
    const bytes = readFileSync(file);
    // Only in the document does a length of 160 stand before the text.
    const stored = Buffer.concat([
      Buffer.from('text\0'),
      Buffer.from([161, 0, 0, 0]),
      Buffer.from('row 123 row 123'),
    ]);
    for (let at = bytes.indexOf(stored); at >= 0; at = bytes.indexOf(stored, at + 1)) bytes[at + 12] = 88;
    writeFileSync(file, bytes);
    await within({ data: place('hurt') }, async (db) => {
      await expect(db.collection<Row>('rows').findOne({ _id: 123 })).rejects.toMatchObject({
        codeName: 'DataCorruptionDetected',
      });
      expect(await db.collection<Row>('rows').findOne({ _id: 124 })).toMatchObject({ _id: 124 });
      const { valid, errors } = await db.command({ validate: 'rows' });
      expect(valid).toBe(false);
      expect(String(errors[0])).toContain('damaged');
    });
    expect((await checkData(place('hurt'))).join()).toContain('damaged');
  });

  test('of a file that is cut off is told at the start', async () => {
    await within({ data: place('cut') }, fill);
    truncateSync(place('cut/data.mdb'), 40_000);
    await expect(startMongo({ data: place('cut') })).rejects.toThrow('damaged');
  });

  test('of a file that is cut off after a crash as well', async () => {
    const engine = openEngine(place('crashed'));
    const fillWith = (id: number) =>
      engine.write(() => engine.disk.put(Buffer.from([9, id]), Buffer.alloc(3_000_000, id)));
    for (let id = 1; id <= 3; id += 1) await fillWith(id);
    mkdirSync(place('left'));
    copyFileSync(place('crashed/data.mdb'), place('left/data.mdb'));
    await engine.close();
    truncateSync(place('left/data.mdb'), 2_000_000);
    await expect(startMongo({ data: place('left') })).rejects.toThrow('damaged');
    await expect(startMongo({ data: place('left') })).rejects.toThrow('damaged');
  });

  test('of the log is told at the start', async () => {
    const { child } = await spawnEngine(place('killed'));
    const log = readFileSync(place('killed/log-a'));
    const first = log.indexOf('CoGr');
    expect(log.indexOf('CoGr', first + 1)).toBeGreaterThan(first);
    child.kill('SIGKILL');
    await once(child, 'exit');
    log[first + 100] = 99 - (log[first + 100] ?? 0);
    writeFileSync(place('killed/log-a'), log);
    await expect(startMongo({ data: place('killed') })).rejects.toThrow('cannot be read');
  });

  test('of a file that is something else is told at the start', async () => {
    await within({ data: place('noise') }, fill);
    writeFileSync(place('noise/data.mdb'), Buffer.alloc(100_000, 7));
    await expect(startMongo({ data: place('noise') })).rejects.toThrow();
  });
});

test('a TTL index lets documents go', async () => {
  const { expire } = await import('./ttl.ts');
  await within({ data: place('ttl') }, async (db) => {
    const old = new Date(Date.now() - 3600_000);
    const collection = db.collection<{ _id: number; at?: Date | string }>('sessions');
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await collection.insertMany([
      { _id: 1, at: old },
      { _id: 2, at: new Date() },
      { _id: 3 },
      { _id: 4, at: 'text' },
    ]);
    await collection.insertMany(Array.from({ length: 2500 }, (_, i) => ({ _id: 10 + i, at: old })));
  });
  const engine = openEngine(place('ttl'));
  expect(await expire(engine, new Date())).toBe(2501);
  expect(engine.catalog.find('safe', 'sessions')?.count).toBe(3);
  await engine.close();
});
