/** A write that a unique index refused; `fields` are the index's fields. */
class DuplicateError extends Error {
  readonly fields: readonly string[];

  constructor(collection: string, fields: readonly string[], cause: unknown) {
    super(`${collection} holds such a document already (${fields.join(', ')})`, { cause });
    this.name = 'DuplicateError';
    this.fields = fields;
  }
}

/** The same error, or a DuplicateError where MongoDB said E11000. */
export function namedDuplicate(collection: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 11000) return error;
  const pattern = 'keyPattern' in error ? error.keyPattern : undefined;
  const fields = typeof pattern === 'object' && pattern !== null ? Object.keys(pattern) : [];
  return new DuplicateError(collection, fields, error);
}
