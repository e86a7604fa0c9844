import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { missingRedis } from './findRedisServer.ts';
import { startRedis } from './start.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cobid-redis-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('startRedis', () => {
  test('keeps what was written over a restart, for this user only', async () => {
    const data = join(folder, 'kept');
    const first = await startRedis({ data });
    await ask(first.url, (redis) => redis.set('greeting', 'hello'));
    await first.stop();

    const second = await startRedis({ data });
    expect(await ask(second.url, (redis) => redis.get('greeting'))).toBe('hello');
    await second.stop();
    expect((await stat(data)).mode & 0o077).toBe(0);
    expect((await stat(join(data, 'appendonlydir'))).mode & 0o077).toBe(0);
  });

  test('never evicts and syncs every second', async () => {
    const redis = await startRedis({ data: join(folder, 'settings') });
    const setting = (name: string) =>
      ask(redis.url, async (client) => (await client.config('GET', name)) as unknown);
    expect(await setting('maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await setting('appendfsync')).toEqual(['appendfsync', 'everysec']);
    await redis.stop();
  });

  test('starts beside another one', async () => {
    const one = await startRedis({ data: join(folder, 'one') });
    const two = await startRedis({ data: join(folder, 'two'), port: portOf(one.url) });
    expect(two.url).not.toBe(one.url);
    await Promise.all([one.stop(), two.stop()]);
  });

  test('says in one sentence what to install where nothing can be installed', async () => {
    await expect(startRedis({ data: join(folder, 'none'), path: folder })).rejects.toThrow(missingRedis);
  });

  test('ends with its parent, even if that is killed', async () => {
    const start = join(import.meta.dirname, 'start.ts');
    const script = `import { startRedis } from ${JSON.stringify(start)};
      console.log((await startRedis({ data: ${JSON.stringify(join(folder, 'orphan'))} })).url);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const [said]: unknown[] = await once(parent.stdout, 'data');
    const port = portOf(String(said).trim());
    expect(await isOpen(port)).toBe(true);
    parent.kill('SIGKILL');
    for (let waited = 0; waited < 5_000 && (await isOpen(port)); waited += 50) await sleep(50);
    expect(await isOpen(port)).toBe(false);
    expect(execFileSync('ps', ['-eo', 'args']).toString()).not.toContain(join(folder, 'orphan'));
  });
});

async function ask<T>(url: string, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
