import { commands } from './commands/table.ts';
import type { Engine } from './engine.ts';
import { Failure, failure } from './failure.ts';
import type { Reply, Request } from './request.ts';
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

const carryOut = (engine: Engine, message: Message, connectionId: number): Reply | Promise<Reply> => {
  const name = Object.keys(message.body)[0] ?? '';
  const db = message.body['$db'];
  const handler = commands.get(name);
  if (!handler) throw failure('CommandNotFound', `no such command: '${name}'`);
  if (typeof db !== 'string')
    throw failure('IDLFailedToParse', "BSON field 'OpMsg.$db' is missing but a required field");
  const request: Request = {
    engine,
    name,
    db,
    body: message.body,
    sequences: message.sequences,
    connectionId,
  };
  return handler(request);
};

/** Carries out the command of a message; every failure becomes the reply that tells of it. */
export const answer = async (engine: Engine, message: Message, connectionId: number): Promise<Buffer> => {
  try {
    const reply = await carryOut(engine, message, connectionId);
    return Buffer.isBuffer(reply) ? reply : encode(reply);
  } catch (error) {
    return encode(told(error));
  }
};
