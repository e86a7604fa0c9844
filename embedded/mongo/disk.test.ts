import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Disk, openDisk } from './disk.ts';
import { walk } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'mongo-disk-'));
const place = (name: string): string => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keyOf = (i: number): Buffer => Buffer.from(`9 ${String(i).padStart(5, '0')}`);

const contentsOf = (disk: Disk): Map<string, string> => {
  const range = { from: Buffer.from('9 '), to: Buffer.from('9!') };
  return new Map([...walk(disk, range, false)].map(({ key, value }) => [String(key), String(value)]));
};

/** A random sequence that is the same at each run. */
const randoms = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

describe('what is stored', () => {
  test('is there after every end, in order or not, with small and large groups', async () => {
    const random = randoms(11);
    const expected = new Map<string, string>();
    let data = place('ends-0');
    let disk = openDisk(data);
    for (let round = 1; round <= 40; round += 1) {
      await disk.commit(() => {
        // Over a megabyte at times: such a group goes past the log.
        const length = random(5) === 0 ? 40_000 : 400;
        for (let i = 0; i < 30; i += 1) {
          const key = keyOf(random(200));
          if (random(3) === 0) {
            disk.remove(key);
            expected.delete(String(key));
          } else {
            const value = `${round} ${'x'.repeat(random(length))}`;
            disk.put(key, Buffer.from(value));
            expected.set(String(key), value);
          }
        }
      });
      if (round % 4 === 0) {
        // What lies on the disk in this moment is what a crash leaves.
        const next = place(`ends-${round}`);
        cpSync(data, next, { recursive: true });
        rmSync(join(next, 'data.mdb-lock'), { force: true });
        await disk.close();
        data = next;
        disk = openDisk(data);
      } else if (round % 5 === 0) {
        await disk.close();
        disk = openDisk(data);
      }
      expect(contentsOf(disk)).toEqual(expected);
    }
    await disk.close();
  });

  test('is whole in every moment, while moves to the data file cross the commits', async () => {
    const data = place('crossing');
    const disk = openDisk(data);
    const random = randoms(5);
    let acknowledged = 0;
    let isDone = false;
    const commits = async (): Promise<void> => {
      for (let n = 1; n <= 60; n += 1) {
        await disk.commit(() => disk.put(keyOf(n), Buffer.alloc(random(30) === 0 ? 1_100_000 : 300, 65)));
        acknowledged = n;
      }
      isDone = true;
    };
    const moves = async (): Promise<void> => {
      for (let i = 0; !isDone; i += 1) {
        await disk.backup(place('crossing-backup'));
        rmSync(place('crossing-backup'));
      }
    };
    const crashes = async (): Promise<void> => {
      for (let i = 0; !isDone; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, random(30)));
        const before = acknowledged;
        const image = place(`crossing-${i}`);
        cpSync(data, image, { recursive: true });
        rmSync(join(image, 'data.mdb-lock'), { force: true });
        const after = openDisk(image);
        const found = [...contentsOf(after).keys()];
        // All that were acknowledged, the one under way perhaps, and none left out in between.
        expect([before, before + 1]).toContain(found.length);
        expect(found.at(-1) ?? String(keyOf(0))).toBe(String(keyOf(found.length)));
        await after.close();
        rmSync(image, { recursive: true });
      }
    };
    await Promise.all([commits(), moves(), crashes()]);
    await disk.close();
  });

  test('of a group that fails is nothing', async () => {
    const disk = openDisk(place('fails'));
    await disk.commit(() => disk.put(keyOf(1), Buffer.from('one')));
    const failing = disk.commit(() => {
      disk.put(keyOf(1), Buffer.from('two'));
      disk.put(keyOf(2), Buffer.from('two'));
      expect(String(disk.get(keyOf(1)))).toBe('two');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(contentsOf(disk)).toEqual(new Map([[String(keyOf(1)), 'one']]));
    await disk.close();
  });

  test('is not seen by others before it is on the disk', async () => {
    const disk = openDisk(place('seen'));
    const committed = disk.commit(() => disk.put(keyOf(1), Buffer.from('one')));
    expect(disk.get(keyOf(1))).toBeUndefined();
    await committed;
    expect(String(disk.get(keyOf(1)))).toBe('one');
    await disk.close();
  });

  test('a snapshot stays as it is while commits and moves to the data file go on', async () => {
    const disk = openDisk(place('frozen'));
    await disk.commit(() => disk.put(keyOf(1), Buffer.from('one')));
    const snapshot = disk.snapshot();
    await disk.commit(() => {
      disk.put(keyOf(1), Buffer.from('two'));
      disk.put(keyOf(2), Buffer.alloc(2 ** 21));
    });
    await disk.backup(place('frozen-copy'));
    expect(String(snapshot.get(keyOf(1)))).toBe('one');
    expect(snapshot.get(keyOf(2))).toBeUndefined();
    snapshot.close();
    expect(String(disk.get(keyOf(1)))).toBe('two');
    await disk.close();
  });
});
