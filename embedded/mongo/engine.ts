import { type Catalog, type Collection, openCatalog } from './catalog.ts';
import { type Cursors, openCursors } from './cursors.ts';
import { type Documents, openDocuments } from './documents.ts';
import { afterPrefix } from './keys.ts';
import { documentPrefix, indexPrefix } from './layout.ts';
import { type Disk, type Range, openDisk } from './store.ts';

/** The database engine behind the wire. */
export type Engine = {
  disk: Disk;
  catalog: Catalog;
  documents: Documents;
  cursors: Cursors;
  /** host:port, as hello tells it; set once the server listens. */
  address: string;
  /**
   * Runs a job that writes, together with all others that wait; resolves when its writes are on the disk. A job that
   * throws before it wrote anything fails alone.
   */
  write<Result>(job: () => Result): Promise<Result>;
  /** Forgets a collection or index at once; the space is given back in the background. */
  discard(prefixes: Buffer[]): void;
  dropCollection(collection: Collection): void;
  close(): Promise<void>;
};

type Job = () => () => void;

const mostAtOnce = 2000;

/** Opens the data in a folder. */
export const openEngine = (folder: string): Engine => {
  const disk = openDisk(folder);
  const catalog = openCatalog(disk);
  const documents = openDocuments(disk, catalog);
  const cursors = openCursors();
  let waiting: { job: Job; reject: (error: unknown) => void }[] = [];
  let garbage: Range[] = [];
  let isScheduled = false;
  let isClosed = false;

  const commitWaiting = (): void => {
    isScheduled = false;
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    try {
      const settle = disk.commit(() => {
        const results = jobs.map(({ job }) => job());
        catalog.flushCounters();
        return results;
      });
      for (const done of settle) done();
    } catch (error) {
      catalog.reload();
      for (const { reject } of jobs) reject(error);
    }
  };

  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(commitWaiting);
  };

  const write = <Result>(run: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      const job = (): (() => void) => {
        try {
          const result = run();
          return () => resolve(result);
        } catch (error) {
          return () => reject(error);
        }
      };
      waiting.push({ job, reject });
      schedule();
    });

  const sweep = (): void => {
    if (isClosed || garbage.length === 0) return;
    const range = garbage[0];
    if (!range) return;
    const removed = disk.commit(() => {
      const entries = disk.list(range, false, mostAtOnce);
      for (const { key } of entries) disk.remove(key);
      return entries.length;
    });
    if (removed < mostAtOnce) garbage = garbage.slice(1);
    setImmediate(sweep);
  };

  const discard = (prefixes: Buffer[]): void => {
    garbage.push(...prefixes.map((prefix) => ({ from: prefix, to: afterPrefix(prefix) })));
    setTimeout(sweep, 20).unref();
  };

  return {
    disk,
    catalog,
    documents,
    cursors,
    address: '',
    write,
    discard,
    dropCollection: (collection) => {
      catalog.drop(collection);
      discard([documentPrefix(collection.id), ...collection.indexes.map(({ id }) => indexPrefix(id))]);
    },
    close: async () => {
      commitWaiting();
      isClosed = true;
      await disk.close();
    },
  };
};
