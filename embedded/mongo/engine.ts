import { type Catalog, type Collection, openCatalog } from './catalog.ts';
import { type Cursors, openCursors } from './cursors.ts';
import { type Documents, openDocuments } from './documents.ts';
import { Failure, failure } from './failure.ts';
import { afterPrefix } from './keys.ts';
import { documentPrefix, indexPrefix, kind, sizeKey } from './layout.ts';
import type { Credentials } from './scram.ts';
import { type Sessions, openSessions } from './sessions.ts';
import { type Disk, openDisk } from './disk.ts';
import { Blocked, type Locks, waitForLocks } from './transaction.ts';

/** The database engine behind the wire. */
export type Engine = {
  disk: Disk;
  catalog: Catalog;
  documents: Documents;
  cursors: Cursors;
  sessions: Sessions;
  /** What clients have to know the key of; undefined: nobody is asked. */
  credentials: Credentials | undefined;
  /** host:port, as hello tells it; set once the server listens. */
  address: string;
  /**
   * Runs a job that writes, together with all others that wait; resolves when its writes are on the disk. A job may
   * throw a Failure (it fails alone) or Blocked (it is run again after the transaction in its way has ended).
   */
  write<Result>(job: () => Result): Promise<Result>;
  /** Resolves when no commit is under way: then what is in the store is all that was written. */
  settled(): Promise<void>;
  /** Gives back, in the background, the space of collections and indexes that are no longer in the catalog. */
  discard(ids: number[]): void;
  dropCollection(collection: Collection): void;
  /** Throws Blocked while a transaction has written to the collection: its shape may not change now. */
  claimShape(collection: Collection): void;
  close(): Promise<void>;
};

type Waiting = { job: () => () => void; reject: (error: unknown) => void };

const mostAtOnce = 2000;

/** Runs jobs in groups: one commit, and so one wait for the disk, for all that came in meanwhile. */
const openWriter = (disk: Disk, catalog: Catalog) => {
  let waiting: Waiting[] = [];
  let isScheduled = false;
  let inFlight: Promise<void> | undefined;
  let gathering: NodeJS.Timeout | undefined;
  /** How many may write next: those who were just answered, and those who came meanwhile. */
  let expected = 0;
  let gatherUntil = 0;

  const runAll = (jobs: Waiting[]): (() => void)[] => {
    const settle = jobs.map(({ job }) => job());
    catalog.flushCounters();
    return settle;
  };

  const commitGroup = async (jobs: Waiting[]): Promise<void> => {
    try {
      for (const done of await disk.commit(() => runAll(jobs))) done();
    } catch (error) {
      catalog.reload();
      const cause = error instanceof Error ? error.message : String(error);
      for (const { reject } of jobs) reject(failure('InternalError', `the write was not made: ${cause}`));
    }
  };

  const commitWaiting = (): void => {
    isScheduled = false;
    clearTimeout(gathering);
    gathering = undefined;
    if (inFlight || waiting.length === 0) return;
    const jobs = waiting;
    waiting = [];
    const began = performance.now();
    inFlight = commitGroup(jobs).finally(() => {
      inFlight = undefined;
      expected = waiting.length + jobs.length;
      const now = performance.now();
      gatherUntil = now + (now - began) / 2;
      schedule();
    });
  };

  /**
   * Clients that write all the time would fall into two halves, each waiting while the other's commit is on its way to
   * the disk. So for half as long as the last commit took, the next one waits for those who were just answered.
   */
  const schedule = (): void => {
    if (inFlight || isScheduled || waiting.length === 0) return;
    const left = gatherUntil - performance.now();
    if (waiting.length < expected && left > 0) {
      gathering ??= setTimeout(commitWaiting, left);
      return;
    }
    isScheduled = true;
    setImmediate(commitWaiting);
  };

  const settled = async (): Promise<void> => {
    while (inFlight) await inFlight;
  };

  const submit = <Result>(run: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      const job = (): (() => void) => {
        try {
          const result = run();
          return () => resolve(result);
        } catch (error) {
          // Anything else is a fault of the engine: nothing of this group may stay.
          if (!(error instanceof Failure || error instanceof Blocked)) throw error;
          return () => reject(error);
        }
      };
      waiting.push({ job, reject });
      schedule();
    });

  const write = async <Result>(job: () => Result): Promise<Result> => {
    for (;;) {
      try {
        return await submit(job);
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        await error.until;
      }
    }
  };

  const finish = async (): Promise<void> => {
    while (inFlight || waiting.length > 0) {
      await settled();
      commitWaiting();
    }
  };

  return { write, settled, finish };
};

/** Removes entries of a dropped collection or index; gives how many there were, at most. */
const clear = (disk: Disk, id: number): number => {
  let removed = 0;
  for (const prefix of [documentPrefix(id), indexPrefix(id), sizeKey(id)]) {
    const entries = disk.list({ from: prefix, to: afterPrefix(prefix) }, false, mostAtOnce - removed);
    for (const { key } of entries) disk.remove(key);
    removed += entries.length;
  }
  return removed;
};

/** The collections and indexes that have entries but are not in the catalog: what a crash left of a drop. */
const orphans = (disk: Disk, catalog: Catalog): number[] => {
  const found = new Set<number>();
  for (const first of [kind.document, kind.index, kind.size]) {
    const to = Buffer.from([first + 1]);
    let from: Buffer = Buffer.from([first]);
    for (;;) {
      const [entry] = disk.list({ from, to }, false, 1);
      if (!entry) break;
      const id = entry.key.readUInt32BE(1);
      if (!catalog.isLive(id)) found.add(id);
      from = afterPrefix(entry.key.subarray(0, 5));
    }
  }
  return [...found];
};

/** Opens the data in a folder. */
export const openEngine = (folder: string): Engine => {
  const disk = openDisk(folder);
  const catalog = openCatalog(disk);
  const locks: Locks = new Map();
  const sessions = openSessions(disk, catalog, locks);
  const { write, settled, finish } = openWriter(disk, catalog);
  const garbage: number[] = orphans(disk, catalog);
  let isClosed = false;

  const sweep = async (): Promise<void> => {
    for (let id = garbage.shift(); id !== undefined && !isClosed; id = garbage.shift()) {
      const dropped = id;
      // A drop whose commit failed did not happen: what the catalog still has is not garbage.
      const removed = await write(() => (catalog.isLive(dropped) ? 0 : clear(disk, dropped)));
      if (removed >= mostAtOnce) garbage.unshift(id);
    }
  };

  const discard = (ids: number[]): void => {
    garbage.push(...ids);
    setTimeout(() => void sweep().catch(() => undefined), 20).unref();
  };
  discard([]);

  const claimShape = (collection: Collection): void => {
    const holder = sessions.transactions().find((transaction) => transaction.hasWritten(collection));
    if (holder) throw new Blocked(holder.ended);
  };

  return {
    disk,
    catalog,
    documents: openDocuments({ ...disk, claim: waitForLocks(locks) }, catalog),
    cursors: openCursors(),
    sessions,
    credentials: undefined,
    address: '',
    write,
    settled,
    discard,
    claimShape,
    dropCollection: (collection) => {
      claimShape(collection);
      catalog.drop(collection);
      discard([collection.id, ...collection.indexes.map(({ id }) => id)]);
    },
    close: async () => {
      isClosed = true;
      await finish();
      sessions.close();
      await disk.close();
    },
  };
};
