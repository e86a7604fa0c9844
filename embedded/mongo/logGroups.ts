import { existsSync, readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Change } from './layer.ts';

/** A group of changes that was acknowledged as one; the numbers of groups rise by one. */
export type Group = { number: number; changes: Change[] };

/** Groups begin at multiples of this, so that writing one never touches a sector of an earlier one. */
export const sector = 512;
const headBytes = 20;
const mark = Buffer.from('CoGr');
const title = Buffer.from('Cobid log 1\n');

/** The first sector of a log file. */
export const encodeTitle = (id: Buffer): Buffer => Buffer.concat([title, id], sector);

const removed = 0xffff_ffff;

/** The files' own checksum, which nobody who writes documents can foresee: none of their bytes pass for a group. */
const checksum = (bytes: Buffer, id: Buffer): number => crc32(bytes, crc32(id));

/** The next multiple of a sector. */
export const aligned = (bytes: number): number => Math.ceil(bytes / sector) * sector;

/** A group as it lies in the file: mark, checksum of all behind it, payload length, number, payload, zeros. */
export const encodeGroup = ({ number, changes }: Group, id: Buffer): Buffer => {
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
