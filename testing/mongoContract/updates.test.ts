import { describe, expect } from '@jest/globals';
import mongoose from 'mongoose';
import { type Unlike, collectionOf, contract, expectCode, refusal } from './server.ts';

const { Decimal128, Long, Double, Int32 } = mongoose.mongo;
type Document = mongoose.mongo.Document;

type Change = {
  before: Document;
  update: Document | Document[];
  after: Document;
  filter?: Document;
  arrayFilters?: Document[];
};

/** What an update makes of one document: title, the change, servers that do otherwise. */
type Case = [title: string, change: Change, unlike?: Unlike];

/** Numbers with their BSON type, so that a test sees an Int32 become a Double. */
const typed = { promoteValues: false, promoteLongs: false } as const;

const plain = (value: unknown): unknown => {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || '_bsontype' in value || value instanceof Date)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]));
};

const makes = (title: string, cases: Case[]): void =>
  describe(title, () => {
    for (const [name, { before, update, after, filter = {}, arrayFilters }, unlike] of cases) {
      contract(
        name,
        async () => {
          const collection = await collectionOf([{ _id: 1, ...before }]);
          await collection.updateOne({ _id: 1, ...filter }, update, arrayFilters ? { arrayFilters } : {});
          const found = plain(await collection.findOne({}, typed));
          expect(found).toEqual({ _id: 1, ...after });
          expect(Object.keys(found ?? {})).toEqual(['_id', ...Object.keys(after)]);
        },
        unlike,
      );
    }
  });

makes('fields', [
  ['$set', { before: { a: 1 }, update: { $set: { a: 2, b: 'x' } }, after: { a: 2, b: 'x' } }],
  [
    '$set makes documents on its way',
    { before: {}, update: { $set: { 'a.b.c': 1 } }, after: { a: { b: { c: 1 } } } },
  ],
  [
    '$set at a place of an array',
    { before: { a: [1, 2] }, update: { $set: { 'a.1': 9 } }, after: { a: [1, 9] } },
  ],
  [
    '$set behind the end of an array',
    { before: { a: [1] }, update: { $set: { 'a.3': 9 } }, after: { a: [1, null, null, 9] } },
  ],
  [
    '$set of a number name below a document',
    { before: { a: {} }, update: { $set: { 'a.0': 9 } }, after: { a: { '0': 9 } } },
  ],
  [
    'new fields come in order of their names',
    { before: { z: 1 }, update: { $set: { c: 1, a: 1, b: 1 } }, after: { z: 1, a: 1, b: 1, c: 1 } },
    { documentdb: 'keeps the order of the update' },
  ],
  ['$unset', { before: { a: 1, b: 2 }, update: { $unset: { a: '' } }, after: { b: 2 } }],
  [
    '$unset in an array leaves null',
    { before: { a: [1, 2, 3] }, update: { $unset: { 'a.1': 1 } }, after: { a: [1, null, 3] } },
  ],
  ['$unset of nothing', { before: { a: 1 }, update: { $unset: { 'b.c': 1 } }, after: { a: 1 } }],
  ['$rename', { before: { a: 1, b: 2 }, update: { $rename: { a: 'c' } }, after: { b: 2, c: 1 } }],
  [
    '$rename into a document',
    { before: { a: 1, d: {} }, update: { $rename: { a: 'd.e' } }, after: { d: { e: 1 } } },
  ],
  ['$rename of nothing', { before: { b: 2 }, update: { $rename: { a: 'c' } }, after: { b: 2 } }],
  [
    '$setOnInsert does nothing to what exists',
    { before: { a: 1 }, update: { $set: { b: 1 }, $setOnInsert: { a: 5 } }, after: { a: 1, b: 1 } },
  ],
  ['an empty $set', { before: { a: 1 }, update: { $set: {} }, after: { a: 1 } }],
]);

