import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { exportDump, importDump } from './dump.ts';
import { checkData, restoreBackup } from './restore.ts';
import { type StartOptions, startMongo } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'mongo-safety-'));
const place = (name: string): string => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

  test('of a file that is something else is told at the start', async () => {
    await within({ data: place('noise') }, fill);
    writeFileSync(place('noise/data.mdb'), Buffer.alloc(100_000, 7));
    await expect(startMongo({ data: place('noise') })).rejects.toThrow();
  });
});

test('a TTL index lets documents go', async () => {
  const { expire } = await import('./ttl.ts');
  const { openEngine } = await import('./engine.ts');
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
