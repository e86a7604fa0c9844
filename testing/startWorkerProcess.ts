import { once } from 'node:events';
import { join } from 'node:path';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';

/** A worker in a process of its own. */
export interface WorkerProcess {
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts `workerProcess.ts` with these settings and waits until it takes jobs. */
export async function startWorkerProcess(
  settings: Record<string, string>,
  mailsAtOnce = 10,
): Promise<WorkerProcess> {
  const program = ['--import', 'tsx', 'testing/workerProcess.ts', String(mailsAtOnce)];
  // Tied to this process: a test that fails before it kills its worker leaves none behind.
  const child = spawnTied(process.execPath, program, {
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
  };
}
