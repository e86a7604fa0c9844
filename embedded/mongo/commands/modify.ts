import type { Collection } from '../catalog.ts';
import { type Query, type Row, docOf, hintName, prepare, run } from '../execute.ts';
import { compileExpression } from '../expressions.ts';
import { failure } from '../failure.ts';
import { updatePipeline } from '../pipeline.ts';
import { isSet, plainNumber } from '../plain.ts';
import { compileProjection } from '../projection.ts';
import {
  type Handler,
  type Request,
  collectionName,
  deadline,
  docField,
  documentList,
  documentsOf,
  firstNewIndex,
  reads,
  write,
} from '../request.ts';
import { parseSort } from '../sort.ts';
import { Blocked } from '../transaction.ts';
import { type Update, compileUpdate, encodeStored } from '../update.ts';
import { buildUpsert } from '../upsert.ts';
import { type Doc, copyValue, decode, encode, fieldOf, isDoc } from '../values.ts';
import { withRaw } from '../wire.ts';
import { checkFields, deleteFields, updateFields } from './fields.ts';
import { atStart, checkBatch, runStatements, target } from './insert.ts';

const variablesOf = (request: Request): Doc => docField(request, 'let');

const queryOf = (
  request: Request,
  collection: Collection,
  statement: Doc,
  filter: unknown,
  limit: number,
): Query => {
  if (!isDoc(filter))
    throw failure('TypeMismatch', "BSON field 'q' is the wrong type, expected type 'object'");
  return {
    filter,
    sort: parseSort(statement['sort']),
    skip: 0,
    limit,
    hint: hintName(collection, statement['hint']),
    firstNewIndex: firstNewIndex(request),
    deadline: deadline(request),
    variables: variablesOf(request),
  };
};

const compile = (request: Request, update: unknown, arrayFilters: unknown): Update => {
  if (arrayFilters !== undefined && !Array.isArray(arrayFilters)) {
    throw failure('TypeMismatch', "BSON field 'arrayFilters' is the wrong type, expected type 'array'");
  }
  const variables = variablesOf(request);
  return compileUpdate(
    update,
    arrayFilters ?? [],
    (expression) => compileExpression(expression, variables),
    (stages) => updatePipeline(stages, variables),
  );
};

/** The rows that a write goes to: all of them first, an updated one may move ahead in the index being read. */
const rowsOf = (request: Request, collection: Collection, query: Query, wantsPosition: boolean): Row[] => {
  const rows = [...run(reads(request), collection, prepare(collection, query), wantsPosition)];
  documentsOf(request).claim(
    collection,
    rows.map(({ record }) => record),
  );
  return rows;
};

/** A change after the first of a statement cannot wait for a transaction: the first would be made twice. */
const withoutWaiting = <Result>(isFirst: boolean, change: () => Result): Result => {
  try {
    return change();
  } catch (error) {
    if (error instanceof Blocked && !isFirst)
      throw failure('WriteConflict', 'a transaction holds a unique key of this update');
    throw error;
  }
};

const applyTo = (
  request: Request,
  collection: Collection,
  row: Row,
  update: Update,
): { bytes: Buffer; isChanged: boolean } => {
  const before = docOf(row);
  const copy = copyValue(before);
  const after = update.apply(isDoc(copy) ? copy : {}, row.at, false);
  const bytes = encodeStored(after);
  const isChanged = !bytes.equals(row.bytes);
  if (isChanged) {
    documentsOf(request).replace(collection, row.record, before, row.bytes.length, after, bytes);
  }
  return { bytes, isChanged };
};

const insertUpsert = (
  request: Request,
  collection: Collection,
  filter: Doc,
  update: Update,
): { id: unknown; bytes: Buffer } => {
  const bytes = encodeStored(buildUpsert(filter, update));
  const doc = decode(bytes);
  documentsOf(request).insert(collection, doc, bytes);
  return { id: doc['_id'], bytes };
};

type UpdateCounts = { n: number; nModified: number; upserted: Doc[] };

