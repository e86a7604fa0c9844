import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { takeInstanceLock } from './instanceLock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cobid-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  test('is held by one at a time, who says where it is', async () => {
    const socket = join(folder, 'lock.sock');
    const first = await takeInstanceLock(socket);
    if ('heldBy' in first) throw new Error('nobody else is here');
    expect(await takeInstanceLock(socket)).toEqual({ heldBy: 'It is still starting.' });
    first.tell('It is at http://localhost:3000.');
    expect(await takeInstanceLock(socket)).toEqual({ heldBy: 'It is at http://localhost:3000.' });
    await first.release();

    const second = await takeInstanceLock(socket);
    if ('heldBy' in second) throw new Error('it was released');
    await second.release();
  });

  test('is free again when its holder was killed', async () => {
    const socket = join(folder, 'lock.sock');
    const script = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => console.log('held'));`;
    const holder = spawn(process.execPath, ['-e', script]);
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'exit');

    const next = await takeInstanceLock(socket);
    if ('heldBy' in next) throw new Error('its holder is gone');
    await next.release();
  });
});
