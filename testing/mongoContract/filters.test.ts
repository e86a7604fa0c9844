import { describe, expect } from '@jest/globals';
import mongoose from 'mongoose';
import { type Row, type Unlike, collectionOf, contract, once } from './server.ts';

const { Decimal128, Long, ObjectId, MinKey, MaxKey, Binary, Timestamp, BSONRegExp } = mongoose.mongo;
type Document = mongoose.mongo.Document;

/** What a filter finds among documents: title, filter, the ids found, servers that do otherwise. */
type Case = [title: string, filter: Document, ids: number[], unlike?: Unlike];

const holds = (title: string, documents: Row[], cases: Case[]): void =>
  describe(title, () => {
    const made = once(() => collectionOf(documents));
    for (const [name, filter, ids, unlike] of cases) {
      contract(
        name,
        async () => {
          const collection = await made();
          const found = await collection.find(filter).sort({ _id: 1 }).toArray();
          expect(found.map(({ _id }) => Number(_id))).toEqual(ids);
          expect(await collection.countDocuments(filter)).toBe(ids.length);
        },
        unlike,
      );
    }
  });

const numbers = [
  { _id: 1, a: 1 },
  { _id: 2, a: 2.5 },
  { _id: 3, a: Long.fromNumber(3) },
  { _id: 4, a: Decimal128.fromString('4.5') },
  { _id: 5, a: 'text' },
  { _id: 6, a: null },
  { _id: 7 },
  { _id: 8, a: true },
  { _id: 9, a: new Date(5) },
  { _id: 10, a: [1, 20] },
  { _id: 11, a: { b: 1 } },
  { _id: 12, a: Number.NaN },
];

holds('comparison', numbers, [
  ['equality reaches into arrays', { a: 1 }, [1, 10]],
  ['equality holds across number types', { a: 3 }, [3]],
  ['equality with a decimal', { a: Decimal128.fromString('2.50') }, [2]],
  ['equality with a long', { a: Long.fromNumber(1) }, [1, 10]],
  ['null means null or missing', { a: null }, [6, 7]],
  ['$eq null', { a: { $eq: null } }, [6, 7]],
  ['$ne leaves out arrays that hold the value', { a: { $ne: 1 } }, [2, 3, 4, 5, 6, 7, 8, 9, 11, 12]],
  ['$ne null', { a: { $ne: null } }, [1, 2, 3, 4, 5, 8, 9, 10, 11, 12]],
  ['$gt compares numbers only with numbers', { a: { $gt: 2 } }, [2, 3, 4, 10]],
  ['$gte', { a: { $gte: 3 } }, [3, 4, 10]],
  ['$lt', { a: { $lt: 3 } }, [1, 2, 10]],
  ['$lte', { a: { $lte: 1 } }, [1, 10]],
  ['$gt and $lt may be met by different elements', { a: { $gt: 10, $lt: 5 } }, [10]],
  ['$gt a string', { a: { $gt: 'a' } }, [5]],
  ['$lte null means null or missing', { a: { $lte: null } }, [6, 7]],
  ['$gte null means null or missing', { a: { $gte: null } }, [6, 7]],
  ['$gt null is nothing', { a: { $gt: null } }, []],
  ['$gt false', { a: { $gt: false } }, [8]],
  ['$gt a date', { a: { $gt: new Date(1) } }, [9]],
  ['$gte a document', { a: { $gte: { b: 1 } } }, [11]],
  ['NaN equals NaN', { a: Number.NaN }, [12]],
  ['NaN is not less than a number', { a: { $lt: -1000 } }, []],
  ['$gte NaN', { a: { $gte: Number.NaN } }, [12]],
  ['$in', { a: { $in: [2.5, 'text'] } }, [2, 5]],
  ['$in with null', { a: { $in: [null, true] } }, [6, 7, 8]],
  ['$in of nothing', { a: { $in: [] } }, []],
  ['$in with a pattern', { a: { $in: [/^te/] } }, [5]],
  ['$in of many', { a: { $in: [1, 100, 200, 300, 400, 500, 600, 700, 800, 900, 'text'] } }, [1, 5, 10]],
  ['$nin', { a: { $nin: [1, null] } }, [2, 3, 4, 5, 8, 9, 11, 12]],
  ['$nin of nothing', { _id: { $lt: 3 }, a: { $nin: [] } }, [1, 2]],
]);

