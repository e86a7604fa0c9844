import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ObjectId } from 'bson';
import type { Collection, Index } from './catalog.ts';
import { failure } from './failure.ts';
import { afterPrefix, encodeKey, inverted } from './keys.ts';
import { isNumber } from './numbers.ts';
import { documentKey, documentPrefix, indexPrefix, recordBytes, recordOf } from './layout.ts';
import { hasPath, pathValues } from './pathValues.ts';
import { type Reads, type Store, maxKeyBytes, walk } from './store.ts';
import { type Doc, decode, fieldOf, isDoc, isEqual } from './values.ts';

/** The longest part of an index key that is kept as it is; a longer one is cut and ends in its hash. */
export const longestKey = maxKeyBytes - 5 - 6 - 32;

/** The encoded values of an index entry, before its record number. */
const entryKey = (index: Index, values: unknown[]): { bytes: Buffer; isCut: boolean } => {
  const bytes = Buffer.concat(
    values.map((value, i) => {
      const encoded = encodeKey(value);
      return index.fields[i]?.isDescending ? inverted(encoded) : encoded;
    }),
  );
  if (bytes.length <= longestKey) return { bytes, isCut: false };
  const hash = createHash('sha256').update(bytes).digest();
  return { bytes: Buffer.concat([bytes.subarray(0, longestKey), hash]), isCut: true };
};

/** A document's entries in one index. */
export type Entries = {
  keys: Map<string, { bytes: Buffer; values: unknown[] }>;
  isMultikey: boolean[];
  isCut: boolean;
};

const isIndexed = (index: Index, doc: Doc): boolean => {
  if (index.partial && !index.partial.matches(doc)) return false;
  return !index.isSparse || index.fields.some(({ parts }) => hasPath(doc, parts));
};

/** The keys under which an index lists a document; none if it is left out by a sparse or partial index. */
export const entriesOf = (index: Index, doc: Doc): Entries => {
  const entries: Entries = { keys: new Map(), isMultikey: index.fields.map(() => false), isCut: false };
  if (!isIndexed(index, doc)) return entries;
  const paths = index.fields.map(({ parts }) => parts);
  for (const values of pathValues(doc, paths, entries.isMultikey)) {
    const { bytes, isCut } = entryKey(index, values);
    if (isCut) entries.isCut = true;
    entries.keys.set(bytes.toString('latin1'), { bytes, values });
  }
  return entries;
};

/** The store's key of an index entry. */
export const storedKey = (index: Index, bytes: Buffer, record: number): Buffer =>
  Buffer.concat(
    index.isUnique ? [indexPrefix(index.id), bytes] : [indexPrefix(index.id), bytes, recordBytes(record)],
  );

const nothing = Buffer.alloc(0);

const show = (value: unknown): string => {
  if (typeof value === 'string') return `"${value}"`;
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (isDoc(value))
    return `{ ${Object.entries(value)
      .map(([name, field]) => `${name}: ${show(field)}`)
      .join(', ')} }`;
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  return isNumber(value) ? value.toString() : JSON.stringify(value);
};

const duplicate = (collection: Collection, index: Index, values: unknown[]) => {
  const keyValue = Object.fromEntries(index.fields.map(({ path }, i) => [path, values[i] ?? null]));
  const shown = index.fields.map(({ path }, i) => `${path}: ${show(values[i])}`).join(', ');
  return failure(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.ns} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern: index.spec['key'], keyValue },
  );
};

const checkUnique = (
  store: Store,
  collection: Collection,
  index: Index,
  entries: Entries,
  record: number,
): void => {
  if (!index.isUnique) return;
  for (const { bytes, values } of entries.keys.values()) {
    const taken = store.get(storedKey(index, bytes, record));
    if (taken && taken.readUIntBE(0, 6) !== record) throw duplicate(collection, index, values);
  }
};

const checksumBytes = 4;

/** A document as stored: its BSON, then the CRC-32 of it. */
const sealed = (bytes: Buffer): Buffer => {
  const stored = Buffer.allocUnsafe(bytes.length + checksumBytes);
  bytes.copy(stored);
  stored.writeUInt32BE(crc32(bytes), bytes.length);
  return stored;
};

/** The BSON of a stored document; throws DataCorruptionDetected if it is not what was written. */
export const unseal = (collection: Collection, record: number, stored: Buffer): Buffer => {
  const bytes = stored.subarray(0, stored.length - checksumBytes);
  if (stored.length < 5 + checksumBytes || stored.readUInt32BE(bytes.length) !== crc32(bytes)) {
    throw failure(
      'DataCorruptionDetected',
      `record ${record} of ${collection.ns} is damaged on the disk; restore a backup (see embedded/mongo/README.md)`,
    );
  }
  return bytes;
};

/** All documents of a collection in natural order. */
export function* scan(
  store: Pick<Reads, 'list'>,
  collection: Collection,
  isReverse = false,
): Generator<{ record: number; bytes: Buffer }> {
  const prefix = documentPrefix(collection.id);
  for (const { key, value } of walk(store, { from: prefix, to: afterPrefix(prefix) }, isReverse)) {
    const record = recordOf(key);
    yield { record, bytes: unseal(collection, record, value) };
  }
}

