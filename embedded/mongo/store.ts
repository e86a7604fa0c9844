import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type RootDatabase, type Transaction, open } from 'lmdb';

/** Half-open range of keys: from <= key < to. */
export type Range = { from: Buffer; to: Buffer };

/** An ordered map of byte strings; all that the engine stores lies in one of these. */
export type Store = {
  get(key: Buffer): Buffer | undefined;
  /** Up to `limit` entries of a range, in order of the keys or in reverse. */
  list(range: Range, isReverse: boolean, limit: number): Entry[];
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /** Called with all keys that a change is about to write; throws if they are not free for it. */
  claim(keys: Buffer[]): void;
};

/** A key and its value. */
export type Entry = { key: Buffer; value: Buffer };

/** The longest key that LMDB takes with its page size of 4 kB, less what this engine puts around an index key. */
export const maxKeyBytes = 1960;

type Environment = RootDatabase<Buffer, Buffer>;

const reader = (db: Environment, transaction: Transaction | undefined) => {
  const options = transaction ? { transaction } : {};
  return {
    get: (key: Buffer) => db.get(key, options),
    list: ({ from, to }: Range, isReverse: boolean, limit: number): Entry[] => {
      const range = isReverse
        ? { start: to, exclusiveStart: true, end: from, inclusiveEnd: true, reverse: true, limit, ...options }
        : { start: from, end: to, limit, ...options };
      return [...db.getRange(range)];
    },
  };
};

/** A frozen view of the data, for a transaction; close it soon, it keeps old pages from being reused. */
export type Snapshot = Pick<Store, 'get' | 'list'> & { close(): void };

/** The LMDB file of an engine. */
export type Disk = Omit<Store, 'claim'> & {
  /**
   * Runs the writes as one unit, which sees itself; others see it when the promise resolves, and then it is on the
   * disk. If it rejects nothing happened. The wait for the disk is on a thread of its own.
   */
  commit<Result>(writes: () => Result): Promise<Result>;
  snapshot(): Snapshot;
  backup(path: string): Promise<void>;
  close(): Promise<void>;
};

/** LMDB's mark, in the head of both of its first pages; without it the library does not answer. */
const magic = 0xbeefc0de;

const checkMark = (path: string): void => {
  if (!existsSync(path) || statSync(path).size === 0) return;
  const head = Buffer.alloc(64);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  if (![16, 24].some((at) => head.readUInt32LE(at) === magic)) {
    throw new Error(`${path} is damaged, or no data file of this engine. Restore a backup.`);
  }
};

/** A file that ends before its last page would crash the process at the first read of what is missing. */
const checkLength = (db: Environment, path: string): void => {
  const stats: Record<string, unknown> = { ...db.getStats() };
  const { lastPageNumber, pageSize } = stats;
  if (typeof lastPageNumber !== 'number' || typeof pageSize !== 'number') return;
  const { size } = statSync(path);
  if (lastPageNumber > 1 && size < (lastPageNumber + 1) * pageSize) {
    throw new Error(
      `${path} is damaged: it ends ${(lastPageNumber + 1) * pageSize - size} bytes early. Restore a backup.`,
    );
  }
};

/** Milliseconds of a flush up to which waiting for it on the spot is cheaper than handing it to another thread. */
const quickFlush = 3;

/** How many commits are handed over before one on the spot tells whether the disk has become quick. */
const probeEvery = 200;

/**
 * Commits, and waits for the disk: on a quick one right here, as each handing over between threads costs as much; on a
 * slow one on LMDB's writer thread, so that readers do not wait as well.
 */
const openCommit = (db: Environment) => {
  let flush = 0;
  let handedOver = 0;
  return async <Result>(writes: () => Result): Promise<Result> => {
    if (flush > quickFlush && handedOver < probeEvery) {
      handedOver += 1;
      return db.childTransaction(writes);
    }
    handedOver = 0;
    let written = 0;
    const result = db.transactionSync(() => {
      const made = writes();
      written = performance.now();
      return made;
    });
    flush = flush * 0.9 + (performance.now() - written) * 0.1;
    return result;
  };
};

/** Opens (or creates) the data file in a folder. */
export const openDisk = (folder: string): Disk => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'data.mdb');
  checkMark(path);
  const db: Environment = open<Buffer, Buffer>({
    path,
    noSubdir: true,
    keyEncoding: 'binary',
    encoding: 'binary',
    // One fsync per group of writes, waited for: `commit` resolves when the data is on the disk.
    overlappingSync: false,
    maxReaders: 2048,
    cache: false,
  });
  try {
    checkLength(db, path);
  } catch (error) {
    void db.close();
    throw error;
  }
  return {
    ...reader(db, undefined),
    put: (key, value) => {
      db.putSync(key, value);
    },
    remove: (key) => {
      db.removeSync(key);
    },
    commit: openCommit(db),
    snapshot: () => {
      const transaction = db.useReadTransaction();
      return { ...reader(db, transaction), close: () => transaction.done() };
    },
    backup: (path) => db.backup(path, true),
    close: () => db.close(),
  };
};

const chunk = 128;

/**
 * All entries of a range, read in chunks: the walk holds no cursor in between, so it may be left and taken up again
 * later and sees what was written meanwhile.
 */
export function* walk(store: Pick<Store, 'list'>, range: Range, isReverse: boolean): Generator<Entry> {
  let { from, to } = range;
  let limit = 16;
  for (;;) {
    const entries = store.list({ from, to }, isReverse, limit);
    yield* entries;
    const last = entries.at(-1);
    if (!last || entries.length < limit) return;
    if (isReverse) to = last.key;
    else from = Buffer.concat([last.key, Buffer.alloc(1)]);
    limit = chunk;
  }
}
