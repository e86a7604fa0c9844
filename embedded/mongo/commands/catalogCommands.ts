import { Long } from 'bson';
import type { Collection } from '../catalog.ts';
import { evaluator } from '../expressions.ts';
import { failure } from '../failure.ts';
import { parseFilter } from '../filter.ts';
import { compileMatcher } from '../matcher.ts';
import { isSet, plainNumber } from '../plain.ts';
import { type Handler, type Request, collectionName, docField } from '../request.ts';
import { type Doc, encode, fieldOf, isEqual } from '../values.ts';
import { cursorReply } from '../wire.ts';

const createOptions = ['capped', 'size', 'max', 'validator', 'validationLevel', 'validationAction'];

/** Creates a collection. */
export const create: Handler = (request) => {
  const { engine, db, body } = request;
  const name = collectionName(request);
  for (const option of [
    'viewOn',
    'pipeline',
    'timeseries',
    'collation',
    'clusteredIndex',
    'validator',
    'capped',
  ]) {
    if (body[option] !== undefined && body[option] !== false) {
      throw failure('NotImplemented', `create: the option '${option}' is not supported by this engine`);
    }
  }
  return engine.write(() => {
    const existing = engine.catalog.find(db, name);
    const options = Object.fromEntries(Object.entries(body).filter(([key]) => createOptions.includes(key)));
    if (existing) {
      if (isEqual(existing.options, options)) return { ok: 1 };
      throw failure('NamespaceExists', `namespace ${db}.${name} already exists, but with different options`);
    }
    engine.catalog.create(db, name, options);
    return { ok: 1 };
  });
};

/** Drops a collection; one that does not exist is no error (as since MongoDB 7). */
export const drop: Handler = (request) => {
  const name = collectionName(request);
  return request.engine.write(() => {
    const collection = request.engine.catalog.find(request.db, name);
    if (!collection) return { ok: 1 };
    request.engine.dropCollection(collection);
    return { nIndexesWas: collection.indexes.length, ns: collection.ns, ok: 1 };
  });
};

/** Drops a database with all of its collections. */
export const dropDatabase: Handler = ({ engine, db }) =>
  engine.write(() => {
    const collections = engine.catalog.collections(db);
    for (const collection of collections) engine.dropCollection(collection);
    return { ...(collections.length > 0 && { dropped: db }), ok: 1 };
  });

const listed = (request: Request, docs: Doc[], ns: string): Buffer => {
  const matches = compileMatcher(parseFilter(docField(request, 'filter')), evaluator);
  const cursor = docField(request, 'cursor');
  const size =
    fieldOf(cursor, 'batchSize') === undefined
      ? Number.POSITIVE_INFINITY
      : Number(String(cursor['batchSize']));
  const bytes = docs.filter((doc) => matches(doc)).map(encode);
  const batch = request.engine.cursors.open(ns, bytes.values(), size, false);
  return cursorReply('firstBatch', batch.id, ns, batch.documents);
};

const describe = ({ name, options, uuid }: Collection): Doc => ({
  name,
  type: 'collection',
  options,
  info: { readOnly: false, uuid },
  idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
});

/** Lists the collections of a database. */
export const listCollections: Handler = (request) => {
  const { engine, db, body } = request;
  const docs = engine.catalog
    .collections(db)
    .map((collection) =>
      isSet(body['nameOnly']) ? { name: collection.name, type: 'collection' } : describe(collection),
    );
  return listed(request, docs, `${db}.$cmd.listCollections`);
};

/** Lists the databases with what their documents take up. */
export const listDatabases: Handler = (request) => {
  const { engine, body } = request;
  const matches = compileMatcher(parseFilter(docField(request, 'filter')), evaluator);
  const databases = engine.catalog
    .databases()
    .toSorted()
    .map((name) => {
      const bytes = engine.catalog.collections(name).reduce((sum, collection) => sum + collection.bytes, 0);
      return { name, sizeOnDisk: Long.fromNumber(bytes + 4096), empty: false };
    })
    .filter((database) => matches(database));
  const total = databases.reduce((sum, { sizeOnDisk }) => sum + sizeOnDisk.toNumber(), 0);
  if (isSet(body['nameOnly'])) return { databases: databases.map(({ name }) => ({ name })), ok: 1 };
  return {
    databases,
    totalSize: Long.fromNumber(total),
    totalSizeMb: Long.fromNumber(Math.floor(total / 2 ** 20)),
    ok: 1,
  };
};

/** Renames a collection. */
export const renameCollection: Handler = ({ engine, body }) => {
  const { renameCollection: from, to } = body;
  if (typeof from !== 'string' || typeof to !== 'string')
    throw failure('TypeMismatch', 'renameCollection and to must be strings');
  const [source, target] = [from, to].map((ns) => ({
    db: ns.split('.')[0] ?? '',
    name: ns.split('.').slice(1).join('.'),
  }));
  if (!source || !target) throw failure('InvalidNamespace', 'Invalid namespace');
  return engine.write(() => {
    const collection = engine.catalog.find(source.db, source.name);
    if (!collection) throw failure('NamespaceNotFound', `Source collection ${from} does not exist`);
    engine.claimShape(collection);
    const existing = engine.catalog.find(target.db, target.name);
    if (existing && !isSet(body['dropTarget'])) throw failure('NamespaceExists', 'target namespace exists');
    if (existing) engine.dropCollection(existing);
    engine.catalog.rename(collection, target.db, target.name);
    return { ok: 1 };
  });
};

/** Changes when a TTL index lets its documents expire. */
export const collMod: Handler = (request) => {
  const { engine, db } = request;
  const name = collectionName(request);
  const change = docField(request, 'index');
  return engine.write(() => {
    const collection = engine.catalog.find(db, name);
    if (!collection) throw failure('NamespaceNotFound', 'ns does not exist');
    const index = collection.indexes.find(
      ({ name: known, spec }) => known === change['name'] || isEqual(spec['key'], change['keyPattern']),
    );
    if (!index) throw failure('IndexNotFound', 'cannot find the index to change');
    const seconds = plainNumber(change['expireAfterSeconds']);
    if (seconds === undefined) throw failure('InvalidOptions', 'no expireAfterSeconds field');
    const before = index.expireAfterSeconds;
    index.spec['expireAfterSeconds'] = change['expireAfterSeconds'];
    index.expireAfterSeconds = seconds;
    engine.catalog.reshape(collection);
    return {
      ...(before !== undefined && { expireAfterSeconds_old: before }),
      expireAfterSeconds_new: seconds,
      ok: 1,
    };
  });
};
