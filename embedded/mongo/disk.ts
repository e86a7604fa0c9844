import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFile } from './dataFile.ts';
import { type Layer, addChange, addLayer, copyLayer, emptyLayer, joined, over } from './layer.ts';
import { appliedKey, identityKey } from './layout.ts';
import { type Log, openLog, readLog } from './log.ts';
import type { Reads, Store } from './store.ts';

/** A frozen view of the data, for a transaction; close it soon, it keeps old pages from being reused. */
export type Snapshot = Reads & { close(): void };

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

const numberBytes = (number: number): Buffer => {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(number, 0, 6);
  return bytes;
};

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

type File = ReturnType<typeof openDataFile>;

/** The random name of the data, by which its log is told from another's. */
const identityOf = (file: File): Buffer => {
  const known = file.get(identityKey);
  if (known) return known;
  const made = randomBytes(16);
  file.writeNow([{ key: identityKey, value: made }]);
  return made;
};

/** Writes what only the log has to the data file; gives the number of the last group in it. */
const recover = (file: File, logs: readonly string[], identity: Buffer): number => {
  const applied = file.get(appliedKey)?.readUIntBE(0, 6) ?? 0;
  const groups = readLog(logs, identity, applied);
  const last = groups.at(-1);
  if (!last) return applied;
  const changes = groups.flatMap((group) => group.changes);
  file.writeNow([...changes, { key: appliedKey, value: numberBytes(last.number) }]);
  return last.number;
};

const openOn = (file: File, logs: readonly [string, string]): Disk => {
  const identity = identityOf(file);
  let last = recover(file, logs, identity);
  const log: Log = openLog(logs, identity);

  /** Newest first: what the commit under way writes, what was committed, what is on its way to the data file. */
  let pending = emptyLayer();
  let recent = emptyLayer();
  let moving = emptyLayer();
  let committed = over(over(file, moving), recent);
  let view = committed;

  let move: Promise<void> | undefined;
  let isOtherLogFree = true;
  let timer: NodeJS.Timeout | undefined;

  const layOver = (): void => {
    committed = over(moving.changes.length > 0 ? over(file, moving) : file, recent);
    view = committed;
  };

  const withNumber = (layer: Layer, number: number) => [
    ...layer.changes,
    { key: appliedKey, value: numberBytes(number) },
  ];

  /** Moves all that was committed to the data file, on another thread; commits go on meanwhile. */
  const moveToFile = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (isOtherLogFree) {
      log.turn();
      isOtherLogFree = false;
    }
    moving = recent;
    recent = emptyLayer();
    layOver();
    try {
      await file.write(withNumber(moving, last));
      isOtherLogFree = true;
    } catch (error) {
      recent = joined(moving, recent);
      throw error;
    } finally {
      moving = emptyLayer();
      layOver();
    }
  };

  /** One at a time: two could write their numbers in the wrong order. */
  const alone = (write: () => Promise<void>): Promise<void> => {
    move = write().finally(() => {
      move = undefined;
    });
    return move;
  };

  const startMove = (): Promise<void> => move ?? alone(moveToFile);

  const moved = async (): Promise<void> => {
    while (move) await move.catch(() => undefined);
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
    await log.append({ number: last + 1, changes: group.changes });
    last += 1;
    addLayer(recent, group);
    moveWhenDue();
  };

  /** All that was committed and the group, as one step of the data file; nothing in the log is needed then. */
  const writeThrough = async (group: Layer): Promise<void> => {
    await file.write(withNumber(joined(recent, group), last + 1));
    last += 1;
    recent = emptyLayer();
    layOver();
    log.turn();
    isOtherLogFree = true;
  };

  const keep = async (group: Layer): Promise<void> => {
    if (group.changes.length === 0) return;
    if (group.bytes <= largeGroup) return keepInLog(group);
    await moved();
    await alone(() => writeThrough(group));
  };

  const flush = async (): Promise<void> => {
    await moved();
    if (recent.changes.length > 0) await startMove();
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
      await flush();
      await file.backup(path);
    },
    close: async () => {
      clearTimeout(timer);
      await flush();
      log.close();
      await file.close();
    },
  };
};
