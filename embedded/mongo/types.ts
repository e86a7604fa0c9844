import { BSONSymbol, Decimal128, Double, Int32, Long, Timestamp } from 'bson';
import { failure } from './failure.ts';
import { exact, isNumber } from './numbers.ts';
import { rank, rankOf } from './values.ts';

/** BSON's type numbers and the aliases of them that $type takes. */
const byAlias = new Map<string, number>([
  ['double', 1],
  ['string', 2],
  ['object', 3],
  ['array', 4],
  ['binData', 5],
  ['undefined', 6],
  ['objectId', 7],
  ['bool', 8],
  ['date', 9],
  ['null', 10],
  ['regex', 11],
  ['dbPointer', 12],
  ['javascript', 13],
  ['symbol', 14],
  ['javascriptWithScope', 15],
  ['int', 16],
  ['timestamp', 17],
  ['long', 18],
  ['decimal', 19],
  ['minKey', -1],
  ['maxKey', 127],
]);

const known = new Set(byAlias.values());
const numeric = [1, 16, 18, 19];

/** The type numbers that an operand of $type stands for. Throws BadValue on an unknown one. */
export const typeCodes = (operand: unknown): number[] => {
  if (operand === 'number') return numeric;
  if (typeof operand === 'string') {
    const code = byAlias.get(operand);
    if (code === undefined) throw failure('BadValue', `Unknown type name alias: ${operand}`);
    return [code];
  }
  if (isNumber(operand)) {
    const code = Number(exact(operand));
    if (known.has(code)) return [code];
    throw failure('BadValue', `Invalid numerical type code: ${code}`);
  }
  throw failure('TypeMismatch', 'type must be represented as a number or a string');
};

const byRank = new Map<number, number>([
  [rank.minKey, -1],
  [rank.missing, 6],
  [rank.null, 10],
  [rank.string, 2],
  [rank.object, 3],
  [rank.array, 4],
  [rank.binary, 5],
  [rank.objectId, 7],
  [rank.boolean, 8],
  [rank.date, 9],
  [rank.timestamp, 17],
  [rank.regex, 11],
  [rank.code, 13],
  [rank.codeWithScope, 15],
  [rank.maxKey, 127],
]);

/** The BSON type number of a value. */
export const typeCodeOf = (value: unknown): number => {
  if (value instanceof Int32) return 16;
  if (value instanceof Double) return 1;
  if ((value instanceof Long && !(value instanceof Timestamp)) || typeof value === 'bigint') return 18;
  if (value instanceof Decimal128) return 19;
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 16 : 1;
  if (value instanceof BSONSymbol) return 14;
  return byRank.get(rankOf(value)) ?? 3;
};

const aliasByCode = new Map([...byAlias].map(([alias, code]) => [code, alias]));

/** The alias of a value's type, as MongoDB's messages name it. */
export const typeNameOf = (value: unknown): string =>
  value === undefined ? 'missing' : (aliasByCode.get(typeCodeOf(value)) ?? 'object');
