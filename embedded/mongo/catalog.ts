import { randomUUID } from 'node:crypto';
import { UUID } from 'bson';
import { failure } from './failure.ts';
import { parseFilter } from './filter.ts';
import { afterPrefix } from './keys.ts';
import { collectionKey, counterKey, documentPrefix, kind, recordOf, sizeKey } from './layout.ts';
import { type Matcher, compileMatcher } from './matcher.ts';
import { plainNumber } from './plain.ts';
import type { Disk } from './disk.ts';
import { walk } from './store.ts';
import { type Doc, decode, encode, isDoc } from './values.ts';
import { evaluator } from './expressions.ts';

/** An index: its specification as given, and what the engine reads off it. */
export type Index = {
  id: number;
  name: string;
  spec: Doc;
  fields: { path: string; parts: string[]; isDescending: boolean }[];
  isUnique: boolean;
  isSparse: boolean;
  partial: { filter: Doc; matches: Matcher } | undefined;
  expireAfterSeconds: number | undefined;
  /** Per field: has any document an array there? */
  isMultikey: boolean[];
  /** May it be read? Not before all documents in it are committed. */
  isReady: boolean;
  /** Has any document a key too long to be kept whole? Then the order of the entries is not the order of values. */
  hasLongKeys: boolean;
};

/** A collection: catalog entry and live counters. */
export type Collection = {
  db: string;
  name: string;
  ns: string;
  id: number;
  uuid: UUID;
  options: Doc;
  indexes: Index[];
  nextRecord: number;
  count: number;
  bytes: number;
};

/** The databases and collections of an engine. */
export type Catalog = {
  find(db: string, name: string): Collection | undefined;
  /** The collection, or an empty one that stands for it if it does not exist. */
  read(db: string, name: string): Collection;
  /** The collection, made if it does not exist. */
  ensure(db: string, name: string): Collection;
  create(db: string, name: string, options: Doc): Collection;
  drop(collection: Collection): void;
  rename(collection: Collection, db: string, name: string): void;
  addIndex(collection: Collection, spec: Doc): Index;
  dropIndex(collection: Collection, index: Index): void;
  collections(db: string): Collection[];
  databases(): string[];
  /** Changes a collection's counters; they are written with the next commit. */
  count(collection: Collection, documents: number, bytes: number): void;
  /** Notes that the shape of a collection's indexes changed. */
  reshape(collection: Collection): void;
  /** The number that the next index or collection gets. */
  nextId(): number;
  flushCounters(): void;
  /** Does a collection or index have this number? */
  isLive(id: number): boolean;
  /** Forgets what is in memory and reads the store again, after a commit that failed. */
  reload(): void;
};

const isTrue = (value: unknown): boolean => value === true || (plainNumber(value) ?? 0) !== 0;

/** Reads an index off its specification (which is taken as checked). */
export const readIndex = (id: number, spec: Doc, isMultikey: boolean[], hasLongKeys: boolean): Index => {
  const keys = isDoc(spec['key']) ? spec['key'] : {};
  const filter = spec['partialFilterExpression'];
  return {
    id,
    name: String(spec['name']),
    spec,
    fields: Object.entries(keys).map(([path, direction]) => ({
      path,
      parts: path.split('.'),
      isDescending: (plainNumber(direction) ?? 1) < 0,
    })),
    isUnique: isTrue(spec['unique']) || spec['name'] === '_id_',
    isSparse: isTrue(spec['sparse']),
    partial: isDoc(filter) ? { filter, matches: compileMatcher(parseFilter(filter), evaluator) } : undefined,
    expireAfterSeconds: plainNumber(spec['expireAfterSeconds']),
    isMultikey,
    isReady: true,
    hasLongKeys,
  };
};

const entryOf = (collection: Collection): Doc => ({
  id: collection.id,
  uuid: collection.uuid,
  options: collection.options,
  indexes: collection.indexes.map(({ id, spec, isMultikey, hasLongKeys }) => ({
    id,
    spec,
    isMultikey,
    hasLongKeys,
  })),
});

const readIndexes = (entry: Doc): Index[] => {
  const indexes: unknown = entry['indexes'];
  if (!Array.isArray(indexes)) return [];
  return indexes
    .filter(isDoc)
    .map(({ id, spec, isMultikey, hasLongKeys }) =>
      readIndex(
        plainNumber(id) ?? 0,
        isDoc(spec) ? spec : {},
        Array.isArray(isMultikey) ? isMultikey.map((value) => value === true) : [],
        hasLongKeys === true,
      ),
    );
};