holds('logic', numbers, [
  ['fields are joined with and', { a: 1, _id: { $gt: 5 } }, [10]],
  ['$and', { $and: [{ a: { $gt: 0 } }, { a: { $lt: 3 } }] }, [1, 2, 10]],
  ['$or', { $or: [{ _id: 5 }, { a: 2.5 }] }, [2, 5]],
  ['$or finds each document once', { $or: [{ a: 1 }, { a: 20 }] }, [1, 10]],
  ['$nor', { $nor: [{ _id: { $lt: 11 } }, { a: { $exists: true }, _id: 12 }] }, [11]],
  [
    'nested $and and $or',
    { $and: [{ $or: [{ _id: 1 }, { _id: 2 }] }, { $or: [{ _id: 2 }, { _id: 3 }] }] },
    [2],
  ],
  ['$not', { a: { $not: { $gt: 0 } } }, [5, 6, 7, 8, 9, 11, 12]],
  ['$not with a pattern', { _id: { $in: [5, 6] }, a: { $not: /^te/ } }, [6]],
  ['the empty filter', {}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
]);

holds('existence and type', numbers, [
  ['$exists true counts null', { a: { $exists: true }, _id: { $in: [6, 7] } }, [6]],
  ['$exists false', { a: { $exists: false } }, [7]],
  ['$exists with a number', { a: { $exists: 0 } }, [7]],
  ['$type by alias', { a: { $type: 'string' } }, [5]],
  ['$type by number', { a: { $type: 2 } }, [5]],
  ['$type number stands for all number types', { a: { $type: 'number' } }, [1, 2, 3, 4, 10, 12]],
  ['$type int reaches into arrays', { a: { $type: 'int' } }, [1, 10]],
  ['$type long', { a: { $type: 'long' } }, [3]],
  ['$type decimal', { a: { $type: 'decimal' } }, [4]],
  ['$type double', { a: { $type: 'double' } }, [2, 12]],
  ['$type array', { a: { $type: 'array' } }, [10]],
  ['$type object', { a: { $type: 'object' } }, [11]],
  ['$type null', { a: { $type: 'null' } }, [6]],
  ['$type bool and date', { a: { $type: ['bool', 'date'] } }, [8, 9]],
]);

const paths = [
  { _id: 1, a: { b: 1 } },
  { _id: 2, a: [{ b: 1 }, { b: 2 }] },
  { _id: 3, a: [{ c: 1 }] },
  { _id: 4, a: [] },
  { _id: 5, a: 5 },
  { _id: 6, a: { b: null } },
  { _id: 7, a: { b: [1, 2] } },
  { _id: 8, a: [[{ b: 1 }]] },
  { _id: 9, a: [7, { b: 3 }] },
  { _id: 10, a: { '0': 'zero' } },
];

holds('paths', paths, [
  ['a path reaches through documents and arrays', { 'a.b': 1 }, [1, 2, 7]],
  ['a path by place in an array', { 'a.0.b': 1 }, [2, 8]],
  ['a place of scalars', { 'a.0': 7 }, [9]],
  ['a number is a field name too', { 'a.0': 'zero' }, [10]],
  ['null below documents and arrays', { 'a.b': null }, [3, 5, 6, 10]],
  ['$exists below arrays', { 'a.b': { $exists: true } }, [1, 2, 6, 7, 9]],
  ['not $exists below arrays', { 'a.b': { $exists: false } }, [3, 4, 5, 8, 10]],
  ['$gt over elements', { 'a.b': { $gt: 2 } }, [9]],
  ['equality with a whole document', { a: { b: 1 } }, [1, 2]],
  ['equality with an empty array', { a: [] }, [4]],
  ['$ne below arrays', { 'a.b': { $ne: 1 } }, [3, 4, 5, 6, 8, 9, 10]],
  ['$in below arrays', { 'a.b': { $in: [2, 3] } }, [2, 7, 9]],
]);

const arrays = [
  {
    _id: 1,
    t: ['a', 'b'],
    s: [
      { k: 'x', v: 1 },
      { k: 'y', v: 9 },
    ],
  },
  {
    _id: 2,
    t: ['b', 'a'],
    s: [
      { k: 'x', v: 9 },
      { k: 'y', v: 1 },
    ],
  },
  { _id: 3, t: ['c'], s: [{ k: 'x', v: 9, w: [1, 2] }] },
  { _id: 4, t: [], s: [] },
  { _id: 5, t: 'a' },
  { _id: 6, t: [['a']], s: [3, 8, 12] },
];

holds('arrays', arrays, [
  ['equality with an array is exact', { t: ['a', 'b'] }, [1]],
  ['equality with an array finds a nested one', { t: ['a'] }, [6]],
  ['$all', { t: { $all: ['a', 'b'] } }, [1, 2]],
  ['$all of one also means a scalar', { t: { $all: ['a'] } }, [1, 2, 5]],
  ['$all of nothing finds nothing', { t: { $all: [] } }, []],
  [
    '$all with $elemMatch',
    { s: { $all: [{ $elemMatch: { k: 'x', v: 9 } }, { $elemMatch: { k: 'y' } }] } },
    [2],
  ],
  ['$size', { t: { $size: 2 } }, [1, 2]],
  ['$size 0', { t: { $size: 0 } }, [4]],
  ['$size does not count scalars', { t: { $size: 1 } }, [3, 6]],
  ['$elemMatch on one element', { s: { $elemMatch: { k: 'x', v: 9 } } }, [2, 3]],
  ['separate paths on different elements', { 's.k': 'x', 's.v': 9 }, [1, 2, 3]],
  ['$elemMatch of operators', { s: { $elemMatch: { $gt: 4, $lt: 10 } } }, [6]],
  ['$elemMatch with $or', { s: { $elemMatch: { $or: [{ v: 1 }, { w: 2 }] } } }, [1, 2, 3]],
  ['$elemMatch does not match scalars', { t: { $elemMatch: { $eq: 'a' } } }, [1, 2]],
  ['$not $elemMatch', { s: { $not: { $elemMatch: { v: 9 } } } }, [4, 5, 6]],
  ['$nin over elements', { t: { $nin: ['a'] } }, [3, 4, 6]],
]);

const texts = [
  { _id: 1, s: 'Alpha' },
  { _id: 2, s: 'alphabet' },
  { _id: 3, s: 'beta\nalpha' },
  { _id: 4, s: 'a.c' },
  { _id: 5, s: 'größe' },
  { _id: 6, s: ['x', 'alpha'] },
  { _id: 7, s: 5 },
];

holds('patterns', texts, [
  ['a pattern', { s: /^alpha/ }, [2, 6]],
  ['a pattern without case', { s: /^ALPHA/i }, [1, 2, 6]],
  ['$regex with $options', { s: { $regex: 'ALPHA$', $options: 'im' } }, [1, 3, 6]],
  ['$regex as a pattern', { s: { $regex: /beta/ } }, [3]],
  ['the dot does not match a line end', { s: /beta.alpha/ }, []],
  ['the s option lets it', { s: { $regex: 'beta.alpha', $options: 's' } }, [3]],
  ['an escaped dot', { s: /^a\.c$/ }, [4]],
  ['letters beyond ASCII', { s: /größe/ }, [5]],
  ['the x option skips white space', { s: { $regex: '^ a \\. c $', $options: 'x' } }, [4]],
]);

const bits = [
  { _id: 1, n: 54 },
  { _id: 2, n: 1 },
  { _id: 3, n: Long.fromString('4294967296') },
  { _id: 4, n: new Binary(Buffer.from([6])) },
  { _id: 5, n: 'x' },
];

holds('arithmetic and bits', bits, [
  ['$mod', { n: { $mod: [4, 2] } }, [1]],
  ['$mod of one', { n: { $mod: [2, 1] } }, [2]],
  ['$bitsAllSet', { n: { $bitsAllSet: 6 } }, [1, 4]],
  ['$bitsAllSet by places', { n: { $bitsAllSet: [1, 5] } }, [1]],
  ['$bitsAnySet', { n: { $bitsAnySet: 3 } }, [1, 2, 4]],
  ['$bitsAllClear', { n: { $bitsAllClear: [0, 3] } }, [1, 3, 4]],
  ['$bitsAnyClear', { n: { $bitsAnyClear: [0, 1] } }, [1, 2, 3, 4]],
]);

holds(
  '$expr',
  [
    { _id: 1, a: 5, b: 3 },
    { _id: 2, a: 1, b: 3 },
    { _id: 3, a: 3 },
  ],
  [
    ['compares two fields', { $expr: { $gt: ['$a', '$b'] }, _id: { $lt: 3 } }, [1]],
    ['computes', { $expr: { $eq: [{ $add: ['$a', 2] }, '$b'] } }, [2]],
    ['with $and', { $expr: { $and: [{ $gte: ['$a', 3] }, { $lt: ['$_id', 3] }] } }, [1]],
  ],
);

const id = new ObjectId('65a000000000000000000001');
const types = [
  { _id: 1, v: id },
  { _id: 2, v: new Binary(Buffer.from('abc')) },
  { _id: 3, v: new Timestamp({ t: 5, i: 1 }) },
  { _id: 4, v: new MinKey() },
  { _id: 5, v: new MaxKey() },
  { _id: 6, v: new BSONRegExp('^a', 'i') },
  { _id: 7, v: Long.fromString('9007199254740993') },
  { _id: 8, v: Decimal128.fromString('9007199254740993.5') },
  { _id: 9, v: 9007199254740992 },
  { _id: 10, v: '' },
];

holds('every type', types, [
  ['an ObjectId', { v: id }, [1]],
  ['an ObjectId range', { v: { $gt: new ObjectId('65a000000000000000000000') } }, [1]],
  ['binary data', { v: new Binary(Buffer.from('abc')) }, [2]],
  ['a timestamp', { v: { $gte: new Timestamp({ t: 5, i: 0 }) } }, [3]],
  ['a stored pattern', { v: new BSONRegExp('^a', 'i') }, [6]],
  ['a long that no double holds', { v: Long.fromString('9007199254740993') }, [7]],
  ['a double beside it', { v: 9007199254740992 }, [9]],
  ['a decimal between', { v: { $gt: Long.fromString('9007199254740993') } }, [8]],
  ['the empty string', { v: '' }, [10]],
]);
