import type { Handler } from '../request.ts';

/** Makes what a transaction wrote visible and lasting; a repeated commit is answered as the first. */
export const commitTransaction: Handler = async ({ engine, body }) => {
  await engine.sessions.commit(body, engine.write);
  return { ok: 1 };
};

/** Drops what a transaction wrote. */
export const abortTransaction: Handler = ({ engine, body }) => {
  engine.sessions.abort(body);
  return { ok: 1 };
};

/** Forgets sessions, and aborts the transactions that they have open. */
export const endSessions: Handler = ({ engine, body, name }) => {
  const ids: unknown = body[name];
  if (Array.isArray(ids)) engine.sessions.forget(ids);
  return { ok: 1 };
};
