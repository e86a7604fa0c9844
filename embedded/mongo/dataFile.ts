import { closeSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { type RootDatabase, type Transaction, open } from 'lmdb';
import type { Change } from './layer.ts';
import { lengthKey } from './layout.ts';
import type { Entry, Range, Reads, Snapshot } from './store.ts';

type Environment = RootDatabase<Buffer, Buffer>;

/** The LMDB file of an engine: an ordered map that changes in whole steps. */
export type DataFile = Reads & {
  /** Makes the changes as one step, and waits for the disk. */
  writeNow(changes: Change[]): void;
  /** The same on a thread of its own; what was written is seen when the promise resolves. */
  write(changes: Change[]): Promise<void>;
  snapshot(): Snapshot;
  backup(path: string): Promise<void>;
  close(): Promise<void>;
};

const reader = (db: Environment, transaction: Transaction | undefined): Reads => {
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

const lastPageEnd = (db: Environment): number => {
  const stats: Record<string, unknown> = { ...db.getStats() };
  const { lastPageNumber, pageSize } = stats;
  return typeof lastPageNumber === 'number' && typeof pageSize === 'number' && lastPageNumber > 1
    ? (lastPageNumber + 1) * pageSize
    : 0;
};

const notedLength = (db: Environment): number => {
  try {
    return db.get(lengthKey)?.readUIntBE(0, 6) ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
};

/**
 * LMDB leaves out pages at the end that it took and gave back in one write; the file may be that much shorter, but not
 * shorter than it once was. Reading what is missing would end the process, so that is filled before the file is read.
 */
const checkLength = (db: Environment, path: string): void => {
  const { size } = statSync(path);
  if (size >= lastPageEnd(db)) return;
  truncateSync(path, lastPageEnd(db));
  const missing = notedLength(db) - size;
  if (missing <= 0) return;
  truncateSync(path, size);
  throw new Error(
    `${path} is damaged: ${Number.isFinite(missing) ? `it ends ${missing} bytes early` : 'its end is missing'}. Restore a backup.`,
  );
};

/** LMDB lists who reads the file, and clears out those whose process is gone. */
const checkAlone = (db: Environment, path: string): void => {
  db.readerCheck();
  const pids = db
    .readerList()
    .split('\n')
    .map((line) => Number.parseInt(line.trim(), 10))
    .filter((pid) => pid > 0 && pid !== process.pid);
  if (pids.length > 0) throw new Error(`${path} is open in process ${pids[0]}; only one engine may use it.`);
};

/** Opens (or creates) a data file. Throws if it is damaged, something else, or open in another process. */
export const openDataFile = (path: string): DataFile => {
  checkMark(path);
  const db: Environment = open<Buffer, Buffer>({
    path,
    noSubdir: true,
    keyEncoding: 'binary',
    encoding: 'binary',
    overlappingSync: false,
    maxReaders: 2048,
    cache: false,
  });
  try {
    checkLength(db, path);
    db.get(Buffer.from([0]));
    checkAlone(db, path);
  } catch (error) {
    void db.close();
    throw error;
  }

  /** With each write, how long the file was before it. */
  const noteLength = (): void => {
    const length = Buffer.alloc(6);
    length.writeUIntBE(statSync(path).size, 0, 6);
    db.putSync(lengthKey, length);
  };

  const make = (changes: Change[]): void => {
    noteLength();
    for (const { key, value } of changes) {
      if (value) db.putSync(key, value);
      else db.removeSync(key);
    }
  };

  return {
    ...reader(db, undefined),
    writeNow: (changes) => db.transactionSync(() => make(changes)),
    write: async (changes) => {
      await db.childTransaction(() => make(changes));
      db.resetReadTxn();
    },
    snapshot: () => {
      const transaction = db.useReadTransaction();
      return { ...reader(db, transaction), close: () => transaction.done() };
    },
    backup: (copy) => db.backup(copy, true),
    close: async () => {
      if (notedLength(db) < statSync(path).size) db.transactionSync(noteLength);
      await db.close();
    },
  };
};