const runUpdate = (
  request: Request,
  collection: Collection,
  statement: Doc,
  index: number,
  counts: UpdateCounts,
): void => {
  checkFields('update.updates', statement, updateFields);
  const isMulti = isSet(statement['multi']);
  const update = compile(request, statement['u'], statement['arrayFilters']);
  if (isMulti && update.kind === 'replacement') {
    throw failure('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const query = queryOf(request, collection, statement, statement['q'], isMulti ? 0 : 1);
  const rows = rowsOf(request, collection, query, update.kind === 'operators');
  rows.forEach((row, i) => {
    const { isChanged } = withoutWaiting(i === 0, () => applyTo(request, collection, row, update));
    counts.n += 1;
    if (isChanged) counts.nModified += 1;
  });
  if (rows.length === 0 && isSet(statement['upsert'])) {
    const { id } = insertUpsert(request, collection, query.filter, update);
    counts.n += 1;
    counts.upserted.push({ index, _id: id });
  }
};

/** The collection if it exists, else an empty one that stands for it. */
const existing = ({ engine, db }: Request, name: string): Collection => engine.catalog.read(db, name);

/** Updates documents. */
export const update: Handler = (request) => {
  const name = collectionName(request);
  const statements = documentList(request, 'updates').map(decode);
  checkBatch(statements.length);
  const wantsInsert = statements.some((statement) => isSet(statement['upsert']));
  const counts: UpdateCounts = { n: 0, nModified: 0, upserted: [] };
  const progress = atStart();
  return write(request, () => {
    const collection = wantsInsert ? target(request, name) : existing(request, name);
    runStatements(statements, request.body['ordered'] !== false, progress, (statement, index) =>
      runUpdate(request, collection, statement, index, counts),
    );
    const { n, nModified, upserted } = counts;
    return {
      n,
      nModified,
      ...(upserted.length > 0 && { upserted }),
      ...(progress.errors.length > 0 && { writeErrors: progress.errors }),
      ok: 1,
    };
  });
};

const removeRow = (request: Request, collection: Collection, row: Row): void =>
  documentsOf(request).remove(collection, row.record, docOf(row), row.bytes.length);

/** Deletes documents. */
export const remove: Handler = (request) => {
  const name = collectionName(request);
  const statements = documentList(request, 'deletes').map(decode);
  checkBatch(statements.length);
  const progress = atStart();
  let n = 0;
  return write(request, () => {
    const collection = existing(request, name);
    runStatements(statements, request.body['ordered'] !== false, progress, (statement) => {
      checkFields('delete.deletes', statement, deleteFields);
      const limit = plainNumber(statement['limit']);
      if (limit !== 0 && limit !== 1) {
        throw failure(
          'FailedToParse',
          `The limit field in delete objects must be 0 or 1. Got ${String(statement['limit'])}`,
        );
      }
      const query = queryOf(request, collection, statement, statement['q'], limit);
      for (const row of rowsOf(request, collection, query, false)) {
        removeRow(request, collection, row);
        n += 1;
      }
    });
    return { n, ...(progress.errors.length > 0 && { writeErrors: progress.errors }), ok: 1 };
  });
};

const checkFindAndModify = (body: Doc): void => {
  const isRemove = isSet(body['remove']);
  const hasUpdate = body['update'] !== undefined;
  if (isRemove && hasUpdate)
    throw failure('FailedToParse', "Cannot specify both an 'update' and 'remove'=true");
  if (!isRemove && !hasUpdate)
    throw failure('FailedToParse', "Either an 'update' or 'remove'=true must be specified");
  if (isRemove && isSet(body['upsert']))
    throw failure('FailedToParse', "Cannot specify both 'upsert'=true and 'remove'=true");
  if (isRemove && isSet(body['new'])) {
    throw failure(
      'FailedToParse',
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    );
  }
};

/** Finds one document and updates, replaces or deletes it. */
export const findAndModify: Handler = (request) => {
  const name = collectionName(request);
  const { body } = request;
  checkFindAndModify(body);
  const isRemove = isSet(body['remove']);
  const filter = docField(request, 'query');
  return write(request, () => {
    const collection = isSet(body['upsert']) ? target(request, name) : existing(request, name);
    const query = queryOf(request, collection, body, filter, 1);
    const [row] = rowsOf(request, collection, query, true);
    return isRemove ? removeFound(request, collection, row) : updateFound(request, collection, row, filter);
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
  const compiled = compile(request, body['update'], body['arrayFilters']);
  if (row) {
    const { bytes } = applyTo(request, collection, row, compiled);
    return answer(request, row, wantsNew ? bytes : row.bytes, { n: 1, updatedExisting: true });
  }
  if (!isSet(body['upsert'])) return answer(request, row, undefined, { n: 0, updatedExisting: false });
  const { id, bytes } = insertUpsert(request, collection, filter, compiled);
  return answer(request, row, wantsNew ? bytes : undefined, { n: 1, updatedExisting: false, upserted: id });
};