const readCollection = (store: Disk, ns: string, entry: Doc): Collection => {
  const id = plainNumber(entry['id']) ?? 0;
  const prefix = documentPrefix(id);
  const [last] = store.list({ from: prefix, to: afterPrefix(prefix) }, true, 1);
  const size = store.get(sizeKey(id));
  const dot = ns.indexOf('.');
  return {
    db: ns.slice(0, dot),
    name: ns.slice(dot + 1),
    ns,
    id,
    uuid: entry['uuid'] instanceof UUID ? entry['uuid'] : new UUID(),
    options: isDoc(entry['options']) ? entry['options'] : {},
    indexes: readIndexes(entry),
    nextRecord: last ? recordOf(last.key) + 1 : 1,
    count: size ? size.readUIntBE(0, 6) : 0,
    bytes: size ? size.readUIntBE(6, 6) : 0,
  };
};

/** Stands for a collection that does not exist: nothing is in it. */
export const noCollection = (db: string, name: string): Collection => ({
  db,
  name,
  ns: `${db}.${name}`,
  id: 0,
  uuid: new UUID(),
  options: {},
  indexes: [],
  nextRecord: 1,
  count: 0,
  bytes: 0,
});

const checkName = (db: string, name: string): void => {
  if (db === '' || /[\s/\\."$\0]/.test(db) || Buffer.byteLength(db) > 63) {
    throw failure('InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
  }
  if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.')) {
    throw failure('InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
  }
  if (Buffer.byteLength(`${db}.${name}`) > 255) {
    throw failure(
      'InvalidNamespace',
      `Fully qualified namespace is too long. Namespace: ${db}.${name} Max: 255`,
    );
  }
};

/** Reads the catalog of a store and keeps it current. */
export const openCatalog = (store: Disk): Catalog => {
  const databases = new Map<string, Map<string, Collection>>();
  const touched = new Set<Collection>();
  let nextId = 1;

  const reload = (): void => {
    databases.clear();
    touched.clear();
    const counter = store.get(counterKey);
    nextId = counter ? counter.readUInt32BE(0) : 1;
    const prefix = Buffer.from([kind.collection]);
    for (const { key, value } of walk(store, { from: prefix, to: afterPrefix(prefix) }, false)) {
      add(readCollection(store, key.toString('utf8', 1), decode(value)));
    }
  };

  const add = (collection: Collection): void => {
    const names = databases.get(collection.db) ?? new Map<string, Collection>();
    databases.set(collection.db, names.set(collection.name, collection));
  };

  const forget = (collection: Collection): void => {
    store.remove(collectionKey(collection.ns));
    const names = databases.get(collection.db);
    names?.delete(collection.name);
    if (names?.size === 0) databases.delete(collection.db);
  };

  const takeId = (): number => {
    const id = nextId;
    nextId += 1;
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(nextId);
    store.put(counterKey, bytes);
    return id;
  };

  const save = (collection: Collection): void =>
    store.put(collectionKey(collection.ns), encode(entryOf(collection)));

  const create = (db: string, name: string, options: Doc): Collection => {
    checkName(db, name);
    const collection: Collection = {
      db,
      name,
      ns: `${db}.${name}`,
      id: takeId(),
      uuid: new UUID(randomUUID()),
      options,
      indexes: [],
      nextRecord: 1,
      count: 0,
      bytes: 0,
    };
    if (!('viewOn' in options)) {
      collection.indexes.push(readIndex(takeId(), { v: 2, key: { _id: 1 }, name: '_id_' }, [false], false));
    }
    save(collection);
    add(collection);
    return collection;
  };

  reload();
  return {
    find: (db, name) => databases.get(db)?.get(name),
    read: (db, name) => databases.get(db)?.get(name) ?? noCollection(db, name),
    ensure: (db, name) => databases.get(db)?.get(name) ?? create(db, name, {}),
    create,
    drop: (collection) => {
      forget(collection);
      store.remove(sizeKey(collection.id));
      touched.delete(collection);
    },
    rename: (collection, db, name) => {
      checkName(db, name);
      forget(collection);
      Object.assign(collection, { db, name, ns: `${db}.${name}` });
      save(collection);
      add(collection);
    },
    addIndex: (collection, spec) => {
      const index = readIndex(takeId(), spec, [], false);
      index.isMultikey = index.fields.map(() => false);
      index.isReady = false;
      collection.indexes.push(index);
      save(collection);
      return index;
    },
    dropIndex: (collection, index) => {
      collection.indexes = collection.indexes.filter((other) => other !== index);
      save(collection);
    },
    collections: (db) => [...(databases.get(db)?.values() ?? [])],
    databases: () => [...databases.keys()],
    isLive: (id) => {
      for (const names of databases.values()) {
        for (const collection of names.values()) {
          if (collection.id === id || collection.indexes.some((index) => index.id === id)) return true;
        }
      }
      return false;
    },
    count: (collection, documents, bytes) => {
      collection.count += documents;
      collection.bytes += bytes;
      touched.add(collection);
    },
    reshape: save,
    nextId: () => nextId,
    flushCounters: () => {
      for (const { id, count, bytes } of touched) {
        const size = Buffer.alloc(12);
        size.writeUIntBE(count, 0, 6);
        size.writeUIntBE(bytes, 6, 6);
        store.put(sizeKey(id), size);
      }
      touched.clear();
    },
    reload,
  };
};
