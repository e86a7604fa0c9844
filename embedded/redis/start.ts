import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../process/freePort.ts';
import { spawnTied } from '../process/tiedChild.ts';
import type { TiedChild } from '../process/tiedChild.ts';
import { findRedisServer } from './findRedisServer.ts';

/** A Redis that runs for this process alone; `url` is what REDIS_URL would say. */
export interface Redis {
  url: string;
  /** Resolves when the server goes, wanted or not. */
  ended: Promise<unknown>;
  /** Resolves once everything written is on disk and the server is gone. */
  stop(): Promise<void>;
  /** Ends it at once; up to a second of writes may be lost. */
  kill(): void;
}

/**
 * Starts a Redis or Valkey server as a child on a free port of the loopback interface, with its append-only file
 * under `data`. It ends with this process. Rejects with one sentence when there is no server and none may be
 * installed, or when it does not come up.
 */
export async function startRedis(options: {
  data: string;
  port?: number;
  path?: string;
  notice?: (line: string) => void;
}): Promise<Redis> {
  const { data, path = process.env.PATH ?? '', notice = () => undefined } = options;
  const server = await findRedisServer({ path, folder: join(data, 'bin'), notice });
  await mkdir(data, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(options.port);
    // umask: what the server writes is for this user only, as the port is for this machine only.
    const child = spawnTied(server, settings(port, data), { umask: '077' });
    const failure = await readiness(child);
    if (failure === undefined) return { ...child, url: `redis://127.0.0.1:${port}` };
    // Somebody else may have taken the port between our look and the server's start.
    if (attempt === 3 || !/address already in use/i.test(failure)) {
      throw new Error(`Redis (${server}) did not start: ${failure}`);
    }
  }
}

function settings(port: number, data: string): string[] {
  const values = {
    bind: '127.0.0.1',
    port: String(port),
    dir: data,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction', // BullMQ must never lose a key to make room
    databases: '64', // one for each test worker
  };
  return Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
}

/** Resolves with nothing once the server says that it listens, or with its last words when it ends before. */
async function readiness(child: TiedChild): Promise<string | undefined> {
  let said = '';
  const ready = new Promise<undefined>((resolve) => {
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
      if (/ready to accept connections/i.test(said)) resolve(undefined);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  return Promise.race([ready, child.ended.then(() => lastLine(said))]);
}

function lastLine(said: string): string {
  return said.trim().split('\n').at(-1)?.trim() || 'it ended without a word';
}
