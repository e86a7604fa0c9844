import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type RunningMongo, startMongo } from './start.ts';

const data = mkdtempSync(join(tmpdir(), 'embedded-mongo-'));
let engine: RunningMongo;
let connection: mongoose.Connection;

const uri = (db: string): string => engine.url.replace('/?', `/${db}?`);

beforeAll(async () => {
  engine = await startMongo({ data });
  connection = await mongoose.createConnection(uri('start_test'), { autoIndex: false }).asPromise();
});

afterAll(async () => {
  await connection.close();
  await engine.stop();
  rmSync(data, { recursive: true, force: true });
});

const makeModel = () => {
  const schema = new mongoose.Schema(
    { email: { type: String, unique: true }, visits: Number, items: [{ kind: String, value: Number }] },
    { timestamps: true },
  );
  schema.index({ visits: 1, email: -1 });
  return connection.model('Person', schema);
};

test('mongoose creates its indexes, writes, reads and meets the unique index', async () => {
  const Person = makeModel();
  await Person.syncIndexes();
  expect((await Person.listIndexes()).map(({ name }) => name)).toEqual([
    '_id_',
    'email_1',
    'visits_1_email_-1',
  ]);
  const ada = await Person.create({ email: 'ada@x', visits: 1, items: [{ kind: 'a', value: 1 }] });
  await expect(Person.create({ email: 'ada@x' })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { email: 1 },
    keyValue: { email: 'ada@x' },
  });
  const found = await Person.findOneAndUpdate(
    { email: 'bob@x' },
    { $inc: { visits: 5 }, $setOnInsert: { items: [] } },
    { upsert: true, returnDocument: 'after' },
  );
  expect(found).toMatchObject({ email: 'bob@x', visits: 5 });
  await Person.updateOne({ _id: ada._id, 'items.kind': 'a' }, { $set: { 'items.$.value': 7 } });
  expect((await Person.findById(ada._id))?.items[0]?.value).toBe(7);
  expect(await Person.countDocuments({ visits: { $gte: 1 } })).toBe(2);
});

test('the data is there again after a restart', async () => {
  await connection.close();
  await engine.stop();
  engine = await startMongo({ data });
  connection = await mongoose.createConnection(uri('start_test'), { autoIndex: false }).asPromise();
  const Person = makeModel();
  expect(await Person.countDocuments()).toBe(2);
  await expect(Person.create({ email: 'ada@x' })).rejects.toMatchObject({ code: 11000 });
  await connection.dropDatabase();
  expect(await Person.countDocuments()).toBe(0);
});
