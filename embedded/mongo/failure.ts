/** MongoDB's error codes by name, as its manual lists them (only those this engine can answer with). */
export const codes = {
  InternalError: 1,
  BadValue: 2,
  HostUnreachable: 6,
  UnknownError: 8,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  Overflow: 15,
  InvalidLength: 16,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  NotSingleValueField: 54,
  InvalidDBRef: 55,
  EmptyFieldName: 56,
  DottedFieldName: 57,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  IndexAlreadyExists: 68,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CannotIndexParallelArrays: 171,
  UnsatisfiableWriteConcern: 100,
  WriteConflict: 112,
  CommandNotSupported: 115,
  DocumentValidationFailure: 121,
  ConflictingOperationInProgress: 117,
  QueryFeatureNotAllowed: 224,
  TransactionTooOld: 225,
  NotImplemented: 238,
  NoSuchTransaction: 251,
  TransactionCommitted: 256,
  TransactionTooLarge: 257,
  OperationNotSupportedInTransaction: 263,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  InterruptedAtShutdown: 11600,
  Interrupted: 11601,
  InvalidPipelineOperator: 168,
  InvalidIndexSpecificationOption: 197,
  CommandNotSupportedOnView: 166,
  IDLFailedToParse: 40414,
  IDLUnknownField: 40415,
  CannotBackupFile: 279,
  DataCorruptionDetected: 341,
} as const;

/** The name of an error code of MongoDB. */
export type CodeName = keyof typeof codes;

/** A refusal that the client is told about with MongoDB's code and name; `extra` holds further reply fields. */
export class Failure extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly extra: Record<string, unknown>;
  readonly labels: string[] = [];
  constructor(code: number, codeName: string, message: string, extra: Record<string, unknown>) {
    super(message);
    this.code = code;
    this.codeName = codeName;
    this.extra = extra;
  }
}

/** A failure with one of MongoDB's named codes. */
export const failure = (name: CodeName, message: string, extra: Record<string, unknown> = {}): Failure =>
  new Failure(codes[name], name, message, extra);

/** A failure with one of the server's numbered assertions, which have no name but `Location<number>`. */
export const location = (code: number, message: string): Failure =>
  new Failure(code, `Location${code}`, message, {});
