import { describe, expect } from '@jest/globals';
import mongoose from 'mongoose';
import { openRaw } from './rawConnection.ts';
import { collectionOf, contract, db, expectCode, refusal } from './server.ts';

const { ObjectId, Binary } = mongoose.mongo;

const plusOne: mongoose.mongo.Document = { $inc: { n: 1 } };
const plusHundred: mongoose.mongo.Document = { $inc: { n: 100 } };

describe('insert', () => {
  contract('keeps the order of fields and puts _id in front', async () => {
    const collection = await collectionOf([]);
    await db.command({ insert: collection.collectionName, documents: [{ b: 1, a: 2, _id: 5 }] });
    expect(Object.keys((await collection.findOne()) ?? {})).toEqual(['_id', 'b', 'a']);
  });
  contract('makes an ObjectId where there is none', async () => {
    const collection = await collectionOf([]);
    await db.command({ insert: collection.collectionName, documents: [{ a: 2 }] });
    expect((await collection.findOne())?._id).toBeInstanceOf(ObjectId);
  });
  contract(
    'refuses an _id that exists, with its key',
    async () => {
      const collection = await collectionOf([{ _id: 1 }]);
      const error = await refusal(collection.insertOne({ _id: 1 }));
      expect(error).toMatchObject({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } });
    },
    { documentdb: 'tells no keyPattern and keyValue' },
  );
  contract('takes an _id of every kind but an array', async () => {
    const ids = ['x', 1.5, null, true, new Date(1), new Binary(Buffer.from('q'))];
    const collection = await collectionOf(ids.map((_id) => ({ _id })));
    await db.command({ insert: collection.collectionName, documents: [{ _id: { a: 1 } }] });
    expect(await collection.countDocuments()).toBe(ids.length + 1);
    const insert = { insert: collection.collectionName, documents: [{ _id: [1] }] };
    expectCode(await refusal(db.command(insert).then(failOnWriteError)), 53);
  });
  contract('stops at the first fault if ordered', async () => {
    const collection = await collectionOf([]);
    const error = await refusal(collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
    expectCode(error, 11000);
    expect(await collection.countDocuments()).toBe(1);
  });
  contract('goes on after a fault if not ordered', async () => {
    const collection = await collectionOf([]);
    const error = await refusal(
      collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }], { ordered: false }),
    );
    expectCode(error, 11000);
    expect(await collection.countDocuments()).toBe(2);
  });
  contract('takes a document of 15 MB and refuses one of 17', async () => {
    const collection = await collectionOf([]);
    await collection.insertOne({ _id: 1, text: 'x'.repeat(15 * 1024 * 1024) });
    expect((await collection.findOne({ _id: 1 }))?.['text']).toHaveLength(15 * 1024 * 1024);
    await expect(collection.insertOne({ _id: 2, text: 'x'.repeat(17 * 1024 * 1024) })).rejects.toThrow();
  });
  contract('keeps what is not acknowledged', async () => {
    const collection = await collectionOf([{ _id: 0 }]);
    const result = await collection.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
    expect(result.acknowledged).toBe(false);
    let count = 0;
    for (let i = 0; i < 50 && count < 2; i += 1) count = await collection.countDocuments();
    expect(count).toBe(2);
  });
});

describe('a concern that one node cannot keep is refused', () => {
  const passed = { documentdb: 'its gateway passes over concerns' };
  contract(
    'more nodes than there are',
    async () => {
      const { collectionName } = await collectionOf([{ _id: 0 }]);
      const insert = { insert: collectionName, documents: [{ _id: 1 }], writeConcern: { w: 7 } };
      expectCode(await refusal(db.command(insert)), 100);
    },
    passed,
  );
  contract(
    'an unknown field of a write concern',
    async () => {
      const { collectionName } = await collectionOf([{ _id: 0 }]);
      const insert = { insert: collectionName, documents: [{ _id: 1 }], writeConcern: { wide: 1 } };
      await refusal(db.command(insert));
      expect(await db.collection(collectionName).countDocuments()).toBe(1);
    },
    passed,
  );
  contract(
    'an unknown level of a read concern',
    async () => {
      const { collectionName } = await collectionOf([{ _id: 0 }]);
      expectCode(await refusal(db.command({ find: collectionName, readConcern: { level: 'near' } })), 2);
    },
    passed,
  );
});

