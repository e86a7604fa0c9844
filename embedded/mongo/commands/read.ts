import { Long } from 'bson';
import type { Collection } from '../catalog.ts';
import { type Prepared, type Row, countRows, docOf, hintName, prepare, run } from '../execute.ts';
import { failure } from '../failure.ts';
import { hasPath, pathValues } from '../pathValues.ts';
import { isSet, plainNumber } from '../plain.ts';
import { type Projection, compileProjection } from '../projection.ts';
import {
  type Handler,
  type Request,
  collectionName,
  countField,
  deadline,
  docField,
  firstNewIndex,
  reads,
} from '../request.ts';
import { parseSort } from '../sort.ts';
import { compareValues, encode, fieldOf, isDoc } from '../values.ts';
import { cursorReply } from '../wire.ts';

const defaultBatch = 101;

/** Parses and plans the query of a find, count or distinct. */
export const prepareFind = (request: Request, collection: Collection, filterField: string): Prepared => {
  const { body } = request;
  const limit = plainNumber(fieldOf(body, 'limit')) ?? 0;
  return prepare(collection, {
    filter: docField(request, filterField),
    sort: parseSort(body['sort']),
    skip: countField(request, 'skip') ?? 0,
    limit: Math.abs(limit),
    hint: hintName(collection, body['hint']),
    firstNewIndex: firstNewIndex(request),
    deadline: deadline(request),
    variables: docField(request, 'let'),
  });
};

/** Does the projection need to know which array element matched? */
const isPositional = (spec: unknown): boolean =>
  isDoc(spec) && Object.keys(spec).some((path) => path.endsWith('.$'));

function* projected(rows: Iterable<Row>, projection: Projection | undefined): Generator<Buffer> {
  for (const row of rows) yield projection ? encode(projection(docOf(row), row.at)) : row.bytes;
}

/** Finds documents. */
export const find: Handler = (request) => {
  const { engine, db, body, transaction } = request;
  const collection = engine.catalog.read(db, collectionName(request));
  const size = countField(request, 'batchSize') ?? defaultBatch;
  if (isSet(body['tailable']))
    throw failure('BadValue', 'error processing query: tailable cursor requested on non capped collection');
  const projection = compileProjection(body['projection'], false, docField(request, 'let'));
  const prepared = prepareFind(request, collection, 'filter');
  const rows = run(reads(request), collection, prepared, isPositional(body['projection']));
  const limit = plainNumber(body['limit']) ?? 0;
  const isSingle = isSet(body['singleBatch']) || limit < 0 || (limit > 0 && limit <= size);
  const documents = projected(rows, projection);
  const batch = engine.cursors.open(collection.ns, documents, size, isSingle, transaction);
  return cursorReply('firstBatch', batch.id, collection.ns, batch.documents);
};

/** Continues a cursor. */
export const getMore: Handler = ({ engine, db, body }) => {
  const id = body['getMore'];
  const name = body['collection'];
  if (!(id instanceof Long)) {
    throw failure('TypeMismatch', "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  }
  if (typeof name !== 'string') {
    throw failure('IDLFailedToParse', "BSON field 'getMore.collection' is missing but a required field");
  }
  const size = plainNumber(body['batchSize']) || Number.POSITIVE_INFINITY;
  if (size < 0)
    throw failure('BadValue', `BSON field 'batchSize' value must be >= 0, actual value '${size}'`);
  const batch = engine.cursors.next(id.toBigInt(), `${db}.${name}`, size);
  return cursorReply('nextBatch', batch.id, `${db}.${name}`, batch.documents);
};

/** Closes cursors. */
export const killCursors: Handler = ({ engine, body }) => {
  const ids = body['cursors'];
  if (!Array.isArray(ids)) {
    throw failure('IDLFailedToParse', "BSON field 'killCursors.cursors' is missing but a required field");
  }
  const longs = ids.filter((id) => id instanceof Long);
  if (longs.length < ids.length) {
    throw failure(
      'TypeMismatch',
      "BSON field 'killCursors.cursors.0' is the wrong type, expected type 'long'",
    );
  }
  const killed = longs.filter((id) => engine.cursors.kill(id.toBigInt()));
  const notFound = longs.filter((id) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

/** Counts documents. */
export const count: Handler = (request) => {
  const collection = request.engine.catalog.read(request.db, collectionName(request));
  return { n: countRows(reads(request), collection, prepareFind(request, collection, 'query')), ok: 1 };
};

const unique = (values: unknown[]): unknown[] => {
  const sorted = values.toSorted(compareValues);
  return sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1]) !== 0);
};

/** The different values at a path, arrays counting as their elements. */
export const distinct: Handler = (request) => {
  const { key } = request.body;
  if (typeof key !== 'string') {
    throw failure('TypeMismatch', "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  }
  const collection = request.engine.catalog.read(request.db, collectionName(request));
  const parts = key.split('.');
  const values: unknown[] = [];
  for (const row of run(reads(request), collection, prepareFind(request, collection, 'query'), false)) {
    const doc = docOf(row);
    if (!hasPath(doc, parts)) continue;
    for (const [value] of pathValues(doc, [parts], [])) if (value !== undefined) values.push(value);
  }
  return { values: unique(values), ok: 1 };
};
