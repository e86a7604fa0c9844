import { describe, expect } from '@jest/globals';
import mongoose from 'mongoose';
import { type Row, type Unlike, collectionOf, contract, db, expectCode, once, refusal } from './server.ts';

type Document = mongoose.mongo.Document;
const { Decimal128, Long } = mongoose.mongo;

const sales: Row[] = [
  {
    _id: 1,
    item: 'pen',
    price: 2,
    count: 10,
    tags: ['office', 'blue'],
    at: new Date('2024-01-15T10:00:00Z'),
    by: { name: 'Ada' },
  },
  {
    _id: 2,
    item: 'ink',
    price: 5,
    count: 2,
    tags: ['office'],
    at: new Date('2024-02-20T12:30:00Z'),
    by: { name: 'Bob' },
  },
  {
    _id: 3,
    item: 'pen',
    price: 3,
    count: 5,
    tags: [],
    at: new Date('2024-02-25T08:15:00Z'),
    by: { name: 'Ada' },
  },
  { _id: 4, item: 'pad', price: 7, count: 1, at: new Date('2025-03-01T00:00:00Z') },
];

/** What a pipeline makes of the sales: title, stages, result, servers that do otherwise. */
type Case = [title: string, stages: Document[], result: Document[], unlike?: Unlike];

const first = { $match: { _id: 1 } };
const computed = (expression: unknown): Document[] => [first, { $project: { _id: 0, x: expression } }];

