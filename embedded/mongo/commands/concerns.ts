import { failure } from '../failure.ts';
import { plainNumber } from '../plain.ts';
import { type Doc, isDoc } from '../values.ts';

const levels = new Set<unknown>(['local', 'available', 'majority', 'linearizable', 'snapshot']);

const readFields = new Set(['level', 'afterClusterTime', 'atClusterTime', 'provenance']);
const writeFields = new Set(['w', 'j', 'fsync', 'wtimeout', 'provenance']);

const checkNames = (within: string, concern: unknown, known: Set<string>): Doc => {
  if (concern === undefined) return {};
  if (!isDoc(concern)) {
    throw failure('TypeMismatch', `BSON field '${within}' is the wrong type, expected type 'object'`);
  }
  const unknown = Object.keys(concern).find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw failure('IDLUnknownField', `BSON field '${within}.${unknown}' is an unknown field.`);
  }
  return concern;
};

const checkRead = ({ level }: Doc, isInTransaction: boolean): void => {
  if (level === undefined) return;
  if (typeof level !== 'string') {
    throw failure('TypeMismatch', "BSON field 'readConcern.level' is the wrong type, expected type 'string'");
  }
  if (!levels.has(level)) {
    throw failure(
      'BadValue',
      `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`,
    );
  }
  // Later batches of a cursor see later writes; only a transaction reads a snapshot.
  if (level === 'snapshot' && !isInTransaction) {
    throw failure('InvalidOptions', 'read concern snapshot is only supported in a transaction');
  }
};

const checkWrite = ({ w }: Doc): void => {
  const nodes = plainNumber(w);
  if (w === undefined || w === 'majority' || (nodes !== undefined && nodes >= 0 && nodes <= 1)) return;
  throw failure(
    'UnsatisfiableWriteConcern',
    typeof w === 'string' ? `No write concern mode named '${w}' found` : 'Not enough data-bearing nodes',
  );
};

/**
 * Refuses read and write concerns that one node cannot keep; all others it keeps: a write is on the disk before it is
 * acknowledged. Throws before anything is written, where MongoDB writes and then tells.
 */
export const checkConcerns = (body: Doc): void => {
  const { readConcern, writeConcern } = body;
  checkRead(checkNames('readConcern', readConcern, readFields), body['autocommit'] !== undefined);
  checkWrite(checkNames('writeConcern', writeConcern, writeFields));
};