makes('numbers', [
  ['$inc', { before: { n: 1 }, update: { $inc: { n: 4 } }, after: { n: 5 } }],
  ['$inc of a missing field', { before: {}, update: { $inc: { n: -2 } }, after: { n: -2 } }],
  ['$inc below a path', { before: { a: { n: 1 } }, update: { $inc: { 'a.n': 1 } }, after: { a: { n: 2 } } }],
  [
    '$inc widens 32 bits to 64',
    { before: { n: 2147483647 }, update: { $inc: { n: 1 } }, after: { n: Long.fromString('2147483648') } },
  ],
  [
    '$inc keeps a long exact',
    {
      before: { n: Long.fromString('9007199254740993') },
      update: { $inc: { n: Long.fromNumber(2) } },
      after: { n: Long.fromString('9007199254740995') },
    },
  ],
  ['$inc of a double', { before: { n: 1 }, update: { $inc: { n: 0.5 } }, after: { n: 1.5 } }],
  [
    '$inc of a decimal',
    {
      before: { n: Decimal128.fromString('0.1') },
      update: { $inc: { n: Decimal128.fromString('0.2') } },
      after: { n: Decimal128.fromString('0.3') },
    },
  ],
  [
    '$inc of an int by a decimal',
    {
      before: { n: 1 },
      update: { $inc: { n: Decimal128.fromString('0.25') } },
      after: { n: Decimal128.fromString('1.25') },
    },
  ],
  ['$mul', { before: { n: 3 }, update: { $mul: { n: 4 } }, after: { n: 12 } }],
  ['$mul of a missing field', { before: {}, update: { $mul: { n: 4 } }, after: { n: 0 } }],
  [
    '$mul of a decimal',
    {
      before: { n: Decimal128.fromString('1.5') },
      update: { $mul: { n: 2 } },
      after: { n: Decimal128.fromString('3.0') },
    },
  ],
  ['$min takes the less', { before: { n: 3 }, update: { $min: { n: 1 } }, after: { n: 1 } }],
  ['$min keeps the less', { before: { n: 3 }, update: { $min: { n: 7 } }, after: { n: 3 } }],
  ['$max takes the greater', { before: { n: 3 }, update: { $max: { n: 7 } }, after: { n: 7 } }],
  ['$max of a missing field', { before: {}, update: { $max: { n: 7 } }, after: { n: 7 } }],
  ['$max across types', { before: { n: 3 }, update: { $max: { n: 'a' } }, after: { n: 'a' } }],
  ['$bit and', { before: { n: 13 }, update: { $bit: { n: { and: 10 } } }, after: { n: 8 } }],
  ['$bit or', { before: { n: 12 }, update: { $bit: { n: { or: 3 } } }, after: { n: 15 } }],
  ['$bit xor', { before: { n: 6 }, update: { $bit: { n: { xor: 5 } } }, after: { n: 3 } }],
]);

