import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFile, openDataFile } from './dataFile.ts';
import { type Layer, addChange, addLayer, copyLayer, emptyLayer, joined, over } from './layer.ts';
import { type Log, openLog } from './log.ts';
import { numbered, recover } from './recover.ts';
import type { Snapshot, Store } from './store.ts';

/** What an engine stores: a data file, with the newest changes in memory and in the log. */
export type Disk = Omit<Store, 'claim'> & {
  /**
   * Runs the writes as one unit, which sees itself; others see it when the promise resolves, and then it is on the
   * disk. If it rejects nothing happened. One at a time.
   */
  commit<Result>(writes: () => Result): Promise<Result>;
  snapshot(): Snapshot;
  backup(path: string): Promise<void>;
  close(): Promise<void>;
};

/** What the data of a folder lies in. */
export const filesOf = (folder: string) => ({
  data: join(folder, 'data.mdb'),
  lock: join(folder, 'data.mdb-lock'),
  logs: [join(folder, 'log-a'), join(folder, 'log-b')] as const,
});

/** From this on a group goes to the data file at once: there it is written once, by way of the log twice. */
const largeGroup = 2 ** 20;

/** What is kept in memory and in the log at most, before it goes to the data file; and for how many milliseconds. */
const most = { bytes: 8 * 2 ** 20, changes: 20_000, time: 5000 };

/** Opens (or creates) the data of a folder, and takes up what a crash left in the log. */
export const openDisk = (folder: string): Disk => {
  mkdirSync(folder, { recursive: true });
  const paths = filesOf(folder);
  const file = openDataFile(paths.data);
  try {
    return openOn(file, paths.logs);
  } catch (error) {
    void file.close();
    throw error;
  }
};

/** Removes logs of which everything is in the data file: the next start has nothing to read in them. */
const forget = (logs: readonly string[]): void => {
  for (const log of logs) rmSync(log, { force: true });
};

const openOn = (file: DataFile, logs: readonly [string, string]): Disk => {
  const recovered = recover(file, logs);
  forget(logs);
  let last = recovered.number;
  const log: Log = openLog(logs, recovered.identity);

  /** Newest first: what the commit under way writes, what was committed, what is on its way to the data file. */
  let pending = emptyLayer();
  let recent = emptyLayer();
  let moving = emptyLayer();
  let committed = over(over(file, moving), recent);
  let view = committed;

  let queue: Promise<unknown> = Promise.resolve();
  let queuedMove: Promise<void> | undefined;
  let appending: Promise<void> | undefined;
  let isOtherLogFree = true;
  let timer: NodeJS.Timeout | undefined;

  const layOver = (): void => {
    committed = over(moving.changes.length > 0 ? over(file, moving) : file, recent);
    view = committed;
  };

  /** Writes to the data file, one after the other: two at once could leave their numbers in the wrong order. */
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    const written = queue.then(write);
    queue = written.catch(() => undefined);
    return written;
  };

  /** Moves all that was committed to the data file, on another thread; commits go on meanwhile. */
  const moveToFile = async (): Promise<void> => {
    queuedMove = undefined;
    // A group whose flush is under way belongs to this log file, and not to what is moved.
    while (appending) await appending.catch(() => undefined);
    clearTimeout(timer);
    timer = undefined;
    if (recent.changes.length === 0) return;
    if (isOtherLogFree) {
      log.turn();
      isOtherLogFree = false;
    }
    moving = recent;
    recent = emptyLayer();
    layOver();
    try {
      await file.write(numbered(moving.changes, last));
      isOtherLogFree = true;
    } catch (error) {
      recent = joined(moving, recent);
      throw error;
    } finally {
      moving = emptyLayer();
      layOver();
    }
  };

  const startMove = (): Promise<void> => {
    queuedMove ??= inTurn(moveToFile);
    return queuedMove;
  };

  const isFull = (times: number): boolean =>
    recent.bytes > most.bytes * times || recent.changes.length > most.changes * times;

  const moveWhenDue = (): void => {
    // A move that failed is tried again: until then the log has it all.
    if (isFull(1)) void startMove().catch(() => undefined);
    else if (recent.changes.length > 0)
      timer ??= setTimeout(() => {
        timer = undefined;
        void startMove().catch(moveWhenDue);
      }, most.time).unref();
  };

  const run = <Result>(writes: () => Result): { result: Result; group: Layer } => {
    const group = pending;
    view = over(committed, group);
    try {
      return { result: writes(), group };
    } finally {
      pending = emptyLayer();
      view = committed;
    }
  };

  const keepInLog = async (group: Layer): Promise<void> => {
    appending = log.append({ number: last + 1, changes: group.changes }).then(() => {
      last += 1;
      addLayer(recent, group);
    });
    try {
      await appending;
    } finally {
      appending = undefined;
    }
    moveWhenDue();
  };

  /** All that was committed and the group, as one step of the data file; nothing in the log is needed then. */
  const writeThrough = async (group: Layer): Promise<void> => {
    await file.write(numbered(joined(recent, group).changes, last + 1));
    last += 1;
    recent = emptyLayer();
    layOver();
    log.turn();
    isOtherLogFree = true;
  };

  const keep = async (group: Layer): Promise<void> => {
    if (group.changes.length === 0) return;
    if (group.bytes <= largeGroup) return keepInLog(group);
    await inTurn(() => writeThrough(group));
  };

  return {
    get: (key) => view.get(key),
    list: (range, isReverse, limit) => view.list(range, isReverse, limit),
    put: (key, value) => addChange(pending, { key, value }),
    remove: (key) => addChange(pending, { key, value: undefined }),
    commit: async (writes) => {
      // The disk is slower than the writers: they wait.
      if (isFull(4)) await startMove();
      const { result, group } = run(writes);
      await keep(group);
      return result;
    },
    snapshot: () => {
      const frozen = file.snapshot();
      const layers = over(over(frozen, copyLayer(moving)), copyLayer(recent));
      return { ...layers, close: () => frozen.close() };
    },
    backup: async (path) => {
      await startMove();
      await file.backup(path);
    },
    close: async () => {
      clearTimeout(timer);
      await startMove();
      log.close();
      forget(logs);
      await file.close();
    },
  };
};
