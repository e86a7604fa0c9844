import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '@cobid/embedded/process/freePort.ts';
import { z } from 'zod';
import { temporaryRoot } from './temporaryRoot.ts';

const started = z.object({ address: z.url(), inbox: z.url().optional() });

/** A Cobid as `npm start` starts it, with data of its own that go when it stops. */
export interface RunningCobid {
  address: string;
  /** The web view and API of the inbox that all its mail goes to. */
  inbox: string;
  /** The process that supervises all others. */
  supervisor: ChildProcess;
  /** Stops it like Ctrl-C does; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts Cobid like `npm start` does, beside any other, on free ports and with a new data folder or database. What
 * it complains of is passed on to stderr. `root` may be another checkout, and `arguments` go to its start.
 */
export async function startRunningCobid(
  options: { root?: string; data?: string; arguments?: string[]; environment?: Record<string, string> } = {},
): Promise<RunningCobid> {
  const { root = join(import.meta.dirname, '..') } = options;
  const own = options.data === undefined ? await mkdtemp(join(temporaryRoot(), 'cobid-')) : undefined;
  const data = options.data ?? own ?? '';
  // In a MongoDB or Redis that others use, too, the same data folder means the same database.
  const name = `cobid-test-${createHash('sha256').update(data).digest('hex').slice(0, 8)}`;
  const child = spawn(
    process.execPath,
    ['scripts/start.mjs', '--json', '--until-stdin-ends', '--data', data, ...(options.arguments ?? [])],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        MONGODB_DATABASE: name,
        REDIS_PREFIX: name,
        PORT: String(await freePort(0, '')),
        APP_URL: '',
        ...options.environment,
      },
    },
  );
  const { address, inbox } = await firstAnswer(child);
  return {
    address,
    inbox: inbox ?? process.env['INBOX_URL'] ?? '',
    supervisor: child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGINT');
        await once(child, 'exit');
      }
      if (own !== undefined) await rm(own, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

/** Reads on after the answer: a full pipe would hold up the child. */
async function firstAnswer({ stdout }: ChildProcess): Promise<z.infer<typeof started>> {
  if (stdout === null) throw new Error('Cobid has no output.');
  const lines = createInterface({ input: stdout });
  return new Promise((resolve, reject) => {
    lines.on('close', () => reject(new Error('Cobid ended before it was ready.')));
    lines.on('line', (line) => {
      if (line.startsWith('{')) resolve(started.parse(JSON.parse(line)));
      else process.stderr.write(`${line}\n`);
    });
  });
}