const cases: Case[] = [
  ['$match', [{ $match: { item: 'pen', price: { $gt: 2 } } }, { $project: { _id: 1 } }], [{ _id: 3 }]],
  [
    '$match after $project',
    [{ $project: { total: { $multiply: ['$price', '$count'] } } }, { $match: { total: { $gt: 15 } } }],
    [{ _id: 1, total: 20 }],
  ],
  [
    '$sort, $skip, $limit',
    [{ $sort: { price: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { price: 1 } }],
    [
      { _id: 2, price: 5 },
      { _id: 3, price: 3 },
    ],
  ],
  [
    '$limit then $sort',
    [{ $sort: { _id: 1 } }, { $limit: 2 }, { $sort: { price: -1 } }, { $project: { price: 1 } }],
    [
      { _id: 2, price: 5 },
      { _id: 1, price: 2 },
    ],
  ],
  [
    '$group with $sum',
    [{ $group: { _id: '$item', n: { $sum: '$count' } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'ink', n: 2 },
      { _id: 'pad', n: 1 },
      { _id: 'pen', n: 15 },
    ],
  ],
  [
    '$group of all',
    [{ $group: { _id: null, n: { $sum: 1 }, least: { $min: '$price' }, most: { $max: '$price' } } }],
    [{ _id: null, n: 4, least: 2, most: 7 }],
  ],
  ['$group with $avg', [{ $group: { _id: null, mean: { $avg: '$price' } } }], [{ _id: null, mean: 4.25 }]],
  [
    '$group with $push and $first',
    [
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$item',
          all: { $push: '$price' },
          first: { $first: '$price' },
          last: { $last: '$price' },
        },
      },
      { $match: { _id: 'pen' } },
    ],
    [{ _id: 'pen', all: [2, 3], first: 2, last: 3 }],
  ],
  [
    '$group with $addToSet',
    [{ $group: { _id: null, items: { $addToSet: '$item' } } }, { $project: { n: { $size: '$items' } } }],
    [{ _id: null, n: 3 }],
  ],
  [
    '$group by several fields',
    [
      { $group: { _id: { i: '$item', p: '$price' }, n: { $sum: 1 } } },
      { $sort: { '_id.i': 1, '_id.p': 1 } },
      { $limit: 1 },
    ],
    [{ _id: { i: 'ink', p: 5 }, n: 1 }],
  ],
  [
    '$group by an expression',
    [{ $group: { _id: { $year: '$at' }, n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: 2024, n: 3 },
      { _id: 2025, n: 1 },
    ],
  ],
  [
    '$group of computed values',
    [{ $group: { _id: null, total: { $sum: { $multiply: ['$price', '$count'] } } } }],
    [{ _id: null, total: 52 }],
  ],
  [
    '$group with $mergeObjects',
    [{ $group: { _id: null, who: { $mergeObjects: '$by' } } }],
    [{ _id: null, who: { name: 'Ada' } }],
  ],
  ['$group with $count', [{ $group: { _id: null, n: { $count: {} } } }], [{ _id: null, n: 4 }]],
  [
    '$group with $stdDevPop',
    [{ $match: { item: 'pen' } }, { $group: { _id: null, d: { $stdDevPop: '$price' } } }],
    [{ _id: null, d: 0.5 }],
  ],
  [
    '$group with $firstN',
    [{ $sort: { _id: 1 } }, { $group: { _id: null, two: { $firstN: { input: '$item', n: 2 } } } }],
    [{ _id: null, two: ['pen', 'ink'] }],
  ],
  [
    '$group with $top',
    [{ $group: { _id: null, best: { $top: { sortBy: { price: -1 }, output: '$item' } } } }],
    [{ _id: null, best: 'pad' }],
  ],
  [
    '$unwind',
    [{ $unwind: '$tags' }, { $sort: { _id: 1, tags: 1 } }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'blue' },
      { _id: 1, tags: 'office' },
      { _id: 2, tags: 'office' },
    ],
  ],
  [
    '$unwind keeps the empty',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } },
      { $group: { _id: null, n: { $sum: 1 } } },
    ],
    [{ _id: null, n: 5 }],
  ],
  [
    '$unwind with a place',
    [
      { $match: { _id: 1 } },
      { $unwind: { path: '$tags', includeArrayIndex: 'i' } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 1, tags: 'office', i: 0 },
      { _id: 1, tags: 'blue', i: 1 },
    ],
  ],
  [
    '$unwind and $group count tags',
    [{ $unwind: '$tags' }, { $group: { _id: '$tags', n: { $sum: 1 } } }, { $sort: { n: -1, _id: 1 } }],
    [
      { _id: 'office', n: 2 },
      { _id: 'blue', n: 1 },
    ],
  ],
  ['$sortByCount', [{ $sortByCount: '$item' }, { $limit: 1 }], [{ _id: 'pen', count: 2 }]],
  ['$count', [{ $match: { item: 'pen' } }, { $count: 'pens' }], [{ pens: 2 }]],
  [
    '$count of nothing',
    [{ $match: { item: 'none' } }, { $count: 'n' }],
    [],
    { documentdb: 'gives a document with 0' },
  ],
  [
    '$addFields',
    [first, { $addFields: { total: { $multiply: ['$price', '$count'] } } }, { $project: { total: 1 } }],
    [{ _id: 1, total: 20 }],
  ],
  [
    '$set of a path',
    [first, { $set: { 'by.age': 30 } }, { $project: { by: 1 } }],
    [{ _id: 1, by: { name: 'Ada', age: 30 } }],
  ],
  [
    '$set removes with $$REMOVE',
    [first, { $set: { by: '$$REMOVE' } }, { $project: { by: 1, item: 1 } }],
    [{ _id: 1, item: 'pen' }],
  ],
  [
    '$unset',
    [first, { $unset: ['tags', 'at', 'by.name'] }],
    [{ _id: 1, item: 'pen', price: 2, count: 10, by: {} }],
  ],
  ['$replaceRoot', [first, { $replaceRoot: { newRoot: '$by' } }], [{ name: 'Ada' }]],
  ['$replaceWith', [first, { $replaceWith: { a: '$item' } }], [{ a: 'pen' }]],
  [
    '$facet',
    [
      {
        $facet: {
          cheap: [{ $match: { price: { $lt: 3 } } }, { $project: { _id: 1 } }],
          n: [{ $count: 'n' }],
        },
      },
    ],
    [{ cheap: [{ _id: 1 }], n: [{ n: 4 }] }],
  ],
  [
    '$bucket',
    [{ $bucket: { groupBy: '$price', boundaries: [0, 4, 10], output: { n: { $sum: 1 } } } }],
    [
      { _id: 0, n: 2 },
      { _id: 4, n: 2 },
    ],
  ],
  [
    '$project excludes',
    [first, { $project: { tags: 0, at: 0, by: 0 } }],
    [{ _id: 1, item: 'pen', price: 2, count: 10 }],
  ],
  ['$project renames', [first, { $project: { _id: 0, name: '$by.name' } }], [{ name: 'Ada' }]],
  ['$project nests', [first, { $project: { _id: 0, a: { b: '$item' } } }], [{ a: { b: 'pen' } }]],
  ['$sample', [{ $sample: { size: 2 } }, { $count: 'n' }], [{ n: 2 }]],
  [
    'an empty pipeline',
    [{ $match: { _id: 4 } }],
    [{ _id: 4, item: 'pad', price: 7, count: 1, at: new Date('2025-03-01T00:00:00Z') }],
  ],
  ['$add', computed({ $add: ['$price', 1, '$count'] }), [{ x: 13 }]],
  ['$subtract', computed({ $subtract: ['$count', '$price'] }), [{ x: 8 }]],
  ['$divide', computed({ $divide: ['$count', 4] }), [{ x: 2.5 }]],
  ['$mod', computed({ $mod: ['$count', 3] }), [{ x: 1 }]],
  ['$abs and $round', computed({ $round: [{ $abs: -2.345 }, 1] }), [{ x: 2.3 }]],
  [
    '$cond',
    computed({ $cond: { if: { $gt: ['$price', 1] }, then: 'dear', else: 'cheap' } }),
    [{ x: 'dear' }],
  ],
  [
    '$switch',
    computed({ $switch: { branches: [{ case: { $eq: ['$item', 'pen'] }, then: 1 }], default: 0 } }),
    [{ x: 1 }],
  ],
  ['$ifNull', computed({ $ifNull: ['$nothing', 'else'] }), [{ x: 'else' }]],
  ['$concat', computed({ $concat: ['$item', '-', '$by.name'] }), [{ x: 'pen-Ada' }]],
  ['$toUpper', computed({ $toUpper: '$item' }), [{ x: 'PEN' }]],
  ['$substrCP', computed({ $substrCP: ['$item', 1, 2] }), [{ x: 'en' }]],
  ['$split', computed({ $split: ['a,b', ','] }), [{ x: ['a', 'b'] }]],
  ['$size', computed({ $size: '$tags' }), [{ x: 2 }]],
  ['$in', computed({ $in: ['blue', '$tags'] }), [{ x: true }]],
  [
    '$filter',
    computed({ $filter: { input: '$tags', as: 't', cond: { $eq: ['$$t', 'blue'] } } }),
    [{ x: ['blue'] }],
  ],
  [
    '$map',
    computed({ $map: { input: '$tags', as: 't', in: { $toUpper: '$$t' } } }),
    [{ x: ['OFFICE', 'BLUE'] }],
  ],
  [
    '$reduce',
    computed({ $reduce: { input: [1, 2, 3], initialValue: 0, in: { $add: ['$$value', '$$this'] } } }),
    [{ x: 6 }],
  ],
  ['$arrayElemAt', computed({ $arrayElemAt: ['$tags', -1] }), [{ x: 'blue' }]],
  ['$slice', computed({ $slice: ['$tags', 1] }), [{ x: ['office'] }]],
  ['$concatArrays', computed({ $concatArrays: ['$tags', ['x']] }), [{ x: ['office', 'blue', 'x'] }]],
  ['$setUnion', computed({ $size: { $setUnion: ['$tags', ['blue', 'red']] } }), [{ x: 3 }]],
  ['$objectToArray', computed({ $objectToArray: '$by' }), [{ x: [{ k: 'name', v: 'Ada' }] }]],
  ['$mergeObjects', computed({ $mergeObjects: ['$by', { age: 3 }] }), [{ x: { name: 'Ada', age: 3 } }]],
  ['$dateToString', computed({ $dateToString: { date: '$at', format: '%Y-%m-%d' } }), [{ x: '2024-01-15' }]],
  ['$month and $dayOfMonth', computed({ $add: [{ $month: '$at' }, { $dayOfMonth: '$at' }] }), [{ x: 16 }]],
  [
    '$dateAdd',
    computed({ $dateAdd: { startDate: '$at', unit: 'day', amount: 1 } }),
    [{ x: new Date('2024-01-16T10:00:00Z') }],
  ],
  ['$let', computed({ $let: { vars: { p: '$price' }, in: { $multiply: ['$$p', 10] } } }), [{ x: 20 }]],
  ['$literal', computed({ $literal: '$price' }), [{ x: '$price' }]],
  [
    '$and and $not',
    computed({ $and: [{ $gt: ['$price', 1] }, { $not: [{ $eq: ['$item', 'ink'] }] }] }),
    [{ x: true }],
  ],
  ['$cmp', computed({ $cmp: ['$price', '$count'] }), [{ x: -1 }]],
  ['$type', computed({ $type: '$item' }), [{ x: 'string' }]],
  ['$toString', computed({ $toString: '$price' }), [{ x: '2' }]],
  ['$max of fields', computed({ $max: ['$price', '$count'] }), [{ x: 10 }]],
  ['$sum of an array', computed({ $sum: [1, '$price'] }), [{ x: 3 }]],
  ['$regexMatch', computed({ $regexMatch: { input: '$item', regex: '^p' } }), [{ x: true }]],
  ['$range', computed({ $range: [0, 3] }), [{ x: [0, 1, 2] }]],
  ['$$ROOT', [first, { $project: { _id: 0, x: '$$ROOT.item' } }], [{ x: 'pen' }]],
];

