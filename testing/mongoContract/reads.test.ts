import { describe, expect } from '@jest/globals';
import mongoose from 'mongoose';
import { type Row, type Unlike, collectionOf, contract, db, expectCode, once, refusal } from './server.ts';

const { Decimal128, Long, ObjectId, MinKey, MaxKey, Binary, Timestamp, BSONRegExp } = mongoose.mongo;
type Document = mongoose.mongo.Document;

/** What a projection makes of a document: title, document, projection, result, filter, servers that do otherwise. */
type Projected = [
  title: string,
  doc: Document,
  projection: Document,
  result: Document,
  filter?: Document,
  unlike?: Unlike,
];

const projections: Projected[] = [
  ['inclusion takes the _id along', { a: 1, b: 2 }, { a: 1 }, { _id: 1, a: 1 }],
  ['inclusion without the _id', { a: 1, b: 2 }, { a: 1, _id: 0 }, { a: 1 }],
  ['exclusion', { a: 1, b: 2 }, { a: 0 }, { _id: 1, b: 2 }],
  ['exclusion of the _id only', { a: 1, b: 2 }, { _id: 0 }, { a: 1, b: 2 }],
  ['the _id only', { a: 1, b: 2 }, { _id: 1 }, { _id: 1 }],
  ['keeps the order of the document', { b: 1, a: 2, c: 3 }, { a: 1, b: 1 }, { _id: 1, b: 1, a: 2 }],
  ['a path', { a: { b: 1, c: 2 }, d: 3 }, { 'a.b': 1 }, { _id: 1, a: { b: 1 } }],
  ['a nested document', { a: { b: 1, c: 2 }, d: 3 }, { a: { b: 1 } }, { _id: 1, a: { b: 1 } }],
  ['a path out', { a: { b: 1, c: 2 }, d: 3 }, { 'a.b': 0 }, { _id: 1, a: { c: 2 }, d: 3 }],
  [
    'paths through arrays',
    { a: [{ b: 1, c: 2 }, { b: 3 }, 5] },
    { 'a.b': 1 },
    { _id: 1, a: [{ b: 1 }, { b: 3 }] },
  ],
  ['paths out of arrays', { a: [{ b: 1, c: 2 }, 5] }, { 'a.b': 0 }, { _id: 1, a: [{ c: 2 }, 5] }],
  ['a missing field', { a: 1 }, { z: 1 }, { _id: 1 }],
  ['$slice from the front', { a: [1, 2, 3], b: 1 }, { a: { $slice: 2 } }, { _id: 1, a: [1, 2], b: 1 }],
  ['$slice from the end', { a: [1, 2, 3] }, { a: { $slice: -1 } }, { _id: 1, a: [3] }],
  ['$slice with skip', { a: [1, 2, 3, 4] }, { a: { $slice: [1, 2] } }, { _id: 1, a: [2, 3] }],
  ['$slice with skip from the end', { a: [1, 2, 3, 4] }, { a: { $slice: [-3, 2] } }, { _id: 1, a: [2, 3] }],
  [
    '$slice beside inclusion',
    { a: [1, 2, 3], b: 1, c: 1 },
    { b: 1, a: { $slice: 1 } },
    { _id: 1, a: [1], b: 1 },
  ],
  [
    '$elemMatch',
    { a: [{ k: 1 }, { k: 2, v: 1 }, { k: 2 }] },
    { a: { $elemMatch: { k: 2 } } },
    { _id: 1, a: [{ k: 2, v: 1 }] },
  ],
  ['$elemMatch of nothing', { a: [{ k: 1 }] }, { a: { $elemMatch: { k: 2 } } }, { _id: 1 }],
  ['the element that matched', { a: [5, 6, 7] }, { 'a.$': 1 }, { _id: 1, a: [6] }, { a: { $gte: 6 } }],
  [
    'the document that matched',
    { a: [{ k: 1 }, { k: 2 }] },
    { 'a.$': 1 },
    { _id: 1, a: [{ k: 2 }] },
    { 'a.k': 2 },
  ],
  ['a computed field', { a: 1, b: 2 }, { sum: { $add: ['$a', '$b'] } }, { _id: 1, sum: 3 }],
  ['a field under another name', { a: { b: 5 } }, { x: '$a.b' }, { _id: 1, x: 5 }],
  ['a literal', { a: 1 }, { x: { $literal: 1 } }, { _id: 1, x: 1 }],
  ['nothing asked', { a: 1 }, {}, { _id: 1, a: 1 }],
];

