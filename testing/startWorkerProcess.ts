import { once } from 'node:events';
import { join } from 'node:path';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';

/** A worker in a process of its own. */
export interface WorkerProcess {
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop, and resolves with its exit code once it has. */
  stop(): Promise<number | null>;
}

/**
 * Starts the impatient `workerProcess.ts`, or the worker as it is (`worker/main.ts`), with these settings, and waits
 * until it takes jobs.
 */
export async function startWorkerProcess(
  settings: Record<string, string>,
  {
    mailsAtOnce = 10,
    leaseMs = 2500,
    isAsItIs = false,
  }: { mailsAtOnce?: number; leaseMs?: number; isAsItIs?: boolean } = {},
): Promise<WorkerProcess> {
  const program = isAsItIs
    ? ['worker/main.ts']
    : ['testing/workerProcess.ts', String(mailsAtOnce), String(leaseMs)];
  // Tied to this process: a test that fails before it kills its worker leaves none behind.
  const child = spawnTied(process.execPath, ['--import', 'tsx', ...program], {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env['PATH'], ...settings },
  });
  child.stderr.pipe(process.stderr);
  await Promise.race([
    once(child.stdout, 'data'),
    child.ended.then(() => Promise.reject(new Error('the worker did not start'))),
  ]);
  child.stdout.resume();
  return {
    kill: async () => {
      child.kill();
      await child.ended;
    },
    stop: async () => {
      await child.stop(20_000);
      return child.ended;
    },
  };
}
