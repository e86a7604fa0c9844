import { failure } from './failure.ts';
import type { Transaction } from './transaction.ts';

/** Batches end before they grow over this, so that a reply stays under the message limit. */
const batchBytes = 16 * 1024 * 1024;

/** What is left of a query's result. */
type Cursor = { ns: string; documents: Iterator<Buffer>; pending: Buffer | undefined; lastUse: number };

/** The open cursors of an engine. */
export type Cursors = {
  /** The first batch; id 0 if that was all. */
  open(ns: string, documents: Iterator<Buffer>, size: number, isSingle: boolean, owner?: Transaction): Batch;
  next(id: bigint, ns: string, size: number): Batch;
  kill(id: bigint): boolean;
  /** Closes those nobody asked for in ten minutes (MongoDB's default). */
  expire(now: number): void;
  count(): number;
};

/** Some documents of a cursor, and its id, or 0 if there are no more. */
export type Batch = { id: bigint; documents: Buffer[] };

const idle = 10 * 60_000;

const take = (cursor: Cursor, size: number): { documents: Buffer[]; isDone: boolean } => {
  const documents: Buffer[] = [];
  let bytes = 0;
  while (documents.length < size) {
    const next = cursor.pending ?? nextOf(cursor);
    cursor.pending = undefined;
    if (!next) return { documents, isDone: true };
    if (documents.length > 0 && bytes + next.length > batchBytes) {
      cursor.pending = next;
      return { documents, isDone: false };
    }
    documents.push(next);
    bytes += next.length;
  }
  return { documents, isDone: false };
};

const nextOf = (cursor: Cursor): Buffer | undefined => {
  const { value, done } = cursor.documents.next();
  return done ? undefined : value;
};

/** Keeps the cursors of all clients. */
export const openCursors = (): Cursors => {
  const cursors = new Map<bigint, Cursor>();
  let lastId = BigInt(Date.now()) * 1000n;

  const close = (id: bigint): boolean => {
    const cursor = cursors.get(id);
    if (!cursor) return false;
    cursor.documents.return?.();
    return cursors.delete(id);
  };

  return {
    open: (ns, documents, size, isSingle, owner) => {
      const cursor: Cursor = { ns, documents, pending: undefined, lastUse: Date.now() };
      const first = take(cursor, size);
      if (first.isDone || isSingle) {
        documents.return?.();
        return { id: 0n, documents: first.documents };
      }
      lastId += 1n;
      const id = lastId;
      cursors.set(id, cursor);
      // A transaction's cursors end with it.
      void owner?.ended.then(() => close(id));
      return { id, documents: first.documents };
    },
    next: (id, ns, size) => {
      const cursor = cursors.get(id);
      if (!cursor) throw failure('CursorNotFound', `cursor id ${id} not found`);
      if (cursor.ns !== ns) {
        throw failure(
          'Unauthorized',
          `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${cursor.ns}`,
        );
      }
      cursor.lastUse = Date.now();
      const { documents, isDone } = take(cursor, size);
      if (isDone) close(id);
      return { id: isDone ? 0n : id, documents };
    },
    kill: close,
    expire: (now) => {
      for (const [id, { lastUse }] of cursors) if (now - lastUse > idle) close(id);
    },
    count: () => cursors.size,
  };
};
