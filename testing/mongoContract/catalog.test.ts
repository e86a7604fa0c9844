import { describe, expect } from '@jest/globals';
import mongoose from 'mongoose';
import { client, collectionOf, contract, db, expectCode, refusal, serverKind } from './server.ts';

const names = async (): Promise<string[]> =>
  (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);

describe('the server', () => {
  contract('presents itself as a primary with sessions', async () => {
    expect(await db.command({ hello: 1 })).toMatchObject({ isWritablePrimary: true, ok: 1 });
    expect((await db.command({ hello: 1 }))['logicalSessionTimeoutMinutes']).toBeGreaterThan(0);
  });
  contract('tells its limits', async () => {
    const limits = { maxBsonObjectSize: 16777216, maxMessageSizeBytes: 48000000, maxWriteBatchSize: 100000 };
    expect(await db.command({ hello: 1 })).toMatchObject(limits);
  });
  contract('answers a ping', async () => expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 }));
  contract('tells a version of at least 7', async () => {
    expect(
      Number.parseInt(String((await db.command({ buildInfo: 1 }))['version']), 10),
    ).toBeGreaterThanOrEqual(7);
  });
  contract('refuses an unknown command', async () => {
    const error = await refusal(db.command({ noSuchCommand: 1 }));
    expect(error).toMatchObject({ code: 59, codeName: 'CommandNotFound' });
  });
  contract('refuses an unknown field of a command', async () => {
    const { collectionName } = await collectionOf([{ _id: 1 }]);
    expectCode(await refusal(db.command({ find: collectionName, noSuchField: 1 })), 40415);
  });
  contract('refuses an unknown field of a statement', async () => {
    const { collectionName } = await collectionOf([{ _id: 1 }]);
    const updates = [{ q: {}, u: { $set: { a: 1 } }, noSuchField: 1 }];
    const reply = await db.command({ update: collectionName, updates }).catch((error: unknown) => error);
    expect(reply instanceof Error || Array.isArray(Object(reply).writeErrors)).toBe(true);
  });
  contract('refuses an unknown operator', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    expectCode(await refusal(collection.find({ a: { $noSuch: 1 } }).toArray()), 2);
    expectCode(await refusal(collection.find({ $noSuch: [] }).toArray()), 2);
  });
  contract('refuses filters that make no sense', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    for (const filter of [
      { $or: [] },
      { $and: {} },
      { a: { $in: 5 } },
      { a: { $size: 'x' } },
      { a: { $mod: [0, 1] } },
      { a: { $all: 1 } },
    ]) {
      await expect(collection.find(Object(filter)).toArray()).rejects.toThrow();
    }
  });
  contract('refuses a collation that it cannot follow', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    if (serverKind === 'embedded') {
      const find = collection.find({ a: 'x' }, { collation: { locale: 'en', strength: 2 } });
      expect((await refusal(find.toArray()))['codeName']).toBe('NotImplemented');
    }
  });
  contract('lists databases', async () => {
    await collectionOf([{ _id: 1 }]);
    const { databases } = await db.admin().listDatabases({ nameOnly: true });
    expect(databases.map(({ name }) => name)).toContain(db.databaseName);
  });
  contract('drops a database', async () => {
    const other = client.db(`${db.databaseName}_drop`);
    await other.collection('a').insertOne({ a: 1 });
    await other.dropDatabase();
    expect(await other.collection('a').countDocuments()).toBe(0);
    expect(await other.listCollections().toArray()).toEqual([]);
  });
  contract('keeps databases apart', async () => {
    const other = client.db(`${db.databaseName}_other`);
    await other.collection('same').insertOne({ a: 1 });
    expect(await db.collection('same').countDocuments()).toBe(0);
    await other.dropDatabase();
  });
});

describe('collections', () => {
  contract('come to be with the first insert', async () => {
    const { collectionName } = await collectionOf([{ _id: 1 }]);
    expect(await names()).toContain(collectionName);
  });
  contract('are created', async () => {
    await db.createCollection('made');
    expect(await names()).toContain('made');
  });
  contract('are found by name', async () => {
    await db.createCollection('named');
    expect(await db.listCollections({ name: 'named' }).toArray()).toMatchObject([
      { name: 'named', type: 'collection' },
    ]);
  });
  contract('are dropped', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    await collection.drop();
    expect(await collection.countDocuments()).toBe(0);
    expect(await names()).not.toContain(collection.collectionName);
  });
  contract('begin anew after a drop', async () => {
    const collection = await collectionOf([{ _id: 1 }], [{ key: { a: 1 }, unique: true }]);
    await collection.drop();
    await collection.insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await collection.countDocuments({ a: 1 })).toBe(2);
  });
  contract('take no empty or dollared name', async () => {
    expectCode(await refusal(db.command({ insert: '', documents: [{ a: 1 }] })), 73);
    await expect(db.command({ insert: 'a$b', documents: [{ a: 1 }] })).rejects.toThrow();
  });
});

