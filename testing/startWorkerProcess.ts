import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

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
  const child = spawn(process.execPath, program, {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => Promise.reject(new Error('the worker did not start'))),
  ]);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
