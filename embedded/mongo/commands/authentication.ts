import { Binary } from 'bson';
import { failure } from '../failure.ts';
import type { Handler } from '../request.ts';
import { beginScram } from '../scram.ts';
import { binaryParts } from '../values.ts';

const payloadOf = (payload: unknown): string => Buffer.from(binaryParts(payload).bytes).toString('utf8');

const answer = (text: string, done: boolean) => ({
  conversationId: 1,
  done,
  payload: new Binary(Buffer.from(text)),
  ok: 1,
});

/** Begins to sign a connection in with the engine's key. */
export const saslStart: Handler = ({ engine, body, connection }) => {
  if (body['mechanism'] !== 'SCRAM-SHA-256') {
    throw failure(
      'BadValue',
      `Received authentication for mechanism ${String(body['mechanism'])} which is not enabled`,
    );
  }
  if (!engine.credentials) throw failure('AuthenticationFailed', 'Authentication failed.');
  connection.conversation = beginScram(engine.credentials, payloadOf(body['payload']));
  return answer(connection.conversation.answer, false);
};

/** Checks the proof; from then on the connection may do everything. */
export const saslContinue: Handler = ({ body, connection }) => {
  if (connection.isTrusted) return answer('', true);
  const { conversation } = connection;
  connection.conversation = undefined;
  if (!conversation) throw failure('AuthenticationFailed', 'Authentication failed.');
  const proof = conversation.finish(payloadOf(body['payload']));
  connection.isTrusted = true;
  return answer(proof, true);
};