describe('indexes', () => {
  contract('are listed as they were made', async () => {
    const collection = await collectionOf(
      [{ _id: 1 }],
      [
        { key: { a: 1, b: -1 } },
        { key: { c: 1 }, unique: true, name: 'mine' },
        { key: { d: 1 }, sparse: true },
        { key: { e: 1 }, expireAfterSeconds: 60 },
        { key: { f: 1 }, partialFilterExpression: { g: { $gt: 1 } } },
      ],
    );
    const listed = await collection.listIndexes().toArray();
    expect(listed).toMatchObject([
      { key: { _id: 1 }, name: '_id_' },
      { key: { a: 1, b: -1 }, name: 'a_1_b_-1' },
      { key: { c: 1 }, unique: true, name: 'mine' },
      { key: { d: 1 }, sparse: true },
      { key: { e: 1 }, expireAfterSeconds: 60 },
      { key: { f: 1 }, partialFilterExpression: { g: { $gt: 1 } } },
    ]);
  });
  contract('are made once', async () => {
    const collection = await collectionOf([], [{ key: { a: 1 } }]);
    await collection.createIndex({ a: 1 });
    expect(await collection.listIndexes().toArray()).toHaveLength(2);
  });
  contract('may not change under their name', async () => {
    const collection = await collectionOf([], [{ key: { a: 1 } }]);
    expectCode(await refusal(collection.createIndex({ a: 1 }, { unique: true, name: 'a_1' })), 86);
    expectCode(await refusal(collection.createIndex({ b: 1 }, { name: 'a_1' })), 86);
  });
  contract('are dropped by name', async () => {
    const collection = await collectionOf([{ _id: 1 }], [{ key: { a: 1 } }, { key: { b: 1 } }]);
    await collection.dropIndex('a_1');
    expect((await collection.listIndexes().toArray()).map(({ name }) => name)).toEqual(['_id_', 'b_1']);
  });
  contract('are dropped all but the one on _id', async () => {
    const collection = await collectionOf([{ _id: 1 }], [{ key: { a: 1 } }, { key: { b: 1 } }]);
    await collection.dropIndexes();
    expect((await collection.listIndexes().toArray()).map(({ name }) => name)).toEqual(['_id_']);
  });
  contract('that are not there cannot be dropped', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    expectCode(await refusal(collection.dropIndex('none_1')), 27);
    await expect(collection.dropIndex('_id_')).rejects.toThrow();
  });
  contract(
    'of a collection that does not exist are not listed',
    async () => {
      expectCode(await refusal(db.command({ listIndexes: 'nowhere' })), 26);
    },
    { documentdb: 'tells another code' },
  );
  contract('refuse keys that make no sense', async () => {
    const { collectionName } = await collectionOf([]);
    for (const key of [{}, { a: 0 }, { a: 'nonsense' }]) {
      const createIndexes = { createIndexes: collectionName, indexes: [{ key, name: 'x' }] };
      await expect(db.command(createIndexes)).rejects.toThrow();
    }
  });
});

