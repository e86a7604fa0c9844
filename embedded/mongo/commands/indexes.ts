import type { Collection, Index } from '../catalog.ts';
import { type CodeName, failure } from '../failure.ts';
import { parseFilter } from '../filter.ts';
import { isSet, plainNumber } from '../plain.ts';
import { type Handler, type Request, collectionName, docField } from '../request.ts';
import { type Doc, encode, fieldOf, isDoc, isEqual } from '../values.ts';
import { cursorReply } from '../wire.ts';
import { target } from './insert.ts';

const knownOptions = new Set([
  'v',
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'hidden',
  'ns',
]);

const bad = (code: CodeName, message: string) => failure(code, message);

const checkKey = (key: unknown): Doc => {
  if (!isDoc(key)) throw bad('TypeMismatch', "The field 'key' must be an object");
  if (Object.keys(key).length === 0) throw bad('CannotCreateIndex', 'Index keys cannot be empty.');
  if (Object.keys(key).length > 32) throw bad('CannotCreateIndex', 'Index key pattern too large');
  for (const [path, direction] of Object.entries(key)) {
    if (path === '' || path.split('.').includes(''))
      throw bad('CannotCreateIndex', 'Index keys cannot be an empty field.');
    if (path.startsWith('$') || path.includes('$**'))
      throw bad('NotImplemented', `index on '${path}' is not supported by this engine`);
    const number = plainNumber(direction);
    if (direction === 'hashed') continue;
    if (typeof direction === 'string')
      throw bad('NotImplemented', `index type '${direction}' is not supported by this engine`);
    if (number === undefined || number === 0)
      throw bad(
        'CannotCreateIndex',
        `Values in v:2 index key pattern cannot be of this kind. Index key pattern: ${path}`,
      );
  }
  return key;
};

const plainPartial = ['eq', 'gt', 'gte', 'lt', 'lte', 'exists', 'in', 'type'];

const checkPartial = (filter: unknown): void => {
  if (filter === undefined) return;
  if (!isDoc(filter)) throw bad('TypeMismatch', "The field 'partialFilterExpression' must be an object");
  const check = (part: ReturnType<typeof parseFilter>): void => {
    if (part.kind === 'and' || part.kind === 'or') part.parts.forEach(check);
    else if (
      part.kind !== 'field' ||
      !plainPartial.includes(part.test.op) ||
      (part.test.op === 'exists' && !part.test.wanted)
    ) {
      throw bad('CannotCreateIndex', 'unsupported expression in partial index');
    }
  };
  check(parseFilter(filter));
};

const readSpec = (given: unknown): Doc => {
  if (!isDoc(given)) throw bad('TypeMismatch', "The elements of the 'indexes' array must be objects");
  if ('collation' in given && !isEqual(given['collation'], { locale: 'simple' })) {
    throw bad('NotImplemented', 'collation is not supported by this engine');
  }
  const unknown = Object.keys(given).find((name) => !knownOptions.has(name) && name !== 'collation');
  if (unknown !== undefined) {
    throw bad(
      'InvalidIndexSpecificationOption',
      `The field '${unknown}' is not valid for an index specification. Specification: ${JSON.stringify(given)}`,
    );
  }
  const key = checkKey(given['key']);
  const name = given['name'];
  if (typeof name !== 'string' || name === '')
    throw bad('FailedToParse', "The 'name' field is a required property of an index specification");
  checkPartial(given['partialFilterExpression']);
  const seconds = given['expireAfterSeconds'];
  if (seconds !== undefined && (plainNumber(seconds) === undefined || (plainNumber(seconds) ?? 0) < 0)) {
    throw bad(
      'CannotCreateIndex',
      "TTL index 'expireAfterSeconds' option must be within an acceptable range",
    );
  }
  if (seconds !== undefined && Object.keys(key).length > 1) {
    throw bad(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL.',
    );
  }
  if (isSet(given['unique']) && Object.values(key).includes('hashed')) {
    throw bad('CannotCreateIndex', 'Currently hashed indexes cannot guarantee uniqueness.');
  }
  const { v: _v, ns: _ns, background: _background, collation: _collation, ...rest } = given;
  return { v: 2, ...rest };
};

const jsonOf = (spec: Doc): string => JSON.stringify(spec);

/** What makes an index another one: key, uniqueness, sparseness and filter; the rest are its options. */
const isSameIndex = (a: Doc, b: Doc): boolean =>
  isSameKey(a['key'], b['key']) &&
  isSet(a['unique']) === isSet(b['unique']) &&
  isSet(a['sparse']) === isSet(b['sparse']) &&
  isEqual(a['partialFilterExpression'] ?? null, b['partialFilterExpression'] ?? null);

