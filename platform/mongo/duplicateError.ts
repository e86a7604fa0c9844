/** MongoDB's code for a write that a unique index refused. */
export const DUPLICATE_KEY = 11000;

/** A write that a unique index refused; which one stands in its cause, in the words of the server. */
class DuplicateError extends Error {
  constructor(collection: string, cause: Error) {
    super(`${collection} holds such a document already: ${cause.message}`, { cause });
    this.name = 'DuplicateError';
  }
}

/** The same error, or a DuplicateError where MongoDB said E11000. */
export function namedDuplicate(collection: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== DUPLICATE_KEY) return error;
  return new DuplicateError(collection, error);
}