describe('unique indexes', () => {
  const unique = (key: mongoose.mongo.IndexSpecification & object, more = {}) => [
    { key: Object(key), unique: true, ...more },
  ];
  contract('refuse a second one', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }], unique({ a: 1 }));
    const error = await refusal(collection.insertOne({ _id: 2, a: 1 }));
    expect(error['code']).toBe(11000);
    if (serverKind !== 'documentdb')
      expect(error).toMatchObject({ keyPattern: { a: 1 }, keyValue: { a: 1 } });
  });
  contract('let an update keep its own key', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }], unique({ a: 1 }));
    await collection.updateOne({ _id: 1 }, { $set: { a: 1, b: 2 } });
    expect(await collection.countDocuments({ b: 2 })).toBe(1);
  });
  contract('refuse an update to a key that is taken', async () => {
    const collection = await collectionOf(
      [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
      unique({ a: 1 }),
    );
    expect((await refusal(collection.updateOne({ _id: 2 }, { $set: { a: 1 } })))['code']).toBe(11000);
    expect(await collection.findOne({ _id: 2 })).toEqual({ _id: 2, a: 2 });
  });
  contract('give a key free again', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }], unique({ a: 1 }));
    await collection.updateOne({ _id: 1 }, { $set: { a: 2 } });
    await collection.insertOne({ _id: 2, a: 1 });
    await collection.deleteOne({ _id: 2 });
    await collection.insertOne({ _id: 3, a: 1 });
    expect(await collection.countDocuments()).toBe(2);
  });
  contract('take missing as one null', async () => {
    const collection = await collectionOf([{ _id: 1 }], unique({ a: 1 }));
    expect((await refusal(collection.insertOne({ _id: 2, a: null })))['code']).toBe(11000);
  });
  contract('that are sparse leave out what has no value', async () => {
    const collection = await collectionOf([{ _id: 1 }, { _id: 2 }], unique({ a: 1 }, { sparse: true }));
    expect(await collection.countDocuments()).toBe(2);
    expect(await collection.find({ a: null }).toArray()).toHaveLength(2);
  });
  contract('that are partial hold only where the filter does', async () => {
    const partial = { partialFilterExpression: { live: true } };
    const collection = await collectionOf(
      [
        { _id: 1, a: 1, live: true },
        { _id: 2, a: 1, live: false },
      ],
      unique({ a: 1 }, partial),
    );
    expect((await refusal(collection.insertOne({ _id: 3, a: 1, live: true })))['code']).toBe(11000);
    await collection.updateOne({ _id: 1 }, { $set: { live: false } });
    await collection.insertOne({ _id: 3, a: 1, live: true });
    expect(await collection.find({ a: 1 }).toArray()).toHaveLength(3);
  });
  contract('over several fields', async () => {
    const collection = await collectionOf(
      [
        { _id: 1, a: 1, b: 1 },
        { _id: 2, a: 1, b: 2 },
      ],
      unique({ a: 1, b: 1 }),
    );
    expect((await refusal(collection.insertOne({ _id: 3, a: 1, b: 2 })))['code']).toBe(11000);
  });
  contract('hold for each element of an array', async () => {
    const collection = await collectionOf([{ _id: 1, a: [1, 2, 2] }], unique({ a: 1 }));
    expect((await refusal(collection.insertOne({ _id: 2, a: [2, 3] })))['code']).toBe(11000);
  });
  contract('take numbers of different types as one', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }], unique({ a: 1 }));
    expect(
      (await refusal(collection.insertOne({ _id: 2, a: mongoose.mongo.Long.fromNumber(1) })))['code'],
    ).toBe(11000);
  });
  contract('hold for long texts', async () => {
    const text = 'x'.repeat(3000);
    const collection = await collectionOf(
      [
        { _id: 1, a: `${text}1` },
        { _id: 2, a: `${text}2` },
      ],
      unique({ a: 1 }),
    );
    expect((await refusal(collection.insertOne({ _id: 3, a: `${text}2` })))['code']).toBe(11000);
    expect(await collection.findOne({ a: `${text}2` })).toMatchObject({ _id: 2 });
    expect(await collection.countDocuments({ a: { $gt: `${text}1` } })).toBe(1);
  });
  contract(
    'refuse two arrays',
    async () => {
      const collection = await collectionOf([], unique({ a: 1, b: 1 }));
      await expect(collection.insertOne({ _id: 1, a: [1], b: [2] })).rejects.toThrow();
    },
    { documentdb: 'indexes every pair of their elements' },
  );
  contract('cannot be made over what is double', async () => {
    const collection = await collectionOf([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    if (serverKind === 'documentdb') return;
    expect((await refusal(collection.createIndex({ a: 1 }, { unique: true })))['code']).toBe(11000);
    expect(await collection.listIndexes().toArray()).toHaveLength(1);
  });
  contract('one wins of many that insert the same', async () => {
    const collection = await collectionOf([], unique({ a: 1 }));
    const inserts = Array.from({ length: 12 }, (_, _id) =>
      collection.insertOne({ _id, a: 1 }).then(
        () => 1,
        () => 0,
      ),
    );
    expect((await Promise.all(inserts)).reduce<number>((sum, one) => sum + one, 0)).toBe(1);
  });
});
