import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openLog } from './log.ts';
import { type Group, readLog } from './logGroups.ts';

const folder = mkdtempSync(join(tmpdir(), 'mongo-log-'));
const id = Buffer.alloc(16, 7);
let paths: [string, string] = ['', ''];
let serial = 0;

beforeEach(() => {
  serial += 1;
  paths = [join(folder, `${serial}-a`), join(folder, `${serial}-b`)];
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const groupOf = (number: number, bytes = 700): Group => ({
  number,
  changes: [
    { key: Buffer.from(`key ${number}`), value: Buffer.alloc(bytes, number) },
    { key: Buffer.from(`gone ${number}`), value: undefined },
    { key: Buffer.from('empty'), value: Buffer.alloc(0) },
  ],
});

const write = async (turns: number[][]): Promise<void> => {
  const log = openLog(paths, id);
  for (const [i, numbers] of turns.entries()) {
    if (i > 0) log.turn();
    for (const number of numbers) await log.append(groupOf(number));
  }
  log.close();
};

const numbers = (after: number): number[] => readLog(paths, id, after).map(({ number }) => number);

describe('the log', () => {
  test('gives back what was written, from both files and in order', async () => {
    await write([
      [5, 6, 7],
      [8, 9],
    ]);
    expect(readLog(paths, id, 4)).toEqual([5, 6, 7, 8, 9].map((number) => groupOf(number)));
    expect(numbers(7)).toEqual([8, 9]);
    expect(numbers(9)).toEqual([]);
  });

  test('of a file that was used again only the newest run counts', async () => {
    await write([[1, 2, 3, 4], [5, 6], [7]]);
    expect(numbers(4)).toEqual([5, 6, 7]);
    expect(numbers(6)).toEqual([7]);
  });

  test('files that do not exist, or were made and not written, hold nothing', () => {
    expect(numbers(0)).toEqual([]);
    writeFileSync(paths[0], '');
    writeFileSync(paths[1], Buffer.alloc(512));
    expect(numbers(0)).toEqual([]);
  });

  test('cut off at any byte it gives the groups before the cut', async () => {
    await write([[1, 2, 3]]);
    const whole = join(folder, 'whole');
    copyFileSync(paths[0], whole);
    // Three groups of 1,024 bytes after a head of 512.
    for (let length = 512; length < 512 + 3 * 1024; length += 37) {
      copyFileSync(whole, paths[0]);
      truncateSync(paths[0], length);
      const expected = [1, 2, 3].slice(0, numbers(0).length);
      expect(numbers(0)).toEqual(expected);
      expect(numbers(0).length).toBeGreaterThanOrEqual(Math.floor((length - 512) / 1024));
    }
  });

  test('damage within is told, not passed over: what follows was acknowledged', async () => {
    await write([[1, 2, 3]]);
    const bytes = readFileSync(paths[0]);
    bytes[512 + 300] = 99;
    writeFileSync(paths[0], bytes);
    expect(() => numbers(0)).toThrow('write 1 cannot be read');
    expect(numbers(3)).toEqual([]);
  });

  test('a missing file is told', async () => {
    await write([[1, 2], [3]]);
    rmSync(paths[0]);
    expect(() => numbers(0)).toThrow('write 1 cannot be read');
  });

  test('the log of other data is refused', async () => {
    await write([[1]]);
    expect(() => readLog(paths, Buffer.alloc(16, 8), 0)).toThrow('belongs to other data');
  });
});