describe('projection', () => {
  for (const [title, doc, projection, result, filter = {}, unlike] of projections) {
    contract(
      title,
      async () => {
        const collection = await collectionOf([{ _id: 1, ...doc }]);
        const found = await collection.findOne(filter, { projection });
        expect(found).toEqual(result);
        expect(Object.keys(found ?? {})).toEqual(Object.keys(result));
      },
      unlike,
    );
  }
  contract('inclusion and exclusion do not mix', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    expectCode(await refusal(collection.findOne({}, { projection: { a: 1, b: 0 } })), 31254);
    expectCode(await refusal(collection.findOne({}, { projection: { a: 0, b: 1 } })), 31253);
  });
  contract('paths may not collide', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    expectCode(await refusal(collection.findOne({}, { projection: { a: 1, 'a.b': 1 } })), 31249);
  });
});

const sorted: Row[] = [
  { _id: 1, v: new MaxKey() },
  { _id: 2, v: new BSONRegExp('a') },
  { _id: 3, v: new Timestamp({ t: 1, i: 1 }) },
  { _id: 4, v: new Date(1) },
  { _id: 5, v: false },
  { _id: 6, v: new ObjectId() },
  { _id: 7, v: new Binary(Buffer.from('a')) },
  { _id: 8, v: { a: 1 } },
  { _id: 9, v: 'b' },
  { _id: 10, v: 'a' },
  { _id: 11, v: Decimal128.fromString('2.5') },
  { _id: 12, v: Long.fromNumber(2) },
  { _id: 13, v: 1.5 },
  { _id: 14, v: -1 },
  { _id: 15, v: Number.NaN },
  { _id: 16, v: null },
  { _id: 17, v: new MinKey() },
];

const order = sorted.map(({ _id }) => _id).toReversed();