describe('update', () => {
  contract('tells matched and modified', async () => {
    const collection = await collectionOf([
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
      { _id: 3, a: 1 },
    ]);
    const result = await collection.updateMany({ a: { $lte: 2 } }, { $set: { a: 1 } });
    expect(result).toMatchObject({ matchedCount: 3, modifiedCount: 1, upsertedCount: 0 });
  });
  contract('updateOne changes one', async () => {
    const collection = await collectionOf([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await collection.updateOne({ a: 1 }, { $set: { a: 2 } })).toMatchObject({ modifiedCount: 1 });
    expect(await collection.countDocuments({ a: 2 })).toBe(1);
  });
  contract('nothing matched is no fault', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    expect(await collection.updateOne({ _id: 9 }, { $set: { a: 2 } })).toMatchObject({ matchedCount: 0 });
  });
  contract('replaceOne keeps the _id', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }]);
    await collection.replaceOne({ a: 1 }, { b: 2 });
    expect(await collection.findOne()).toEqual({ _id: 1, b: 2 });
  });
  contract('replaceOne refuses another _id', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }]);
    const updates = [{ q: { a: 1 }, u: { _id: 2, b: 2 } }];
    const replacement = { update: collection.collectionName, updates };
    expectCode(await refusal(db.command(replacement).then(failOnWriteError)), 66);
  });
  contract('replaceOne refuses operators', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }]);
    await expect(collection.replaceOne({ a: 1 }, { $set: { b: 2 } })).rejects.toThrow();
  });
  contract('a replacement of many is refused', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }]);
    const command = { update: collection.collectionName, updates: [{ q: {}, u: { a: 2 }, multi: true }] };
    expectCode(await refusal(db.command(command).then(failOnWriteError)), 9);
  });
  contract('an updated document does not come twice', async () => {
    const collection = await collectionOf(
      Array.from({ length: 50 }, (_, i) => ({ _id: i, n: i })),
      [{ key: { n: 1 } }],
    );
    await collection.updateMany({ n: { $gte: 0 } }, plusHundred);
    expect(await collection.countDocuments({ n: { $gte: 200 } })).toBe(0);
  });
});

/** A command's reply tells of a failed statement in writeErrors. */
const failOnWriteError = (reply: mongoose.mongo.Document): mongoose.mongo.Document => {
  const [error] = Array.isArray(reply['writeErrors']) ? reply['writeErrors'] : [];
  if (error) throw Object.assign(new Error(String(error.errmsg)), error);
  return reply;
};

describe('upsert', () => {
  contract('inserts the equalities and the update', async () => {
    const collection = await collectionOf([]);
    const result = await collection.updateOne(
      { a: 1, 'b.c': 2, d: { $gt: 5 }, $and: [{ e: 7 }] },
      { $set: { f: 3 }, $setOnInsert: { g: 4 } },
      { upsert: true },
    );
    expect(result.upsertedCount).toBe(1);
    const { _id, ...rest } = (await collection.findOne()) ?? {};
    expect(rest).toEqual({ a: 1, b: { c: 2 }, e: 7, f: 3, g: 4 });
    expect(result.upsertedId).toEqual(_id);
  });
  contract('takes the _id of the filter', async () => {
    const collection = await collectionOf([]);
    const result = await collection.updateOne({ _id: 7 }, plusOne, { upsert: true });
    expect(result.upsertedId).toBe(7);
    expect(await collection.findOne()).toEqual({ _id: 7, n: 1 });
  });
  contract('updates what exists', async () => {
    const collection = await collectionOf([{ _id: 7, n: 1 }]);
    const result = await collection.updateOne({ _id: 7 }, plusOne, { upsert: true });
    expect(result).toMatchObject({ matchedCount: 1, upsertedCount: 0 });
  });
  contract('with a replacement takes only the _id of the filter', async () => {
    const collection = await collectionOf([]);
    await collection.replaceOne({ _id: 7, a: 1 }, { b: 2 }, { upsert: true });
    expect(await collection.findOne()).toEqual({ _id: 7, b: 2 });
  });
  contract('makes an _id as $setOnInsert says', async () => {
    const collection = await collectionOf([]);
    await collection.updateOne({ a: 1 }, { $setOnInsert: { _id: 'mine' } }, { upsert: true });
    expect(await collection.findOne()).toEqual({ _id: 'mine', a: 1 });
  });
  contract('of an $in with one value', async () => {
    const collection = await collectionOf([]);
    await collection.updateOne({ _id: 1, a: { $in: [5] } }, { $set: { b: 1 } }, { upsert: true });
    expect(await collection.findOne()).toEqual({ _id: 1, a: 5, b: 1 });
  });
  contract('meets a unique index', async () => {
    const collection = await collectionOf([{ _id: 1, u: 1 }], [{ key: { u: 1 }, unique: true }]);
    const error = await refusal(collection.updateOne({ _id: 2 }, { $set: { u: 1 } }, { upsert: true }));
    expectCode(error, 11000);
  });
});

