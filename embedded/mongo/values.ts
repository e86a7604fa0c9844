import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  DBRef,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  deserialize,
  serialize,
} from 'bson';
import { compareExact, exact, isNumber } from './numbers.ts';

/** A decoded BSON document: numbers keep their type (Int32, Double, Long, Decimal128). */
export type Doc = Record<string, unknown>;

/** MongoDB's comparison order of types; also the first byte of an encoded key. */
export const rank = {
  minKey: 5,
  missing: 8,
  null: 10,
  number: 20,
  string: 30,
  object: 40,
  array: 50,
  binary: 60,
  objectId: 70,
  boolean: 80,
  date: 90,
  timestamp: 94,
  regex: 100,
  dbPointer: 110,
  code: 120,
  codeWithScope: 130,
  maxKey: 240,
} as const;

/** Is this a document, as opposed to an array, a scalar or one of BSON's own classes? */
export const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !('_bsontype' in value);

/** The place of a value's type in the comparison order. */
export const rankOf = (value: unknown): number => {
  if (value === undefined) return rank.missing;
  if (value === null) return rank.null;
  if (typeof value === 'string') return rank.string;
  if (typeof value === 'boolean') return rank.boolean;
  if (isNumber(value)) return rank.number;
  if (value instanceof ObjectId) return rank.objectId;
  if (value instanceof Date) return rank.date;
  if (Array.isArray(value)) return rank.array;
  if (value instanceof BSONSymbol) return rank.string;
  if (value instanceof Timestamp) return rank.timestamp;
  if (value instanceof Binary || value instanceof Uint8Array) return rank.binary;
  if (value instanceof BSONRegExp) return rank.regex;
  if (value instanceof MinKey) return rank.minKey;
  if (value instanceof MaxKey) return rank.maxKey;
  if (value instanceof Code) return value.scope ? rank.codeWithScope : rank.code;
  if (value instanceof DBRef) return rank.object;
  return rank.object;
};

/** Order of strings by code point, which is the order of their UTF-8 bytes (JavaScript's own is by UTF-16 unit). */
export const compareStrings = (a: string, b: string): number => {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    let left = a.charCodeAt(i);
    let right = b.charCodeAt(i);
    if (left !== right) {
      if (left >= 0xd800 && right >= 0xd800) {
        left = left >= 0xe000 ? left - 0x800 : left + 0x2000;
        right = right >= 0xe000 ? right - 0x800 : right + 0x2000;
      }
      return left < right ? -1 : 1;
    }
  }
  return a.length < b.length ? -1 : 1;
};

const compareArrays = (a: unknown[], b: unknown[]): number => {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

/** Documents compare field by field: type of the value, then name, then value. */
const compareDocs = (a: Doc, b: Doc): number => {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const [leftName, leftValue] = left[i] ?? ['', undefined];
    const [rightName, rightValue] = right[i] ?? ['', undefined];
    const order =
      rankOf(leftValue) - rankOf(rightValue) ||
      compareStrings(leftName, rightName) ||
      compareValues(leftValue, rightValue);
    if (order !== 0) return order;
  }
  return left.length - right.length;
};

const asDoc = (value: unknown): Doc =>
  value instanceof DBRef ? { ...value.toJSON() } : isDoc(value) ? value : {};

/** The bytes and subtype of binary data. */
export const binaryParts = (value: unknown): { subtype: number; bytes: Uint8Array } => {
  if (value instanceof Binary)
    return { subtype: value.sub_type, bytes: value.buffer.subarray(0, value.position) };
  return { subtype: 0, bytes: value instanceof Uint8Array ? value : new Uint8Array() };
};

const compareBinary = (a: unknown, b: unknown): number => {
  const left = binaryParts(a);
  const right = binaryParts(b);
  return (
    left.bytes.length - right.bytes.length ||
    left.subtype - right.subtype ||
    Buffer.compare(left.bytes, right.bytes)
  );
};

const text = (value: unknown): string => (value instanceof BSONSymbol ? value.value : String(value));

const compareTexts = (a: [string, string], b: [string, string]): number =>
  compareStrings(a[0], b[0]) || compareStrings(a[1], b[1]);

const regexParts = (value: unknown): [string, string] =>
  value instanceof BSONRegExp ? [value.pattern, value.options] : ['', ''];

const codeText = (value: unknown): string => (value instanceof Code ? value.code : '');

const codeScope = (value: unknown): Doc => (value instanceof Code ? (value.scope ?? {}) : {});

/** MongoDB's total order over BSON values of any type: negative, zero or positive. */
export function compareValues(a: unknown, b: unknown): number {
  const place = rankOf(a);
  const other = rankOf(b);
  if (place !== other) return place - other;
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (isNumber(a) && isNumber(b)) return compareExact(exact(a), exact(b));
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b);
  if (place === rank.binary) return compareBinary(a, b);
  if (place === rank.regex) return compareTexts(regexParts(a), regexParts(b));
  if (place === rank.string) return compareStrings(text(a), text(b));
  if (place === rank.code) return compareStrings(codeText(a), codeText(b));
  if (place === rank.codeWithScope) {
    return compareStrings(codeText(a), codeText(b)) || compareDocs(codeScope(a), codeScope(b));
  }
  if (place === rank.object) return compareDocs(asDoc(a), asDoc(b));
  return 0;
}

/** Are two values equal in MongoDB's eyes (numbers across types, documents by field order)? */
export const isEqual = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0;

/** Decodes a BSON document without losing any type. Throws on malformed bytes. */
export const decode = (bytes: Uint8Array): Doc =>
  deserialize(bytes, { promoteValues: false, bsonRegExp: true, validation: { utf8: false } });

/** Encodes a document; JavaScript numbers become Int32 or Double by their value. */
export const encode = (doc: Doc): Buffer => {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

/** A deep copy of documents and arrays; scalars are shared, they are never changed in place. */
export const copyValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copyValue);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const [name, field] of Object.entries(value)) setField(copy, name, copyValue(field));
  return copy;
};

/** Sets a field also when it has the one name that plain assignment would take for the prototype. */
export const setField = (doc: Doc, name: string, value: unknown): void => {
  if (name === '__proto__') {
    Object.defineProperty(doc, name, { value, writable: true, enumerable: true, configurable: true });
  } else doc[name] = value;
};

/** The own field of a document, undefined if it is missing. */
export const fieldOf = (doc: Doc, name: string): unknown =>
  Object.hasOwn(doc, name) ? doc[name] : undefined;