describe('stages and expressions', () => {
  const made = once(() => collectionOf(sales));
  for (const [title, stages, result, unlike] of cases) {
    contract(
      title,
      async () => expect(await (await made()).aggregate(stages).toArray()).toEqual(result),
      unlike,
    );
  }
});

describe('other collections', () => {
  const made = once(async () => {
    const people = await collectionOf([
      { _id: 1, name: 'Ada', team: 'x' },
      { _id: 2, name: 'Bob', team: 'y' },
      { _id: 3, name: 'Cy' },
    ]);
    const teams = await collectionOf(
      [
        { _id: 'x', size: 3 },
        { _id: 'y', size: 5 },
      ],
      [{ key: { size: 1 } }],
    );
    return { people, teams: teams.collectionName };
  });
  contract('$lookup', async () => {
    const { people, teams } = await made();
    const lookup = { $lookup: { from: teams, localField: 'team', foreignField: '_id', as: 't' } };
    const found = await people.aggregate([lookup, { $sort: { _id: 1 } }, { $project: { t: 1 } }]).toArray();
    expect(found).toEqual([
      { _id: 1, t: [{ _id: 'x', size: 3 }] },
      { _id: 2, t: [{ _id: 'y', size: 5 }] },
      { _id: 3, t: [] },
    ]);
  });
  contract('$lookup with a pipeline', async () => {
    const { people, teams } = await made();
    const lookup = {
      $lookup: {
        from: teams,
        let: { team: '$team' },
        pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$team'] } } }, { $project: { _id: 0, size: 1 } }],
        as: 't',
      },
    };
    expect(
      await people.aggregate([{ $match: { _id: 2 } }, lookup, { $project: { t: 1 } }]).toArray(),
    ).toEqual([{ _id: 2, t: [{ size: 5 }] }]);
  });
  contract('$lookup with fields and a pipeline', async () => {
    const { people, teams } = await made();
    const lookup = {
      $lookup: {
        from: teams,
        localField: 'team',
        foreignField: '_id',
        pipeline: [{ $match: { size: { $gt: 4 } } }],
        as: 't',
      },
    };
    const found = await people
      .aggregate([lookup, { $match: { t: { $ne: [] } } }, { $project: { _id: 1 } }])
      .toArray();
    expect(found).toEqual([{ _id: 2 }]);
  });
  contract('$lookup of arrays', async () => {
    const { teams } = await made();
    const groups = await collectionOf([{ _id: 1, members: ['x', 'y'] }]);
    const lookup = { $lookup: { from: teams, localField: 'members', foreignField: '_id', as: 't' } };
    const [found] = await groups.aggregate([lookup]).toArray();
    expect(found?.['t']).toHaveLength(2);
  });
  contract('$lookup and $unwind join', async () => {
    const { people, teams } = await made();
    const lookup = { $lookup: { from: teams, localField: 'team', foreignField: '_id', as: 't' } };
    const stages = [
      lookup,
      { $unwind: '$t' },
      { $sort: { 't.size': -1 } },
      { $limit: 1 },
      { $project: { name: 1, size: '$t.size' } },
    ];
    expect(await people.aggregate(stages).toArray()).toEqual([{ _id: 2, name: 'Bob', size: 5 }]);
  });
  contract('$lookup of a collection that does not exist', async () => {
    const { people } = await made();
    const lookup = { $lookup: { from: 'nowhere', localField: 'team', foreignField: '_id', as: 't' } };
    expect(
      await people.aggregate([{ $match: { _id: 1 } }, lookup, { $project: { t: 1 } }]).toArray(),
    ).toEqual([{ _id: 1, t: [] }]);
  });
  contract('$unionWith', async () => {
    const { people, teams } = await made();
    const found = await people
      .aggregate([{ $unionWith: { coll: teams, pipeline: [{ $match: { size: 3 } }] } }, { $count: 'n' }])
      .toArray();
    expect(found).toEqual([{ n: 4 }]);
  });
  contract('$graphLookup', async () => {
    const nodes = await collectionOf([{ _id: 1, to: 2 }, { _id: 2, to: 3 }, { _id: 3 }]);
    const lookup = {
      $graphLookup: {
        from: nodes.collectionName,
        startWith: '$to',
        connectFromField: 'to',
        connectToField: '_id',
        as: 'way',
      },
    };
    const [found] = await nodes.aggregate([{ $match: { _id: 1 } }, lookup]).toArray();
    expect(found?.['way']).toHaveLength(2);
  });
});