describe('delete', () => {
  contract('deleteOne removes one', async () => {
    const collection = await collectionOf([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect((await collection.deleteOne({ a: 1 })).deletedCount).toBe(1);
    expect(await collection.countDocuments()).toBe(1);
  });
  contract('deleteMany removes all that match', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3 }]);
    expect((await collection.deleteMany({ a: 1 })).deletedCount).toBe(2);
    expect((await collection.deleteMany({})).deletedCount).toBe(1);
  });
  contract('of nothing is no fault', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    expect((await collection.deleteMany({ _id: 5 })).deletedCount).toBe(0);
  });
});

describe('findAndModify', () => {
  contract('gives the document as it was', async () => {
    const collection = await collectionOf([{ _id: 1, n: 1 }]);
    expect(await collection.findOneAndUpdate({ _id: 1 }, plusOne)).toEqual({ _id: 1, n: 1 });
  });
  contract('gives the document as it became', async () => {
    const collection = await collectionOf([{ _id: 1, n: 1 }]);
    const found = await collection.findOneAndUpdate({ _id: 1 }, plusOne, { returnDocument: 'after' });
    expect(found).toEqual({ _id: 1, n: 2 });
  });
  contract('takes the first of a sort', async () => {
    const collection = await collectionOf([
      { _id: 1, n: 5 },
      { _id: 2, n: 9 },
      { _id: 3, n: 1 },
    ]);
    const found = await collection.findOneAndUpdate({}, { $set: { x: 1 } }, { sort: { n: -1 } });
    expect(found?._id).toBe(2);
  });
  contract('projects', async () => {
    const collection = await collectionOf([{ _id: 1, n: 5, m: 6 }]);
    const found = await collection.findOneAndUpdate({}, { $set: { x: 1 } }, { projection: { m: 1, _id: 0 } });
    expect(found).toEqual({ m: 6 });
  });
  contract('gives null where nothing matches', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    expect(await collection.findOneAndUpdate({ _id: 2 }, { $set: { x: 1 } })).toBeNull();
  });
  contract('upserts', async () => {
    const collection = await collectionOf([]);
    const options = { upsert: true, returnDocument: 'after' } as const;
    expect(await collection.findOneAndUpdate({ _id: 2 }, { $set: { x: 1 } }, options)).toEqual({
      _id: 2,
      x: 1,
    });
  });
  contract('tells of an upsert', async () => {
    const collection = await collectionOf([]);
    const options = { upsert: true, includeResultMetadata: true } as const;
    const result = await collection.findOneAndUpdate({ _id: 2 }, { $set: { x: 1 } }, options);
    expect(result.lastErrorObject).toMatchObject({ n: 1, updatedExisting: false, upserted: 2 });
    expect(result.value).toBeNull();
  });
  contract('replaces', async () => {
    const collection = await collectionOf([{ _id: 1, a: 1 }]);
    const options = { returnDocument: 'after' } as const;
    expect(await collection.findOneAndReplace({ a: 1 }, { b: 2 }, options)).toEqual({ _id: 1, b: 2 });
  });
  contract('deletes', async () => {
    const collection = await collectionOf([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    expect(await collection.findOneAndDelete({ a: 1 }, { sort: { _id: -1 } })).toEqual({ _id: 2, a: 1 });
    expect(await collection.countDocuments()).toBe(1);
  });
  contract('gives one document to one of many that ask for it', async () => {
    const collection = await collectionOf(Array.from({ length: 10 }, (_, i) => ({ _id: i, taken: 0 })));
    const takes = Array.from({ length: 20 }, () =>
      collection.findOneAndUpdate({ taken: 0 }, { $set: { taken: 1 } }),
    );
    const taken = (await Promise.all(takes)).flatMap((found) => (found ? [found._id] : []));
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken).toHaveLength(10);
  });
  contract('refuses update and remove together', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    const command = {
      findAndModify: collection.collectionName,
      query: {},
      remove: true,
      update: { $set: { a: 1 } },
    };
    const { code } = await refusal(db.command(command));
    // DocumentDB's gateway tells it as 3.
    expect([9, 3]).toContain(code);
  });
  contract('meets a unique index', async () => {
    const collection = await collectionOf(
      [
        { _id: 1, u: 1 },
        { _id: 2, u: 2 },
      ],
      [{ key: { u: 1 }, unique: true }],
    );
    expectCode(await refusal(collection.findOneAndUpdate({ _id: 2 }, { $set: { u: 1 } })), 11000);
  });
});