makes('arrays', [
  ['$push', { before: { a: [1] }, update: { $push: { a: 2 } }, after: { a: [1, 2] } }],
  ['$push to a missing field', { before: {}, update: { $push: { a: 2 } }, after: { a: [2] } }],
  [
    '$push of an array is one element',
    { before: { a: [1] }, update: { $push: { a: [2, 3] } }, after: { a: [1, [2, 3]] } },
  ],
  [
    '$push $each',
    { before: { a: [1] }, update: { $push: { a: { $each: [2, 3] } } }, after: { a: [1, 2, 3] } },
  ],
  [
    '$push at a position',
    {
      before: { a: [1, 4] },
      update: { $push: { a: { $each: [2, 3], $position: 1 } } },
      after: { a: [1, 2, 3, 4] },
    },
  ],
  [
    '$push at a position from the end',
    {
      before: { a: [1, 4] },
      update: { $push: { a: { $each: [3], $position: -1 } } },
      after: { a: [1, 3, 4] },
    },
  ],
  [
    '$push with $slice',
    {
      before: { a: [1, 2] },
      update: { $push: { a: { $each: [3, 4], $slice: 3 } } },
      after: { a: [1, 2, 3] },
    },
  ],
  [
    '$push with $slice from the end',
    { before: { a: [1, 2] }, update: { $push: { a: { $each: [3, 4], $slice: -2 } } }, after: { a: [3, 4] } },
  ],
  [
    '$push with $sort',
    { before: { a: [3, 1] }, update: { $push: { a: { $each: [2], $sort: 1 } } }, after: { a: [1, 2, 3] } },
  ],
  [
    '$push with $sort by a field and $slice',
    {
      before: { a: [{ n: 3 }, { n: 1 }] },
      update: { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 }, $slice: 2 } } },
      after: { a: [{ n: 3 }, { n: 2 }] },
    },
  ],
  ['$addToSet', { before: { a: [1] }, update: { $addToSet: { a: 2 } }, after: { a: [1, 2] } }],
  ['$addToSet of what is there', { before: { a: [1] }, update: { $addToSet: { a: 1 } }, after: { a: [1] } }],
  [
    '$addToSet compares documents',
    { before: { a: [{ k: 1 }] }, update: { $addToSet: { a: { k: 1 } } }, after: { a: [{ k: 1 }] } },
  ],
  [
    '$addToSet $each',
    { before: { a: [1] }, update: { $addToSet: { a: { $each: [1, 2, 2] } } }, after: { a: [1, 2] } },
  ],
  ['$pull', { before: { a: [1, 2, 1] }, update: { $pull: { a: 1 } }, after: { a: [2] } }],
  [
    '$pull by operator',
    { before: { a: [1, 5, 9] }, update: { $pull: { a: { $gt: 4 } } }, after: { a: [1] } },
  ],
  [
    '$pull by fields',
    {
      before: { a: [{ k: 1, v: 1 }, { k: 2 }] },
      update: { $pull: { a: { k: 1 } } },
      after: { a: [{ k: 2 }] },
    },
  ],
  [
    '$pull $in',
    { before: { a: ['x', 'y', 'z'] }, update: { $pull: { a: { $in: ['x', 'z'] } } }, after: { a: ['y'] } },
  ],
  ['$pullAll', { before: { a: [1, 2, 3, 2] }, update: { $pullAll: { a: [2, 3] } }, after: { a: [1] } }],
  ['$pop from the end', { before: { a: [1, 2, 3] }, update: { $pop: { a: 1 } }, after: { a: [1, 2] } }],
  ['$pop from the front', { before: { a: [1, 2, 3] }, update: { $pop: { a: -1 } }, after: { a: [2, 3] } }],
]);

const items = {
  items: [
    { k: 'a', v: 1 },
    { k: 'b', v: 2 },
    { k: 'c', v: 3 },
  ],
};

makes('positions', [
  [
    '$ is the element that matched',
    {
      before: items,
      filter: { 'items.k': 'b' },
      update: { $set: { 'items.$.v': 9 } },
      after: {
        items: [
          { k: 'a', v: 1 },
          { k: 'b', v: 9 },
          { k: 'c', v: 3 },
        ],
      },
    },
  ],
  [
    '$ after $elemMatch',
    {
      before: items,
      filter: { items: { $elemMatch: { k: 'c', v: 3 } } },
      update: { $inc: { 'items.$.v': 1 } },
      after: {
        items: [
          { k: 'a', v: 1 },
          { k: 'b', v: 2 },
          { k: 'c', v: 4 },
        ],
      },
    },
  ],
  [
    '$ of scalars',
    { before: { a: [5, 6, 7] }, filter: { a: 6 }, update: { $set: { 'a.$': 0 } }, after: { a: [5, 0, 7] } },
  ],
  [
    '$[] is every element',
    { before: { a: [1, 2] }, update: { $inc: { 'a.$[]': 10 } }, after: { a: [11, 12] } },
  ],
  [
    '$[] below documents',
    {
      before: items,
      update: { $set: { 'items.$[].v': 0 } },
      after: {
        items: [
          { k: 'a', v: 0 },
          { k: 'b', v: 0 },
          { k: 'c', v: 0 },
        ],
      },
    },
  ],
  [
    '$[x] is every element of a filter',
    {
      before: items,
      update: { $set: { 'items.$[x].v': 0 } },
      arrayFilters: [{ 'x.v': { $gte: 2 } }],
      after: {
        items: [
          { k: 'a', v: 1 },
          { k: 'b', v: 0 },
          { k: 'c', v: 0 },
        ],
      },
    },
  ],
  [
    '$[x] of scalars',
    {
      before: { a: [1, 5, 9] },
      update: { $set: { 'a.$[x]': 0 } },
      arrayFilters: [{ x: { $gt: 4 } }],
      after: { a: [1, 0, 0] },
    },
  ],
  [
    '$[x] of two levels',
    {
      before: { a: [{ b: [1, 2] }, { b: [3] }] },
      update: { $inc: { 'a.$[].b.$[y]': 10 } },
      arrayFilters: [{ y: { $gt: 1 } }],
      after: { a: [{ b: [1, 12] }, { b: [13] }] },
    },
  ],
  [
    '$unset with $[x]',
    {
      before: items,
      update: { $unset: { 'items.$[x].v': 1 } },
      arrayFilters: [{ 'x.k': 'a' }],
      after: { items: [{ k: 'a' }, { k: 'b', v: 2 }, { k: 'c', v: 3 }] },
    },
  ],
  [
    '$push with $',
    {
      before: { a: [{ k: 1, l: [] }] },
      filter: { 'a.k': 1 },
      update: { $push: { 'a.$.l': 5 } },
      after: { a: [{ k: 1, l: [5] }] },
    },
  ],
]);

