import type { Collection } from '../catalog.ts';
import { type Query, type Row, docOf, hintName, prepare, run } from '../execute.ts';
import { evaluator } from '../expressions.ts';
import { failure } from '../failure.ts';
import { isSet, plainNumber } from '../plain.ts';
import { compileProjection } from '../projection.ts';
import { type Handler, type Request, collectionName, docField, documentList } from '../request.ts';
import { parseSort } from '../sort.ts';
import { type Update, compileUpdate, encodeStored } from '../update.ts';
import { updatePipeline } from '../pipeline.ts';
import { buildUpsert } from '../upsert.ts';
import { type Doc, copyValue, decode, encode, fieldOf, isDoc } from '../values.ts';
import { withRaw } from '../wire.ts';
import { checkBatch, runStatements, target } from './insert.ts';

const queryOf = (collection: Collection, statement: Doc, filter: unknown, limit: number): Query => {
  if (!isDoc(filter))
    throw failure('TypeMismatch', "BSON field 'q' is the wrong type, expected type 'object'");
  return {
    filter,
    sort: parseSort(statement['sort']),
    skip: 0,
    limit,
    hint: hintName(collection, statement['hint']),
  };
};

const compile = (update: unknown, statement: Doc): Update => {
  const filters = statement['arrayFilters'];
  return compileUpdate(update, Array.isArray(filters) ? filters : [], evaluator, (stages) =>
    updatePipeline(stages, statement['let']),
  );
};

/** Replaces one document by its updated form; says whether anything changed. */
const applyTo = (
  { engine }: Request,
  collection: Collection,
  row: Row,
  update: Update,
): { after: Doc; bytes: Buffer; isChanged: boolean } => {
  const before = docOf(row);
  const copy = copyValue(before);
  const after = update.apply(isDoc(copy) ? copy : {}, row.at, false);
  const bytes = encodeStored(after);
  const isChanged = !bytes.equals(row.bytes);
  if (isChanged)
    engine.documents.replace(collection, row.record, before, row.bytes.length, decode(bytes), bytes);
  return { after, bytes, isChanged };
};

const insertUpsert = (
  { engine }: Request,
  collection: Collection,
  filter: Doc,
  update: Update,
): { id: unknown; bytes: Buffer } => {
  const bytes = encodeStored(buildUpsert(filter, update));
  const doc = decode(bytes);
  engine.documents.insert(collection, doc, bytes);
  return { id: doc['_id'], bytes };
};

type UpdateCounts = { n: number; nModified: number; upserted: Doc[] };

const updateOne = (
  request: Request,
  collection: Collection,
  statement: Doc,
  index: number,
  counts: UpdateCounts,
): void => {
  const isMulti = isSet(statement['multi']);
  const update = compile(statement['u'], { ...statement, let: request.body['let'] });
  if (isMulti && update.kind === 'replacement')
    throw failure('FailedToParse', 'multi update is not supported for replacement-style update');
  const query = queryOf(collection, statement, statement['q'], isMulti ? 0 : 1);
  // All rows first: an updated document may move ahead in the index that is being read.
  const rows = [
    ...run(request.engine.disk, collection, prepare(collection, query), update.kind === 'operators'),
  ];
  for (const row of rows) {
    const { isChanged } = applyTo(request, collection, row, update);
    counts.n += 1;
    if (isChanged) counts.nModified += 1;
  }
  if (rows.length === 0 && isSet(statement['upsert'])) {
    const { id } = insertUpsert(request, collection, query.filter, update);
    counts.n += 1;
    counts.upserted.push({ index, _id: id });
  }
};

/** Updates documents. */
export const update: Handler = (request) => {
  const name = collectionName(request);
  const statements = documentList(request, 'updates').map(decode);
  checkBatch(statements.length);
  return request.engine.write(() => {
    const counts: UpdateCounts = { n: 0, nModified: 0, upserted: [] };
    const wantsInsert = statements.some((statement) => isSet(statement['upsert']));
    const collection = wantsInsert ? target(request, name) : existing(request, name);
    const errors = runStatements(statements, request.body['ordered'] !== false, (statement, index) =>
      updateOne(request, collection, statement, index, counts),
    );
    const { n, nModified, upserted } = counts;
    return {
      n,
      nModified,
      ...(upserted.length > 0 && { upserted }),
      ...(errors.length > 0 && { writeErrors: errors }),
      ok: 1,
    };
  });
};