describe('bulkWrite', () => {
  contract('does all kinds of statements', async () => {
    const collection = await collectionOf([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    const result = await collection.bulkWrite([
      { insertOne: { document: { _id: 3, a: 3 } } },
      { updateOne: { filter: { _id: 1 }, update: { $set: { a: 9 } } } },
      { updateMany: { filter: {}, update: { $set: { b: 1 } } } },
      { replaceOne: { filter: { _id: 2 }, replacement: { c: 1 } } },
      { updateOne: { filter: { _id: 4 }, update: { $set: { a: 4 } }, upsert: true } },
      { deleteOne: { filter: { _id: 1 } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, deletedCount: 1, upsertedCount: 1, matchedCount: 5 });
    expect(result.upsertedIds).toEqual({ 4: 4 });
    expect((await collection.find().sort({ _id: 1 }).toArray()).map(({ _id }) => Number(_id))).toEqual([
      2, 3, 4,
    ]);
  });
  contract('ordered stops, and names the statement', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    const error = await refusal(
      collection.bulkWrite([
        { insertOne: { document: { _id: 2 } } },
        { insertOne: { document: { _id: 1 } } },
        { insertOne: { document: { _id: 3 } } },
      ]),
    );
    expectCode(error, 11000);
    expect(await collection.countDocuments()).toBe(2);
  });
  contract('unordered goes on', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    const operations = [1, 2, 3].map((_id) => ({ insertOne: { document: { _id } } }));
    expectCode(await refusal(collection.bulkWrite(operations, { ordered: false })), 11000);
    expect(await collection.countDocuments()).toBe(3);
  });
});

describe('retryable writes', () => {
  const sendTwice = async (command: mongoose.mongo.Document): Promise<mongoose.mongo.Document[]> => {
    const raw = await openRaw();
    const session = { lsid: { id: new mongoose.mongo.UUID() }, txnNumber: mongoose.mongo.Long.fromNumber(1) };
    const sent = { ...command, $db: db.databaseName, ...session };
    const replies = [await raw.command(sent), await raw.command(sent)];
    raw.close();
    return replies;
  };
  const unlike = { documentdb: 'the gateway does not keep first results' };
  contract(
    'a repeated $inc is done once',
    async () => {
      const collection = await collectionOf([{ _id: 1, n: 0 }]);
      const update = {
        update: collection.collectionName,
        updates: [{ q: { _id: 1 }, u: plusOne }],
      };
      const [first, second] = await sendTwice(update);
      expect(second?.['n']).toBe(first?.['n']);
      expect((await collection.findOne())?.['n']).toBe(1);
    },
    unlike,
  );
  contract(
    'a repeated insert is no duplicate',
    async () => {
      const collection = await collectionOf([]);
      const [, second] = await sendTwice({ insert: collection.collectionName, documents: [{ _id: 1 }] });
      expect(second).toMatchObject({ n: 1, ok: 1 });
      expect(second?.['writeErrors']).toBeUndefined();
    },
    unlike,
  );
  contract(
    'a repeated findAndModify gives the first answer',
    async () => {
      const collection = await collectionOf([{ _id: 1, n: 0 }]);
      const command = {
        findAndModify: collection.collectionName,
        query: { _id: 1 },
        update: plusOne,
        new: true,
      };
      const [first, second] = await sendTwice(command);
      expect(second?.['value']).toEqual(first?.['value']);
      expect((await collection.findOne())?.['n']).toBe(1);
    },
    unlike,
  );
});
