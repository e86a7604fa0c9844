import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { Change } from './layer.ts';

/** A group of changes that was acknowledged as one; the numbers of groups rise by one. */
export type Group = { number: number; changes: Change[] };

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

/** Groups begin at multiples of this, so that writing one never touches a sector of an earlier one. */
const sector = 512;
const headBytes = 20;
const mark = Buffer.from('CoGr');
const title = Buffer.from('Cobid log 1\n');

/** Files grow by this much at a time: a flush is quick where the file's length stays. */
const growth = 2 ** 20;

const removed = 0xffff_ffff;

/** The files' own checksum, which nobody who writes documents can foresee: none of their bytes pass for a group. */
const checksum = (bytes: Buffer, id: Buffer): number => crc32(bytes, crc32(id));

const aligned = (bytes: number): number => Math.ceil(bytes / sector) * sector;

/** A group as it lies in the file: mark, checksum of all behind it, payload length, number, payload, zeros. */
const encodeGroup = ({ number, changes }: Group, id: Buffer): Buffer => {
  const length = changes.reduce((sum, { key, value }) => sum + 6 + key.length + (value?.length ?? 0), 0);
  const bytes = Buffer.allocUnsafe(aligned(headBytes + length));
  mark.copy(bytes);
  bytes.writeUInt32LE(length, 8);
  bytes.writeUIntLE(0, 12, 2);
  bytes.writeUIntLE(number, 14, 6);
  let at = headBytes;
  for (const { key, value } of changes) {
    at = bytes.writeUInt16LE(key.length, at);
    at = bytes.writeUInt32LE(value ? value.length : removed, at);
    at += key.copy(bytes, at);
    if (value) at += value.copy(bytes, at);
  }
  bytes.fill(0, at);
  bytes.writeUInt32LE(checksum(bytes.subarray(8, at), id), 4);
  return bytes;
};

const decodeChanges = (payload: Buffer): Change[] => {
  const changes: Change[] = [];
  let at = 0;
  const take = (length: number): Buffer => {
    const bytes = Buffer.from(payload.subarray(at, at + length));
    at += length;
    return bytes;
  };
  while (at < payload.length) {
    const keyLength = payload.readUInt16LE(at);
    const valueLength = payload.readUInt32LE(at + 2);
    at += 6;
    const key = take(keyLength);
    changes.push({ key, value: valueLength === removed ? undefined : take(valueLength) });
  }
  return changes;
};

type Found = { number: number; end: number; payload: Buffer };

/** The whole group that begins here; undefined if none does. */
const groupAt = (bytes: Buffer, at: number, id: Buffer): Found | undefined => {
  if (at + headBytes > bytes.length || !mark.equals(bytes.subarray(at, at + 4))) return undefined;
  const end = at + headBytes + bytes.readUInt32LE(at + 8);
  if (end > bytes.length || checksum(bytes.subarray(at + 8, end), id) !== bytes.readUInt32LE(at + 4))
    return undefined;
  return { number: bytes.readUIntLE(at + 14, 6), end, payload: bytes.subarray(at + headBytes, end) };
};

const damaged = (path: string, number: number): Error =>
  new Error(
    `${path} is damaged: write ${number} cannot be read, and later ones are there. Restore a backup.`,
  );

/**
 * The groups after number `after` in one file. The file is used again and again from its beginning: what lies behind
 * the newest group is older, and ends the reading. A group that was cut off by a crash ends it as well, if no newer
 * one lies behind it: nobody was told that it is safe.
 */
const groupsIn = (path: string, id: Buffer, after: number): Group[] => {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const head = bytes.subarray(0, title.length + id.length);
  if (head.every((byte) => byte === 0)) return [];
  if (!head.equals(Buffer.concat([title, id]))) {
    throw new Error(`${path} is damaged, or belongs to other data. Move it away only if you know why.`);
  }
  const groups: Group[] = [];
  let last: number | undefined;
  let at = sector;
  for (;;) {
    const group = groupAt(bytes, at, id);
    if (!group || (last !== undefined && group.number !== last + 1)) break;
    if (group.number > after) groups.push({ number: group.number, changes: decodeChanges(group.payload) });
    last = group.number;
    at = aligned(group.end);
  }
  const newest = Math.max(last ?? 0, after);
  for (; at < bytes.length; at += sector) {
    const later = groupAt(bytes, at, id);
    if (later && later.number > newest) throw damaged(path, newest + 1);
  }
  return groups;
};

/** The groups after number `after`, in order. Throws if one is missing, or the files belong to other data. */
export const readLog = (paths: readonly string[], id: Buffer, after: number): Group[] => {
  const groups = paths.flatMap((path) => groupsIn(path, id, after)).toSorted((a, b) => a.number - b.number);
  for (const [i, { number }] of groups.entries()) {
    if (number !== after + 1 + i) throw damaged(paths[0] ?? '', after + 1 + i);
  }
  return groups;
};

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
  writeAll(file, Buffer.concat([title, id], sector), 0);
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