describe('sort', () => {
  const unindexed = once(() => collectionOf(sorted));
  const indexed = once(() => collectionOf(sorted, [{ key: { v: 1 } }]));
  for (const [how, made] of [
    ['in memory', unindexed],
    ['by an index', indexed],
  ] as const) {
    contract(`all types in MongoDB's order, ${how}`, async () => {
      const found = await (await made()).find().sort({ v: 1 }).toArray();
      expect(found.map(({ _id }) => _id)).toEqual(order);
    });
    contract(`all types in reverse, ${how}`, async () => {
      const found = await (await made()).find().sort({ v: -1 }).toArray();
      expect(found.map(({ _id }) => _id)).toEqual(order.toReversed());
    });
  }
  contract('numbers of all types in one order', async () => {
    const values = ['9007199254740993', '9007199254740992', '1E-400', '0.1', '-1E+400', '1E+400'];
    const rows: Row[] = values.map((value, _id) => ({ _id, v: Decimal128.fromString(value) }));
    const collection = await collectionOf(
      [
        ...rows,
        { _id: 6, v: 9007199254740992 },
        { _id: 7, v: Long.fromString('9007199254740993') },
        { _id: 8, v: 0.1 },
        { _id: 9, v: Infinity },
        { _id: 10, v: -Infinity },
      ],
      [{ key: { v: 1 } }],
    );
    for (const hint of [{ $natural: 1 } as const, { v: 1 } as const]) {
      const found = (await collection.find().hint(hint).sort({ v: 1, _id: 1 }).toArray()).map(
        ({ _id }) => _id,
      );
      expect(found).toEqual([10, 4, 2, 3, 8, 1, 6, 0, 7, 5, 9]);
    }
  });
  contract('strings by their bytes', async () => {
    const texts = ['a', 'B', 'ä', 'Z', 'aa', '', '\u{1F600}', '\uFFFD'];
    const collection = await collectionOf(texts.map((t, _id) => ({ _id, t })));
    const found = await collection.find().sort({ t: 1 }).toArray();
    expect(found.map(({ t }) => t)).toEqual(['', 'B', 'Z', 'a', 'aa', 'ä', '\uFFFD', '\u{1F600}']);
  });
  contract(
    'an array by its least or greatest element, an empty one before null',
    async () => {
      const collection = await collectionOf([
        { _id: 1, a: [5, 1] },
        { _id: 2, a: 3 },
        { _id: 3, a: [2, 9] },
        { _id: 4, a: [] },
        { _id: 5 },
      ]);
      expect((await collection.find().sort({ a: 1, _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
        4, 5, 1, 3, 2,
      ]);
      expect((await collection.find().sort({ a: -1, _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
        3, 1, 2, 5, 4,
      ]);
    },
    { documentdb: 'puts an empty array among the nulls when it sorts descending' },
  );
  contract('by several fields', async () => {
    const collection = await collectionOf([
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 2, b: 1 },
      { _id: 3, a: 1, b: 2 },
    ]);
    expect((await collection.find().sort({ a: -1, b: -1 }).toArray()).map(({ _id }) => _id)).toEqual([
      2, 3, 1,
    ]);
  });
  contract('by a path', async () => {
    const collection = await collectionOf([{ _id: 1, a: { b: 2 } }, { _id: 2, a: { b: 1 } }, { _id: 3 }]);
    expect((await collection.find().sort({ 'a.b': 1 }).toArray()).map(({ _id }) => _id)).toEqual([3, 2, 1]);
  });
  contract('with skip and limit', async () => {
    const collection = await collectionOf([4, 2, 5, 1, 3].map((_id) => ({ _id })));
    expect(await collection.find().sort({ _id: 1 }).skip(1).limit(2).toArray()).toEqual([
      { _id: 2 },
      { _id: 3 },
    ]);
  });
  contract(
    'documents come in order of insertion without one',
    async () => {
      const ids = [4, 2, 5, 1, 3];
      const collection = await collectionOf(ids.map((_id) => ({ _id })));
      expect((await collection.find().toArray()).map(({ _id }) => _id)).toEqual(ids);
    },
    { documentdb: 'gives them in order of _id; MongoDB promises no order' },
  );
  contract('refuses another direction', async () => {
    const collection = await collectionOf([{ _id: 1 }]);
    const command = { find: collection.collectionName, sort: { a: 5 } };
    await expect(db.command(command)).rejects.toThrow();
  });
});

describe('count and distinct', () => {
  const made = once(() =>
    collectionOf(
      [
        { _id: 1, a: 1, t: ['x', 'y'] },
        { _id: 2, a: 2, t: ['y'] },
        { _id: 3, a: 1 },
        { _id: 4, t: 'z', s: [{ k: 1 }, { k: 2 }] },
      ],
      [{ key: { a: 1 } }],
    ),
  );
  contract('countDocuments', async () => expect(await (await made()).countDocuments({ a: 1 })).toBe(2));
  contract('countDocuments with skip and limit', async () => {
    expect(await (await made()).countDocuments({}, { skip: 1, limit: 2 })).toBe(2);
  });
  contract('estimatedDocumentCount', async () =>
    expect(await (await made()).estimatedDocumentCount()).toBe(4),
  );
  contract('the count command', async () => {
    const { collectionName } = await made();
    expect((await db.command({ count: collectionName, query: { a: 1 } }))['n']).toBe(2);
  });
  contract('a count where there is no collection', async () => {
    expect(await db.collection('nowhere').countDocuments()).toBe(0);
  });
  contract('distinct', async () => expect(await (await made()).distinct('a')).toEqual([1, 2]));
  contract('distinct of array elements', async () => {
    expect((await (await made()).distinct('t')).toSorted()).toEqual(['x', 'y', 'z']);
  });
  contract('distinct of a path', async () => expect(await (await made()).distinct('s.k')).toEqual([1, 2]));
  contract('distinct of what a filter finds', async () => {
    expect(await (await made()).distinct('t', { a: 2 })).toEqual(['y']);
  });
});

describe('cursors', () => {
  const made = once(() =>
    collectionOf(Array.from({ length: 250 }, (_, i) => ({ _id: i, n: i % 10, text: 'x'.repeat(100) }))),
  );
  contract('a result of several batches', async () => {
    const found = await (await made()).find({ n: 3 }).batchSize(4).toArray();
    expect(found).toHaveLength(25);
  });
  contract('all documents, in default batches', async () => {
    expect(await (await made()).find().toArray()).toHaveLength(250);
  });
  contract('the first batch of 101', async () => {
    const { collectionName } = await made();
    const { cursor } = await db.command({ find: collectionName });
    expect(cursor.firstBatch).toHaveLength(101);
    expect(String(cursor.id)).not.toBe('0');
  });
  contract('an empty first batch', async () => {
    const { collectionName } = await made();
    const { cursor } = await db.command({ find: collectionName, batchSize: 0 });
    expect(cursor.firstBatch).toHaveLength(0);
    const more = await db.command({
      getMore: Long.fromNumber(Number(cursor.id)),
      collection: collectionName,
      batchSize: 3,
    });
    expect(more['cursor'].nextBatch).toHaveLength(3);
  });
  contract('a single batch leaves no cursor', async () => {
    const { collectionName } = await made();
    const { cursor } = await db.command({ find: collectionName, batchSize: 5, singleBatch: true });
    expect(cursor.firstBatch).toHaveLength(5);
    expect(String(cursor.id)).toBe('0');
  });
  contract(
    'a limit over several batches',
    async () => {
      expect(await (await made()).find().limit(120).batchSize(50).toArray()).toHaveLength(120);
    },
    { documentdb: 'the gateway loses the cursor at times' },
    true,
  );
  contract(
    'a sorted result of several batches',
    async () => {
      const found = await (await made()).find().sort({ n: -1, _id: 1 }).batchSize(60).toArray();
      expect(found.map(({ n }) => n)).toEqual(found.map(({ n }) => Number(n)).toSorted((a, b) => b - a));
      expect(found).toHaveLength(250);
    },
    { documentdb: 'the gateway loses the cursor at times' },
    true,
  );
  contract('an aggregate of several batches', async () => {
    const found = await (
      await made()
    )
      .aggregate([{ $project: { n: 1 } }], { cursor: { batchSize: 7 } })
      .toArray();
    expect(found).toHaveLength(250);
  });
  contract('a closed cursor is gone', async () => {
    const { collectionName } = await made();
    const { cursor } = await db.command({ find: collectionName, batchSize: 2 });
    await db.command({ killCursors: collectionName, cursors: [Long.fromNumber(Number(cursor.id))] });
    expectCode(
      await refusal(db.command({ getMore: Long.fromNumber(Number(cursor.id)), collection: collectionName })),
      43,
    );
  });
  contract('an unknown cursor', async () => {
    const { collectionName } = await made();
    expectCode(
      await refusal(db.command({ getMore: Long.fromNumber(12345), collection: collectionName })),
      43,
    );
  });
  contract('a find where there is no collection', async () => {
    expect(await db.collection('nowhere').find({ a: 1 }).toArray()).toEqual([]);
  });
  contract('large documents come in batches that fit a message', async () => {
    const large = await collectionOf([]);
    for (let _id = 0; _id < 4; _id += 1) await large.insertOne({ _id, text: 'y'.repeat(9_000_000) });
    const found = await large.find().toArray();
    expect(found.map(({ _id }) => _id)).toEqual([0, 1, 2, 3]);
  });
});

describe('types', () => {
  contract('come back as they were sent', async () => {
    const doc = {
      _id: 1,
      long: Long.fromString('9223372036854775807'),
      decimal: Decimal128.fromString('1.230'),
      binary: new Binary(Buffer.from([1, 2]), 5),
      uuid: new mongoose.mongo.UUID('11111111-2222-4333-8444-555555555555'),
      date: new Date('1969-01-01T00:00:00.001Z'),
      stamp: new Timestamp({ t: 7, i: 9 }),
      pattern: new BSONRegExp('^a', 'i'),
      min: new MinKey(),
      max: new MaxKey(),
      code: new mongoose.mongo.Code('x => x'),
      nothing: null,
      nested: { array: [1, [2, { a: 'ü' }]] },
    };
    const collection = await collectionOf([doc]);
    const found = await collection.findOne({}, { promoteLongs: false, bsonRegExp: true });
    expect(found).toEqual(doc);
  });
  contract(
    'a pattern keeps its x option',
    async () => {
      const collection = await collectionOf([{ _id: 1, p: new BSONRegExp('^a', 'ix') }]);
      const found = await collection.findOne({}, { bsonRegExp: true });
      expect(found?.['p']).toEqual(new BSONRegExp('^a', 'ix'));
    },
    { documentdb: 'drops the option' },
  );
  contract('stay what they are under an update beside them', async () => {
    const doc = {
      _id: 1,
      long: Long.fromNumber(5),
      double: new mongoose.mongo.Double(5),
      decimal: Decimal128.fromString('5.00'),
      n: 1,
    };
    const collection = await collectionOf([doc]);
    await collection.updateOne({ _id: 1 }, { $set: { n: 2 } });
    const kinds = await collection
      .aggregate([{ $project: { long: { $type: '$long' }, n: { $type: '$n' } } }])
      .toArray();
    expect(kinds).toHaveLength(1);
    expect(
      await collection.countDocuments({
        long: { $type: 'long' },
        double: { $type: 'double' },
        n: { $type: 'int' },
      }),
    ).toBe(1);
    expect((await collection.findOne())?.['decimal']?.toString()).toBe('5.00');
  });
});
