import { Binary, Long } from 'bson';
import type { Catalog } from './catalog.ts';
import { failure } from './failure.ts';
import { kind } from './layout.ts';
import { plainNumber } from './plain.ts';
import { afterPrefix } from './keys.ts';
import type { Disk } from './disk.ts';
import { walk } from './store.ts';
import { type Locks, type Transaction, beginTransaction } from './transaction.ts';
import { type Doc, binaryParts, decode, encode, isDoc } from './values.ts';

/** What is known of a client's session. */
type Session = { number: bigint; transaction: Transaction | undefined; isCommitted: boolean };

/** The sessions of all clients: their transactions, and the first results of their retryable writes. */
export type Sessions = {
  /** The transaction that a command runs in; undefined if it runs in none. */
  enter(body: Doc): Transaction | undefined;
  commit(body: Doc, write: (job: () => void) => Promise<void>): Promise<void>;
  abort(body: Doc): void;
  /** Gives up the transaction after one of its commands failed. */
  fail(transaction: Transaction): void;
  /** Inside of a commit: runs a retryable write, or answers with its first result if it ran before. */
  once(body: Doc, run: () => Buffer): Buffer;
  forget(ids: unknown[]): void;
  transactions(): Transaction[];
  /** Aborts transactions that are older than a minute; in the store, forgets sessions unused for an hour. */
  expire(now: number): void;
  close(): void;
};

const sessionId = (body: Doc): string | undefined => {
  const lsid = body['lsid'];
  return isDoc(lsid) ? Buffer.from(binaryParts(lsid['id']).bytes).toString('hex') : undefined;
};

const numberOf = (body: Doc): bigint | undefined => {
  const number = body['txnNumber'];
  if (number instanceof Long) return number.toBigInt();
  const plain = plainNumber(number);
  return plain === undefined ? undefined : BigInt(plain);
};

const noSuch = (number: bigint) => {
  const error = failure(
    'NoSuchTransaction',
    `Given transaction number ${number} does not match any in-progress transactions.`,
  );
  error.labels.push('TransientTransactionError');
  return error;
};

const lifetime = 60_000;
const retention = 60 * 60_000;

const recordKey = (id: string): Buffer =>
  Buffer.concat([Buffer.from([kind.session]), Buffer.from(id, 'hex')]);

/** Keeps the sessions of an engine. */
export const openSessions = (disk: Disk, catalog: Catalog, locks: Locks): Sessions => {
  const sessions = new Map<string, Session>();

  const recordOf = (id: string): { number: bigint; reply: Buffer | undefined } | undefined => {
    const stored = disk.get(recordKey(id));
    if (!stored) return undefined;
    const record = decode(stored);
    const { reply, number } = record;
    return {
      number: number instanceof Long ? number.toBigInt() : 0n,
      reply: reply instanceof Binary ? Buffer.from(binaryParts(reply).bytes) : undefined,
    };
  };

  const remember = (id: string, number: bigint, reply: Buffer | undefined): void => {
    disk.put(
      recordKey(id),
      encode({ at: new Date(), number: Long.fromBigInt(number), ...(reply && { reply: new Binary(reply) }) }),
    );
  };

  const close = (session: Session): void => {
    session.transaction?.close();
    session.transaction = undefined;
  };

  const begin = (id: string, number: bigint): Transaction => {
    const known = sessions.get(id);
    if (known && known.number > number) throw tooOld(id, number, known.number);
    if (known?.number === number) {
      throw failure(
        'ConflictingOperationInProgress',
        `Cannot start a transaction at given transaction number ${number}`,
      );
    }
    if (known) close(known);
    const transaction = beginTransaction(disk, catalog, locks);
    sessions.set(id, { number, transaction, isCommitted: false });
    return transaction;
  };

  const tooOld = (id: string, number: bigint, newest: bigint) =>
    failure(
      'TransactionTooOld',
      `Cannot start transaction with { txnNumber: ${number} } on session ${id} because a newer transaction with txnNumber ${newest} has already started on this session.`,
    );

  const active = (id: string, number: bigint): Session => {
    const session = sessions.get(id);
    if (!session || session.number !== number) throw noSuch(number);
    if (session.isCommitted)
      throw failure('TransactionCommitted', `Transaction with { txnNumber: ${number} } has been committed.`);
    if (!session.transaction) throw noSuch(number);
    return session;
  };

  const identity = (body: Doc): { id: string; number: bigint } => {
    const id = sessionId(body);
    const number = numberOf(body);
    if (id === undefined || number === undefined) {
      throw failure(
        'InvalidOptions',
        "'autocommit' field requires a transaction number and a session to also be specified",
      );
    }
    return { id, number };
  };

  return {
    enter: (body) => {
      if (body['autocommit'] === undefined) {
        if (body['startTransaction'] !== undefined)
          throw failure('InvalidOptions', "'startTransaction' requires autocommit: false");
        return undefined;
      }
      const { id, number } = identity(body);
      if (body['startTransaction'] === true) return begin(id, number);
      return active(id, number).transaction;
    },

    commit: async (body, write) => {
      const { id, number } = identity(body);
      const known = sessions.get(id);
      if ((known?.number === number && known.isCommitted) || recordOf(id)?.number === number) return;
      const session = active(id, number);
      const { transaction } = session;
      try {
        await write(() => {
          transaction?.apply();
          remember(id, number, undefined);
        });
        session.isCommitted = true;
      } finally {
        close(session);
      }
    },

    abort: (body) => {
      const { id, number } = identity(body);
      close(active(id, number));
    },

    fail: (transaction) => {
      for (const session of sessions.values()) if (session.transaction === transaction) close(session);
    },

    once: (body, run) => {
      const id = sessionId(body);
      const number = numberOf(body);
      if (id === undefined || number === undefined) return run();
      const record = recordOf(id);
      if (record && record.number > number) throw tooOld(id, number, record.number);
      if (record?.number === number && record.reply) return record.reply;
      const reply = run();
      remember(id, number, reply);
      return reply;
    },

    forget: (ids) => {
      for (const lsid of ids) {
        const id = sessionId({ lsid });
        const session = id === undefined ? undefined : sessions.get(id);
        if (session) close(session);
        if (id !== undefined) sessions.delete(id);
      }
    },

    transactions: () =>
      [...sessions.values()].flatMap(({ transaction }) => (transaction ? [transaction] : [])),

    expire: (now) => {
      for (const session of sessions.values()) {
        if (session.transaction && now - session.transaction.startedAt > lifetime) close(session);
      }
      const prefix = Buffer.from([kind.session]);
      for (const { key, value } of walk(disk, { from: prefix, to: afterPrefix(prefix) }, false)) {
        const { at } = decode(value);
        if (at instanceof Date && now - at.getTime() > retention) {
          sessions.delete(key.toString('hex', 1));
          disk.remove(key);
        }
      }
    },

    close: () => {
      for (const session of sessions.values()) close(session);
    },
  };
};