describe('exactness', () => {
  contract('$sum keeps longs', async () => {
    const collection = await collectionOf([
      { _id: 1, n: Long.fromString('9007199254740992') },
      { _id: 2, n: Long.fromNumber(1) },
    ]);
    const [found] = await collection
      .aggregate([{ $group: { _id: null, n: { $sum: '$n' } } }], { promoteLongs: false })
      .toArray();
    expect(String(found?.['n'])).toBe('9007199254740993');
  });
  contract('$sum keeps decimals', async () => {
    const collection = await collectionOf([
      { _id: 1, n: Decimal128.fromString('0.1') },
      { _id: 2, n: Decimal128.fromString('0.2') },
    ]);
    const [found] = await collection.aggregate([{ $group: { _id: null, n: { $sum: '$n' } } }]).toArray();
    expect(String(found?.['n'])).toBe('0.3');
  });
  contract('a field keeps its type through $project and $group', async () => {
    const collection = await collectionOf([{ _id: 1, n: Long.fromNumber(5) }]);
    const [found] = await collection
      .aggregate([{ $project: { m: '$n' } }, { $group: { _id: '$m' } }], { promoteLongs: false })
      .toArray();
    expect(found?._id).toEqual(Long.fromNumber(5));
  });
});

/** Pipelines that are refused, and the code. */
const refused: [title: string, stages: Document[], code: number, unlike?: Unlike][] = [
  ['an unknown stage', [{ $foo: 1 }], 40324],
  ['an unknown expression', [{ $project: { a: { $foo: 1 } } }], 168],
  ['an unknown accumulator', [{ $group: { _id: null, a: { $foo: 1 } } }], 15952],
  ['a $group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
  ['a negative $limit', [{ $limit: -1 }], 5107201],
  ['a $limit of 0', [{ $limit: 0 }], 15958],
  ['a negative $skip', [{ $skip: -1 }], 5107200],
  ['an $unwind without dollar', [{ $unwind: 'tags' }], 28818],
  ['a stage of two', [{ $limit: 1, $skip: 1 }], 40323],
  ['an empty $project', [{ $project: {} }], 51272, { documentdb: 'takes it' }],
  ['a $count of a dollar', [{ $count: '$n' }], 40158],
];

describe('refusals', () => {
  const made = once(() => collectionOf(sales));
  for (const [title, stages, code, unlike] of refused) {
    contract(
      title,
      async () => expectCode(await refusal((await made()).aggregate(stages).toArray()), code),
      unlike,
    );
  }
  contract('a pipeline that is no array', async () => {
    const { collectionName } = await made();
    expectCode(await refusal(db.command({ aggregate: collectionName, pipeline: 5, cursor: {} })), 14);
  });
});
