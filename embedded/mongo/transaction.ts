import type { Catalog, Collection } from './catalog.ts';
import { type Documents, type Ledger, openDocuments } from './documents.ts';
import { failure } from './failure.ts';
import type { Disk } from './disk.ts';
import { addChange, emptyLayer, over } from './layer.ts';
import type { Store } from './store.ts';

/** A transaction of a session: what it reads is frozen at its start, what it writes is its own until it commits. */
export type Transaction = {
  store: Store;
  documents: Documents;
  /** Indexes made later are not in its snapshot: it may not read them. */
  firstNewId: number;
  startedAt: number;
  /** Has it written to the collection? Then the collection's shape is not to change under it. */
  hasWritten(collection: Collection): boolean;
  /** Writes its changes to the disk (inside of a commit of the engine). */
  apply(): void;
  /** Gives up its locks and its snapshot. */
  close(): void;
  ended: Promise<void>;
};

/** Thrown at a write outside of transactions that has to wait until a transaction ends. */
export class Blocked extends Error {
  readonly until: Promise<void>;
  constructor(until: Promise<void>) {
    super('blocked by a transaction');
    this.until = until;
  }
}

/** Which transaction writes a key. */
export type Locks = Map<string, Transaction>;

const conflict = () => {
  const error = failure(
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
  );
  error.labels.push('TransientTransactionError');
  return error;
};

const text = (key: Buffer): string => key.toString('latin1');

const isSame = (a: Buffer | undefined, b: Buffer | undefined): boolean => (a && b ? a.equals(b) : a === b);

type Counts = { collection: Collection; documents: number; bytes: number; isReshaped: boolean };

/** Begins a transaction. */
export const beginTransaction = (disk: Disk, catalog: Catalog, locks: Locks): Transaction => {
  const snapshot = disk.snapshot();
  const layer = emptyLayer();
  const counts = new Map<string, Counts>();
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });

  const claim = (keys: Buffer[]): void => {
    for (const key of keys) {
      const holder = locks.get(text(key));
      if (holder === transaction) continue;
      if (holder || !isSame(disk.get(key), snapshot.get(key))) throw conflict();
    }
    for (const key of keys) locks.set(text(key), transaction);
  };

  const countsOf = (collection: Collection): Counts => {
    const known = counts.get(collection.ns) ?? { collection, documents: 0, bytes: 0, isReshaped: false };
    counts.set(collection.ns, known);
    return known;
  };

  const ledger: Ledger = {
    count: (collection, documents, bytes) => {
      const own = countsOf(collection);
      own.documents += documents;
      own.bytes += bytes;
    },
    reshape: (collection) => {
      countsOf(collection).isReshaped = true;
    },
  };

  const store: Store = {
    ...over(snapshot, layer),
    put: (key, value) => addChange(layer, { key, value }),
    remove: (key) => addChange(layer, { key, value: undefined }),
    claim,
  };
  const transaction: Transaction = {
    store,
    documents: openDocuments(store, ledger),
    firstNewId: catalog.nextId(),
    startedAt: Date.now(),
    hasWritten: (collection) => counts.has(collection.ns),
    apply: () => {
      for (const { collection: written, documents, bytes, isReshaped } of counts.values()) {
        const collection = catalog.find(written.db, written.name);
        if (collection?.id !== written.id) throw conflict();
        catalog.count(collection, documents, bytes);
        if (isReshaped) catalog.reshape(collection);
      }
      for (const { key, value } of layer.changes) {
        if (value) disk.put(key, value);
        else disk.remove(key);
      }
    },
    close: () => {
      for (const [key, holder] of locks) if (holder === transaction) locks.delete(key);
      snapshot.close();
      end();
    },
    ended,
  };
  return transaction;
};

/** Makes a write outside of transactions wait for the ones that hold its keys. */
export const waitForLocks = (locks: Locks) => (keys: Buffer[]) => {
  if (locks.size === 0) return;
  for (const key of keys) {
    const holder = locks.get(text(key));
    if (holder) throw new Blocked(holder.ended);
  }
};