const existing = (request: Request, name: string): Collection =>
  request.engine.catalog.find(request.db, name)
    ? target(request, name)
    : request.engine.catalog.read(request.db, name);

const removeRow = ({ engine }: Request, collection: Collection, row: Row): void =>
  engine.documents.remove(collection, row.record, docOf(row), row.bytes.length);

/** Deletes documents. */
export const remove: Handler = (request) => {
  const name = collectionName(request);
  const statements = documentList(request, 'deletes').map(decode);
  checkBatch(statements.length);
  return request.engine.write(() => {
    let n = 0;
    const collection = existing(request, name);
    const errors = runStatements(statements, request.body['ordered'] !== false, (statement) => {
      const limit = plainNumber(statement['limit']);
      if (limit !== 0 && limit !== 1) {
        throw failure(
          'FailedToParse',
          `The limit field in delete objects must be 0 or 1. Got ${String(statement['limit'])}`,
        );
      }
      const query = queryOf(collection, statement, statement['q'], limit);
      for (const row of [...run(request.engine.disk, collection, prepare(collection, query), false)]) {
        removeRow(request, collection, row);
        n += 1;
      }
    });
    return { n, ...(errors.length > 0 && { writeErrors: errors }), ok: 1 };
  });
};

/** Finds one document and updates, replaces or deletes it. */
export const findAndModify: Handler = (request) => {
  const name = collectionName(request);
  const { body, engine } = request;
  const isRemove = isSet(body['remove']);
  if (isRemove && body['update'] !== undefined)
    throw failure('FailedToParse', "Cannot specify both an 'update' and 'remove'=true");
  if (!isRemove && body['update'] === undefined)
    throw failure('FailedToParse', "Either an 'update' or 'remove'=true must be specified");
  if (isRemove && isSet(body['upsert']))
    throw failure('FailedToParse', "Cannot specify both 'upsert'=true and 'remove'=true");
  if (isRemove && isSet(body['new']))
    throw failure(
      'FailedToParse',
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    );
  const filter = docField(request, 'query');
  return engine.write(() => {
    const collection = isSet(body['upsert']) ? target(request, name) : existing(request, name);
    const query = queryOf(collection, body, filter, 1);
    const [row] = [...run(engine.disk, collection, prepare(collection, query), !isRemove)];
    if (isRemove) return removeFound(request, collection, row);
    return updateFound(request, collection, row, filter);
  });
};

const answer = (
  request: Request,
  row: Row | undefined,
  bytes: Buffer | undefined,
  lastErrorObject: Doc,
): Buffer => {
  const projection = compileProjection(fieldOf(request.body, 'fields'));
  const raw = encode(lastErrorObject);
  if (!bytes) return withRaw({ lastErrorObject: raw }, { value: null, ok: 1 });
  const value = projection ? encode(projection(decode(bytes), row?.at)) : bytes;
  return withRaw({ lastErrorObject: raw, value }, { ok: 1 });
};

const removeFound = (request: Request, collection: Collection, row: Row | undefined): Buffer => {
  if (row) removeRow(request, collection, row);
  return answer(request, row, row?.bytes, { n: row ? 1 : 0 });
};

const updateFound = (request: Request, collection: Collection, row: Row | undefined, filter: Doc): Buffer => {
  const { body } = request;
  const wantsNew = isSet(body['new']);
  const compiled = compile(body['update'], body);
  if (row) {
    const { bytes } = applyTo(request, collection, row, compiled);
    return answer(request, row, wantsNew ? bytes : row.bytes, { n: 1, updatedExisting: true });
  }
  if (!isSet(body['upsert'])) return answer(request, row, undefined, { n: 0, updatedExisting: false });
  const { id, bytes } = insertUpsert(request, collection, filter, compiled);
  return answer(request, row, wantsNew ? bytes : undefined, { n: 1, updatedExisting: false, upserted: id });
};