/** The same index that exists already, if so; throws if one exists that differs in name or options. */
const existing = (collection: Collection, spec: Doc): Index | undefined => {
  for (const index of collection.indexes) {
    const isId = index.name === '_id_' && isSameKey(index.spec['key'], spec['key']);
    if (isId) return index;
    const isSame = isSameIndex(index.spec, spec);
    if (index.name === spec['name'] && !isSame) {
      throw bad(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index. Requested index: ${jsonOf(spec)}, existing index: ${jsonOf(index.spec)}`,
      );
    }
    if (!isSame) continue;
    if (index.name !== spec['name']) {
      throw bad('IndexOptionsConflict', `Index already exists with a different name: ${index.name}`);
    }
    if (isEqual(index.spec['expireAfterSeconds'] ?? null, spec['expireAfterSeconds'] ?? null)) return index;
    throw bad(
      'IndexOptionsConflict',
      `An equivalent index already exists with the same name but different options. Requested index: ${jsonOf(spec)}, existing index: ${jsonOf(index.spec)}`,
    );
  }
  return undefined;
};

const isSameKey = (a: unknown, b: unknown): boolean =>
  isDoc(a) && isDoc(b) && isEqual(Object.entries(a).flat(), Object.entries(b).flat());

/** Creates indexes; the documents that exist are entered at once. */
export const createIndexes: Handler = async (request) => {
  const { engine, body, db } = request;
  const name = collectionName(request);
  const given = body['indexes'];
  if (!Array.isArray(given))
    throw bad('IDLFailedToParse', "BSON field 'createIndexes.indexes' is missing but a required field");
  if (given.length === 0) throw bad('BadValue', 'Must specify at least one index to create');
  const specs = given.map(readSpec);
  let made: Index[] = [];
  const reply = await engine.write(() => {
    made = [];
    const isNew = engine.catalog.find(db, name) === undefined;
    const collection = target(request, name);
    if (specs.some((spec) => !existing(collection, spec))) engine.claimShape(collection);
    const before = collection.indexes.length;
    try {
      for (const spec of specs) {
        if (existing(collection, spec)) continue;
        const index = engine.catalog.addIndex(collection, spec);
        made.push(index);
        engine.documents.build(collection, index);
      }
    } catch (error) {
      for (const index of made) dropIndex(request, collection, index);
      throw error;
    }
    return {
      numIndexesBefore: before,
      numIndexesAfter: collection.indexes.length,
      createdCollectionAutomatically: isNew,
      ...(made.length === 0 && { note: 'all indexes already exist' }),
      ok: 1,
    };
  });
  for (const index of made) index.isReady = true;
  return reply;
};

const dropIndex = ({ engine }: Request, collection: Collection, index: Index): void => {
  engine.catalog.dropIndex(collection, index);
  engine.discard([index.id]);
};

const found = ({ engine, db }: Request, name: string): Collection => {
  const collection = engine.catalog.find(db, name);
  if (!collection) throw bad('NamespaceNotFound', `ns does not exist: ${db}.${name}`);
  return collection;
};

/** Lists the indexes of a collection. */
export const listIndexes: Handler = (request) => {
  const collection = found(request, collectionName(request));
  const size = plainNumber(fieldOf(docField(request, 'cursor'), 'batchSize')) ?? Number.POSITIVE_INFINITY;
  const batch = request.engine.cursors.open(
    collection.ns,
    collection.indexes.map(({ spec }) => encode(spec)).values(),
    size,
    false,
  );
  return cursorReply('firstBatch', batch.id, collection.ns, batch.documents);
};

const chosen = (collection: Collection, wanted: unknown): Index[] => {
  if (wanted === '*') return collection.indexes.filter(({ name }) => name !== '_id_');
  if (Array.isArray(wanted)) return wanted.flatMap((one) => chosen(collection, one));
  const index = collection.indexes.find(({ name, spec }) =>
    isDoc(wanted) ? isSameKey(spec['key'], wanted) : name === wanted,
  );
  if (!index) {
    throw bad(
      'IndexNotFound',
      isDoc(wanted)
        ? `can't find index with key: ${JSON.stringify(wanted)}`
        : `index not found with name [${String(wanted)}]`,
    );
  }
  if (index.name === '_id_') throw bad('InvalidOptions', 'cannot drop _id index');
  return [index];
};

/** Drops indexes by name, by key, or all but the one on _id. */
export const dropIndexes: Handler = (request) => {
  const name = collectionName(request);
  return request.engine.write(() => {
    const collection = found(request, name);
    request.engine.claimShape(collection);
    const nIndexesWas = collection.indexes.length;
    for (const index of chosen(collection, request.body['index'])) dropIndex(request, collection, index);
    return { nIndexesWas, ok: 1 };
  });
};
