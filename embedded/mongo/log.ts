import { closeSync, fdatasync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { type Group, aligned, encodeGroup, encodeTitle, sector } from './logGroups.ts';

/**
 * The write-ahead log: what is acknowledged lies here until it is in the data file. There are two files; while the
 * groups of one go to the data file, the other takes the new ones.
 */
export type Log = {
  /** Resolves when the group is on the disk. Rejects if it cannot be, and from a failed flush on always. */
  append(group: Group): Promise<void>;
  /** Goes on at the beginning of the other file, of which nothing may be needed any more. */
  turn(): void;
  close(): void;
};

/** Files grow by this much at a time: a flush is quick where the file's length stays. */
const growth = 2 ** 20;

/** Milliseconds of a flush up to which waiting for it on the spot is cheaper than handing it to another thread. */
const quickFlush = 1;

/** How many flushes are handed over before one on the spot tells whether the disk has become quick. */
const probeEvery = 100;

/** Flushes a file: on a quick disk right here, on a slow one on another thread, so that readers do not wait as well. */
const openFlush = () => {
  const flushElsewhere = promisify(fdatasync);
  let usual = 0;
  let handedOver = 0;
  return async (file: number): Promise<void> => {
    if (usual > quickFlush && handedOver < probeEvery) {
      handedOver += 1;
      return flushElsewhere(file);
    }
    handedOver = 0;
    const began = performance.now();
    fdatasyncSync(file);
    usual = usual * 0.8 + (performance.now() - began) * 0.2;
  };
};

type LogFile = { file: number; end: number; allocated: number };

const writeAll = (file: number, bytes: Buffer, position: number): void => {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, position + at);
};

/** Makes a log file, with its name in the folder safe on the disk. */
const createFile = (path: string, id: Buffer): LogFile => {
  const file = openSync(path, 'w');
  writeAll(file, encodeTitle(id), 0);
  fsyncSync(file);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return { file, end: sector, allocated: sector };
};

/** Opens the log, whose groups are all in the data file already, for writing. Files are made when they are needed. */
export const openLog = (paths: readonly [string, string], id: Buffer): Log => {
  const files: [LogFile | undefined, LogFile | undefined] = [undefined, undefined];
  const flush = openFlush();
  let current: 0 | 1 = 0;
  let broken: unknown;

  const openFile = (): LogFile => {
    const known = files[current];
    if (known) return known;
    const path = paths[current];
    const made = createFile(path, id);
    files[current] = made;
    return made;
  };

  const write = (log: LogFile, bytes: Buffer): void => {
    if (log.end + bytes.length > log.allocated) {
      const grown = aligned(Math.max(growth, bytes.length));
      writeAll(log.file, Buffer.alloc(grown), log.allocated);
      log.allocated += grown;
    }
    writeAll(log.file, bytes, log.end);
  };

  return {
    append: async (group) => {
      if (broken) throw new Error('the disk failed before; start the engine again', { cause: broken });
      const log = openFile();
      const bytes = encodeGroup(group, id);
      write(log, bytes);
      try {
        await flush(log.file);
      } catch (error) {
        // What a failed flush left on the disk nobody knows; only a new start can read it.
        broken = error;
        throw error;
      }
      log.end += bytes.length;
    },
    turn: () => {
      current = current === 0 ? 1 : 0;
      const next = files[current];
      if (next) next.end = sector;
    },
    close: () => {
      for (const log of files) if (log) closeSync(log.file);
    },
  };
};