makes('pipelines', [
  [
    '$set computes',
    {
      before: { a: 2, b: 3 },
      update: [{ $set: { c: { $multiply: ['$a', '$b'] } } }],
      after: { a: 2, b: 3, c: 6 },
    },
  ],
  ['$unset', { before: { a: 2, b: 3 }, update: [{ $unset: ['a'] }], after: { b: 3 } }],
  [
    '$replaceWith keeps the _id',
    { before: { a: { x: 1 } }, update: [{ $replaceWith: '$a' }], after: { x: 1 } },
  ],
  [
    'stages see each other',
    {
      before: { a: 1 },
      update: [{ $set: { b: { $add: ['$a', 1] } } }, { $set: { c: { $add: ['$b', 1] } } }],
      after: { a: 1, b: 2, c: 3 },
    },
  ],
  [
    'a condition',
    {
      before: { n: 5 },
      update: [{ $set: { n: { $cond: [{ $gt: ['$n', 3] }, 0, '$n'] } } }],
      after: { n: 0 },
    },
  ],
]);

/** An update that is refused: title, document, update, code. */
type Refused = [title: string, before: Document, update: Document, code: number, unlike?: Unlike];

const refused: Refused[] = [
  ['$inc of a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc by a text', { a: 1 }, { $inc: { a: 'x' } }, 14],
  ['$push to a scalar', { a: 1 }, { $push: { a: 1 } }, 2],
  ['$addToSet to a scalar', { a: 1 }, { $addToSet: { a: 1 } }, 2],
  ['$pull from a scalar', { a: 1 }, { $pull: { a: 1 } }, 2],
  ['$pop from a scalar', { a: 1 }, { $pop: { a: 1 } }, 14],
  ['a path below a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, 28],
  ['a change of the _id', { a: 1 }, { $set: { _id: 2 } }, 66],
  ['two operators on a path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['operators on a path and one below it', { a: {} }, { $set: { a: {} }, $inc: { 'a.b': 1 } }, 40],
  ['an unknown operator', { a: 1 }, { $foo: { a: 1 } }, 9],
  ['$ with nothing matched', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
  ['an empty name in a path', { a: 1 }, { $set: { 'b..c': 1 } }, 56],
  ['$[x] without its filter', { a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
  ['$[] of a scalar', { a: 1 }, { $set: { 'a.$[]': 1 } }, 2],
  ['$rename to a number', { a: 1 }, { $rename: { a: 5 } }, 2],
  ['$bit of a text', { a: 'x' }, { $bit: { a: { and: 1 } } }, 2],
  ['$pop by another number', { a: [1] }, { $pop: { a: 3 } }, 9],
  ['$mul by a text', { a: 1 }, { $mul: { a: 'x' } }, 14],
];

describe('refusals', () => {
  for (const [title, before, update, code, unlike] of refused) {
    contract(
      title,
      async () => {
        const collection = await collectionOf([{ _id: 1, ...before }]);
        const error = await refusal(collection.updateOne({ _id: 1 }, update));
        expectCode(error, code);
        expect(await collection.findOne()).toEqual({ _id: 1, ...before });
      },
      unlike,
    );
  }
});