/** Where changes of a collection's counters and of its indexes' shape are noted. */
export type Ledger = {
  count(collection: Collection, documents: number, bytes: number): void;
  reshape(collection: Collection): void;
};

/** What changes documents: each call is one document and keeps all indexes and counters in step. */
export type Documents = {
  read(collection: Collection, record: number): Buffer | undefined;
  insert(collection: Collection, doc: Doc, bytes: Buffer): number;
  replace(
    collection: Collection,
    record: number,
    before: Doc,
    beforeBytes: number,
    after: Doc,
    bytes: Buffer,
  ): void;
  remove(collection: Collection, record: number, doc: Doc, bytes: number): void;
  /** Throws if one of the documents is being written by a transaction, before any of them is changed. */
  claim(collection: Collection, records: number[]): void;
  /** Enters all documents into a new index. */
  build(collection: Collection, index: Index): void;
};

/** Notes that an index lists arrays or cut keys now, which the planner has to know. */
const noteShape = (ledger: Ledger, collection: Collection, index: Index, entries: Entries): void => {
  const isNew =
    (entries.isCut && !index.hasLongKeys) || entries.isMultikey.some((is, i) => is && !index.isMultikey[i]);
  if (!isNew) return;
  index.hasLongKeys ||= entries.isCut;
  index.isMultikey = index.isMultikey.map((is, i) => is || entries.isMultikey[i] === true);
  ledger.reshape(collection);
};

/** Does an update leave all fields of an index as they were, so that its entries stay? */
const isUntouched = (index: Index, before: Doc, after: Doc): boolean =>
  index.partial === undefined &&
  index.fields.every(({ parts: [root = ''] }) => {
    const [old, now] = [fieldOf(before, root), fieldOf(after, root)];
    return (old === undefined) === (now === undefined) && isEqual(old, now);
  });

/** Documents with their index entries in a store. */
export const openDocuments = (store: Store, ledger: Ledger): Documents => {
  const enter = (index: Index, entries: Entries, record: number): void => {
    const value = index.isUnique ? recordBytes(record) : nothing;
    for (const { bytes } of entries.keys.values()) store.put(storedKey(index, bytes, record), value);
  };

  const keysOf = (
    collection: Collection,
    record: number,
    all: { index: Index; entries: Entries }[],
  ): Buffer[] => [
    documentKey(collection.id, record),
    ...all.flatMap(({ index, entries }) =>
      index.isUnique ? [...entries.keys.values()].map(({ bytes }) => storedKey(index, bytes, record)) : [],
    ),
  ];

  return {
    read: (collection, record) => {
      const stored = store.get(documentKey(collection.id, record));
      return stored && unseal(collection, record, stored);
    },

    insert: (collection, doc, bytes) => {
      const record = collection.nextRecord;
      const all = collection.indexes.map((index) => ({ index, entries: entriesOf(index, doc) }));
      for (const { index, entries } of all) checkUnique(store, collection, index, entries, record);
      store.claim(keysOf(collection, record, all));
      collection.nextRecord += 1;
      for (const { index, entries } of all) {
        noteShape(ledger, collection, index, entries);
        enter(index, entries, record);
      }
      store.put(documentKey(collection.id, record), sealed(bytes));
      ledger.count(collection, 1, bytes.length);
      return record;
    },

    replace: (collection, record, before, beforeBytes, after, bytes) => {
      const all = collection.indexes
        .filter((index) => !isUntouched(index, before, after))
        .map((index) => ({ index, old: entriesOf(index, before), entries: entriesOf(index, after) }));
      for (const { index, entries } of all) checkUnique(store, collection, index, entries, record);
      const replaced = all.map(({ index, old }) => ({ index, entries: old }));
      store.claim([...keysOf(collection, record, all), ...keysOf(collection, record, replaced)]);
      for (const { index, old, entries } of all) {
        noteShape(ledger, collection, index, entries);
        for (const [text, { bytes: key }] of old.keys) {
          if (entries.keys.has(text)) entries.keys.delete(text);
          else store.remove(storedKey(index, key, record));
        }
        enter(index, entries, record);
      }
      store.put(documentKey(collection.id, record), sealed(bytes));
      if (bytes.length !== beforeBytes) ledger.count(collection, 0, bytes.length - beforeBytes);
    },

    remove: (collection, record, doc, bytes) => {
      const all = collection.indexes.map((index) => ({ index, entries: entriesOf(index, doc) }));
      store.claim(keysOf(collection, record, all));
      for (const { index, entries } of all) {
        for (const { bytes: key } of entries.keys.values()) store.remove(storedKey(index, key, record));
      }
      store.remove(documentKey(collection.id, record));
      ledger.count(collection, -1, -bytes);
    },

    claim: (collection, records) => store.claim(records.map((record) => documentKey(collection.id, record))),

    build: (collection, index) => {
      for (const { record, bytes } of scan(store, collection)) {
        const entries = entriesOf(index, decode(bytes));
        checkUnique(store, collection, index, entries, record);
        noteShape(ledger, collection, index, entries);
        enter(index, entries, record);
      }
    },
  };
};
