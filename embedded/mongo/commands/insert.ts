import { ObjectId } from 'bson';
import type { Collection } from '../catalog.ts';
import { Failure, failure } from '../failure.ts';
import { type Handler, type Request, collectionName, documentList } from '../request.ts';
import { encodeStored } from '../update.ts';
import { type Doc, decode, isDoc } from '../values.ts';
import { limits } from '../wire.ts';

/** A document to insert, checked, with its _id in front. */
const readDocument = (bytes: Buffer): { doc: Doc; bytes: Buffer } => {
  if (bytes.length > limits.documentBytes) {
    throw failure(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${limits.documentBytes}`,
    );
  }
  const doc = decode(bytes);
  const id = doc['_id'];
  if (id === undefined) {
    const withId = { _id: new ObjectId(), ...doc };
    return { doc: withId, bytes: encodeStored(withId) };
  }
  if (
    isDoc(id) &&
    Object.keys(id).some((name) => name.startsWith('$') && !['$ref', '$id', '$db'].includes(name))
  ) {
    throw failure(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${Object.keys(id)[0]} is not valid for storage.`,
    );
  }
  const isFirst = bytes.length > 9 && bytes.toString('latin1', 5, 9) === '_id\0';
  return isFirst && !Array.isArray(id) && id !== undefined
    ? { doc, bytes }
    : { doc, bytes: encodeStored(doc) };
};

/** What a write command answers about a statement that failed. */
export const writeError = (index: number, error: unknown): Doc => {
  if (!(error instanceof Failure)) throw error;
  return { index, code: error.code, ...error.extra, errmsg: error.message };
};

/** Runs statements in order; an ordered command stops at the first that fails. */
export const runStatements = <Statement>(
  statements: Statement[],
  isOrdered: boolean,
  run: (statement: Statement, index: number) => void,
): Doc[] => {
  const errors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      errors.push(writeError(index, error));
      if (isOrdered) break;
    }
  }
  return errors;
};

/** Checks the number of statements of a write command. */
export const checkBatch = (count: number): void => {
  if (count === 0 || count > limits.batchDocuments) {
    throw failure(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${limits.batchDocuments}. Got ${count} operations.`,
    );
  }
};

/** Inserts documents. */
export const insert: Handler = (request) => {
  const name = collectionName(request);
  const documents = documentList(request, 'documents');
  checkBatch(documents.length);
  return request.engine.write(() => insertAll(request, target(request, name), documents));
};

/** The collection that a write goes to, made if it does not exist. Throws for a view. */
export const target = ({ engine, db }: Request, name: string): Collection => {
  const collection = engine.catalog.ensure(db, name);
  if ('viewOn' in collection.options) {
    throw failure('CommandNotSupportedOnView', `Namespace ${collection.ns} is a view, not a collection`);
  }
  return collection;
};

const insertAll = ({ engine, body }: Request, collection: Collection, documents: Buffer[]): Doc => {
  let n = 0;
  const errors = runStatements(documents, body['ordered'] !== false, (raw) => {
    const { doc, bytes } = readDocument(raw);
    engine.documents.insert(collection, doc, bytes);
    n += 1;
  });
  return { n, ...(errors.length > 0 && { writeErrors: errors }), ok: 1 };
};
