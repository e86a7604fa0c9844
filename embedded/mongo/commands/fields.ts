import { failure } from '../failure.ts';
import { type Doc, isDoc } from '../values.ts';

/** Fields that every command may have. */
const generic = [
  'lsid',
  '$db',
  'txnNumber',
  'autocommit',
  'startTransaction',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
];

/** Fields of one statement of an update command. */
export const updateFields = new Set([
  'q',
  'u',
  'c',
  'multi',
  'upsert',
  'arrayFilters',
  'hint',
  'sort',
  'collation',
]);

/** Fields of one statement of a delete command. */
export const deleteFields = new Set(['q', 'limit', 'hint', 'collation']);

const isSimple = (collation: unknown): boolean =>
  isDoc(collation) && (Object.keys(collation).length === 0 || collation['locale'] === 'simple');

/** Refuses what this engine does not know instead of passing over it; `within` names the command or list. */
export const checkFields = (within: string, doc: Doc, known: Set<string>): void => {
  for (const name of Object.keys(doc)) {
    if (!known.has(name)) {
      throw failure('IDLUnknownField', `BSON field '${within}.${name}' is an unknown field.`);
    }
  }
  const { collation } = doc;
  if (collation !== undefined && !isSimple(collation)) {
    throw failure(
      'NotImplemented',
      'collation is not supported by this engine; store a folded copy of the text',
    );
  }
};

/** The fields that a command may have: its own, and those of every command. */
export const knownFields = (name: string, fields: string[]): Set<string> =>
  new Set([...generic, ...fields, name]);
