import { checkConcerns } from './commands/concerns.ts';
import { checkFields } from './commands/fields.ts';
import { type Command, commands } from './commands/table.ts';
import type { Engine } from './engine.ts';
import { Failure, failure } from './failure.ts';
import type { Connection, Reply, Request } from './request.ts';
import type { Transaction } from './transaction.ts';
import { type Doc, encode } from './values.ts';
import type { Message } from './wire.ts';

const told = (error: unknown): Doc => {
  const known =
    error instanceof Failure
      ? error
      : failure('InternalError', error instanceof Error ? error.message : String(error));
  return {
    ok: 0,
    errmsg: known.message,
    code: known.code,
    codeName: known.codeName,
    ...known.extra,
    ...(known.labels.length > 0 && { errorLabels: known.labels }),
  };
};

const isEnding = (name: string): boolean => name === 'commitTransaction' || name === 'abortTransaction';

/** The transaction that a command runs in; throws if the command may not run in one. */
const enter = (engine: Engine, name: string, command: Command, body: Doc): Transaction | undefined => {
  if (isEnding(name)) {
    if (body['autocommit'] === undefined)
      throw failure('InvalidOptions', `${name} must be run within a transaction`);
    return undefined;
  }
  if (body['autocommit'] !== undefined && !command.inTransaction) {
    throw failure(
      'OperationNotSupportedInTransaction',
      `Cannot run '${name}' in a multi-document transaction.`,
    );
  }
  return engine.sessions.enter(body);
};

const hasWriteErrors = (reply: Reply): boolean => !Buffer.isBuffer(reply) && 'writeErrors' in reply;

/** Before a client has shown the key it may only do this. */
const beforeKey = new Set([
  'hello',
  'isMaster',
  'ismaster',
  'saslStart',
  'saslContinue',
  'ping',
  'buildInfo',
]);

const carryOut = async (engine: Engine, message: Message, connection: Connection): Promise<Reply> => {
  const { body, sequences } = message;
  const name = Object.keys(body)[0] ?? '';
  const db = body['$db'];
  const command = commands.get(name);
  if (!command) throw failure('CommandNotFound', `no such command: '${name}'`);
  if (typeof db !== 'string') {
    throw failure('IDLFailedToParse', "BSON field 'OpMsg.$db' is missing but a required field");
  }
  if (engine.credentials && !connection.isTrusted && !beforeKey.has(name)) {
    throw failure('Unauthorized', `Command ${name} requires authentication`);
  }
  if (command.fields !== 'any') checkFields(name, body, command.fields);
  checkConcerns(body);
  // A transaction compares what it writes with what is stored: nothing may be half-way there.
  if (body['autocommit'] !== undefined) await engine.settled();
  const transaction = enter(engine, name, command, body);
  const request: Request = { engine, name, db, body, sequences, connection, transaction };
  try {
    const reply = await command.run(request);
    if (transaction && hasWriteErrors(reply)) engine.sessions.fail(transaction);
    return reply;
  } catch (error) {
    if (transaction) engine.sessions.fail(transaction);
    throw error;
  }
};

/** Carries out the command of a message; every failure becomes the reply that tells of it. */
export const answer = async (engine: Engine, message: Message, connection: Connection): Promise<Buffer> => {
  try {
    const reply = await carryOut(engine, message, connection);
    return Buffer.isBuffer(reply) ? reply : encode(reply);
  } catch (error) {
    return encode(told(error));
  }
};
