import { ObjectId } from 'bson';
import type { Collection } from '../catalog.ts';
import { codes, Failure, failure } from '../failure.ts';
import { type Handler, type Request, collectionName, documentList, documentsOf, write } from '../request.ts';
import { Blocked } from '../transaction.ts';
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
  if (!('_id' in doc)) {
    const withId = { _id: new ObjectId(), ...doc };
    return { doc: withId, bytes: encodeStored(withId) };
  }
  const dollar = isDoc(id)
    ? Object.keys(id).find((name) => name.startsWith('$') && !dbRef.has(name))
    : undefined;
  if (dollar !== undefined) {
    throw failure(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`,
    );
  }
  const isFirst = bytes.length > 9 && bytes.toString('latin1', 5, 9) === '_id\0';
  const isPlain = !Array.isArray(id) && id !== undefined && !(id instanceof RegExp);
  return isFirst && isPlain ? { doc, bytes } : { doc, bytes: encodeStored(doc) };
};

const dbRef = new Set(['$ref', '$id', '$db']);

/** How far the statements of a write command have come; kept while it waits for a transaction in its way. */
export type Progress = { next: number; errors: Doc[] };

/** Nothing done yet. */
export const atStart = (): Progress => ({ next: 0, errors: [] });

const writeError = (index: number, error: unknown): Doc => {
  if (!(error instanceof Failure) || error.code === codes.WriteConflict) throw error;
  return { index, code: error.code, ...error.extra, errmsg: error.message };
};

/** Runs statements in order, from where the last attempt stopped; an ordered command ends at the first that fails. */
export const runStatements = <Statement>(
  statements: Statement[],
  isOrdered: boolean,
  progress: Progress,
  run: (statement: Statement, index: number) => void,
): void => {
  for (; progress.next < statements.length; progress.next += 1) {
    const index = progress.next;
    const statement = statements[index];
    if (statement === undefined) return;
    try {
      run(statement, index);
    } catch (error) {
      if (error instanceof Blocked) throw error;
      progress.errors.push(writeError(index, error));
      if (isOrdered) return;
    }
  }
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

/** The collection that a write goes to, made if it does not exist. */
export const target = ({ engine, db }: Request, name: string): Collection => engine.catalog.ensure(db, name);

/** Inserts documents. */
export const insert: Handler = (request) => {
  const name = collectionName(request);
  const documents = documentList(request, 'documents');
  checkBatch(documents.length);
  const progress = atStart();
  let n = 0;
  return write(request, () => {
    const collection = target(request, name);
    runStatements(documents, request.body['ordered'] !== false, progress, (raw) => {
      const { doc, bytes } = readDocument(raw);
      documentsOf(request).insert(collection, doc, bytes);
      n += 1;
    });
    const { errors } = progress;
    return { n, ...(errors.length > 0 && { writeErrors: errors }), ok: 1 };
  });
};
