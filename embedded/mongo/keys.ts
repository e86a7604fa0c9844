import { BSONRegExp, BSONSymbol, Code, DBRef, ObjectId, Timestamp } from 'bson';
import { encodeNumber, exact, isNumber } from './numbers.ts';
import { type Doc, binaryParts, isDoc, rank, rankOf } from './values.ts';

/** UTF-8 with each zero byte doubled to 00 FF and 00 00 at the end: prefix-free and in order of the bytes. */
const encodeText = (text: string): Buffer => {
  if (!text.includes('\0')) {
    const length = Buffer.byteLength(text);
    const bytes = Buffer.alloc(length + 2);
    bytes.write(text, 0, 'utf8');
    return bytes;
  }
  const parts = text.split('\0').map((part) => Buffer.from(part));
  const zero = Buffer.from([0, 255]);
  return Buffer.concat([...parts.flatMap((part, i) => (i === 0 ? [part] : [zero, part])), Buffer.alloc(2)]);
};

const encodeDate = (date: Date): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(date.getTime()));
  bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes;
};

const encodeTimestamp = (value: Timestamp): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(value.t, 0);
  bytes.writeUInt32BE(value.i, 4);
  return bytes;
};

const encodeBinary = (value: unknown): Buffer => {
  const { subtype, bytes } = binaryParts(value);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length, 0);
  head[4] = subtype;
  return Buffer.concat([head, bytes]);
};

const end = Buffer.from([0]);

const encodeFields = (doc: Doc): Buffer => {
  const parts: Buffer[] = [];
  for (const [name, value] of Object.entries(doc)) {
    parts.push(Buffer.from([rankOf(value)]), encodeText(name), encodeBody(value));
  }
  parts.push(end);
  return Buffer.concat(parts);
};

const empty = Buffer.alloc(0);

const encodeCode = (value: Code): Buffer =>
  value.scope ? Buffer.concat([encodeText(value.code), encodeFields(value.scope)]) : encodeText(value.code);

/** The bytes of a value after its type byte. */
function encodeBody(value: unknown): Buffer {
  if (typeof value === 'string') return encodeText(value);
  if (value instanceof ObjectId) return Buffer.from(value.id);
  if (isNumber(value)) return encodeNumber(exact(value));
  if (value instanceof Date) return encodeDate(value);
  if (typeof value === 'boolean') return Buffer.from([Number(value)]);
  if (Array.isArray(value)) return Buffer.concat([...value.map(encodeKey), end]);
  if (value instanceof BSONSymbol) return encodeText(value.value);
  if (value instanceof Timestamp) return encodeTimestamp(value);
  if (rankOf(value) === rank.binary) return encodeBinary(value);
  if (value instanceof BSONRegExp)
    return Buffer.concat([encodeText(value.pattern), encodeText(value.options)]);
  if (value instanceof Code) return encodeCode(value);
  if (value instanceof DBRef) return encodeFields({ ...value.toJSON() });
  if (isDoc(value)) return encodeFields(value);
  return empty;
}

/**
 * A value as bytes that sort (memcmp) in MongoDB's comparison order over all types, that are equal exactly when
 * the values are, and of which none is a prefix of another.
 */
export function encodeKey(value: unknown): Buffer {
  return Buffer.concat([Buffer.from([rankOf(value)]), encodeBody(value)]);
}

/** The same key for a descending index field: all bits inverted. */
export const inverted = (bytes: Buffer): Buffer => {
  const result = Buffer.alloc(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) result[i] = 255 - (bytes[i] ?? 0);
  return result;
};

/** The smallest byte string after all that begin with these bytes. */
export const afterPrefix = (bytes: Buffer): Buffer => {
  let last = bytes.length - 1;
  while (last >= 0 && bytes[last] === 255) last -= 1;
  const result = Buffer.from(bytes.subarray(0, last + 1));
  if (last >= 0) result[last] = (result[last] ?? 0) + 1;
  return result;
};
