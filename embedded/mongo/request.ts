import type { Documents } from './documents.ts';
import type { Engine } from './engine.ts';
import { failure } from './failure.ts';
import { plainNumber } from './plain.ts';
import type { Conversation } from './scram.ts';
import type { Reads } from './store.ts';
import type { Transaction } from './transaction.ts';
import { type Doc, fieldOf, isDoc, encode } from './values.ts';

/** One client's connection: whether it has shown the key, if the engine has one. */
export type Connection = { id: number; isTrusted: boolean; conversation: Conversation | undefined };

/** A command on its way through the engine. */
export type Request = {
  engine: Engine;
  name: string;
  db: string;
  body: Doc;
  sequences: Map<string, Buffer[]>;
  connection: Connection;
  /** The transaction that the command runs in. */
  transaction: Transaction | undefined;
};

/** What the command reads: the data as it is, or its transaction's view. */
export const reads = ({ engine, transaction }: Request): Reads => transaction?.store ?? engine.disk;

/** What the command changes documents with. */
export const documentsOf = ({ engine, transaction }: Request): Documents =>
  transaction?.documents ?? engine.documents;

/** Indexes from this number on did not exist when the command's transaction began. */
export const firstNewIndex = ({ transaction }: Request): number =>
  transaction?.firstNewId ?? Number.POSITIVE_INFINITY;

const encoded = (reply: Reply): Buffer => (Buffer.isBuffer(reply) ? reply : encode(reply));

/**
 * Runs the job of a write command: in its transaction; or with the next commit, and if the client repeats the command
 * (retryable writes) only the first time.
 */
export const write = async (request: Request, job: () => Reply): Promise<Reply> => {
  const { engine, transaction, body } = request;
  if (transaction) return job();
  return engine.write(() => engine.sessions.once(body, () => encoded(job())));
};

/** The answer: a document, or one that is encoded already. */
export type Reply = Doc | Buffer;

/** What carries out a command. */
export type Handler = (request: Request) => Reply | Promise<Reply>;

/** A field of the command that has to be a document; an empty one if it is left out. */
export const docField = ({ body, name }: Request, field: string): Doc => {
  const value = fieldOf(body, field);
  if (value === undefined || value === null) return {};
  if (!isDoc(value))
    throw failure('TypeMismatch', `BSON field '${name}.${field}' is the wrong type, expected type 'object'`);
  return value;
};

/** A field of the command that has to be a whole number of at least zero; undefined if it is left out. */
export const countField = ({ body, name }: Request, field: string): number | undefined => {
  const value = fieldOf(body, field);
  if (value === undefined || value === null) return undefined;
  const number = plainNumber(value);
  if (number === undefined) {
    throw failure(
      'TypeMismatch',
      `BSON field '${name}.${field}' is the wrong type, expected types '[long, int, decimal, double]'`,
    );
  }
  if (number < 0) {
    throw failure('BadValue', `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  }
  return Math.trunc(number);
};

/** The collection that the command names in its first field. */
export const collectionName = ({ body, name, db }: Request): string => {
  const value = Object.values(body)[0];
  if (typeof value !== 'string') {
    throw failure('BadValue', `collection name has invalid type: the command ${name} needs a string`);
  }
  if (value === '') throw failure('InvalidNamespace', `Invalid namespace specified '${db}.'`);
  return value;
};

/** The documents of a list that drivers send beside the command or in it. */
export const documentList = ({ body, sequences, name }: Request, field: string): Buffer[] => {
  const beside = sequences.get(field);
  if (beside) return beside;
  const inside = fieldOf(body, field);
  if (inside === undefined) {
    throw failure('IDLFailedToParse', `BSON field '${name}.${field}' is missing but a required field`);
  }
  if (!Array.isArray(inside)) {
    throw failure('TypeMismatch', `BSON field '${name}.${field}' is the wrong type, expected type 'array'`);
  }
  return inside.map((doc: unknown) => {
    if (!isDoc(doc))
      throw failure(
        'TypeMismatch',
        `BSON field '${name}.${field}.0' is the wrong type, expected type 'object'`,
      );
    return encode(doc);
  });
};

/** When the command's maxTimeMS is over, by the clock; undefined if it has none. */
export const deadline = (request: Request): number | undefined => {
  const time = countField(request, 'maxTimeMS');
  return time ? Date.now() + time : undefined;
};
