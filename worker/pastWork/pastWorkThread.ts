import { Worker } from 'node:worker_threads';
import type { PastWork } from '@cobid/domain/matching/pastWork/pastWork.ts';
import type { LearntPastWork } from '@cobid/domain/matching/worthAsking/pastWorkModel.ts';
import type { SimilarWork } from '@cobid/domain/matching/worthAsking/similarWork.ts';
import type { FindTask, PastWorkTask } from './task.ts';

/**
 * Thinks past works over in a thread of its own, which takes seconds to minutes of a processor: the worker goes on taking
 * jobs and mails. Answers null where it was stopped meanwhile; the need for it is still in the database then.
 */
export interface PastWorkThread {
  /** For each question, see `similarWork`. */
  find(task: Omit<FindTask, 'kind'>): Promise<SimilarWork[][] | null>;
  learn(awards: readonly PastWork[]): Promise<LearntPastWork | null>;
  stop(): Promise<void>;
}

/** `file` is that of thread.ts, or of what it was built to. */
export function createPastWorkThread(file: URL): PastWorkThread {
  const running = new Set<Worker>();
  let isStopped = false;

  function run<Answer>(task: PastWorkTask): Promise<Answer | null> {
    if (isStopped) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      const thread = startThread(file, task);
      running.add(thread);
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => {
        running.delete(thread);
        if (isStopped) resolve(null);
        else reject(new Error('the thread for past works ended without an answer'));
      });
    });
  }

  return {
    find: (task) => run({ kind: 'find', ...task }),
    learn: (awards) => run({ kind: 'learn', awards }),
    stop: async () => {
      isStopped = true;
      await Promise.all([...running].map((thread) => thread.terminate()));
    },
  };
}

/** From its source it needs tsx, which does not follow into threads by itself. */
function startThread(file: URL, workerData: PastWorkTask): Worker {
  if (!file.pathname.endsWith('.ts')) return new Worker(file, { workerData });
  const script = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file.href}'); });`;
  return new Worker(script, { workerData, eval: true, execArgv: [] });
}

/** Where the thread's file lies, beside the main file of a process: its source, or what `npm run build` made of it. */
export function threadFile(mainUrl: string): URL {
  return new URL(mainUrl.endsWith('.ts') ? './pastWork/thread.ts' : './pastWorkThread.js', mainUrl);
}
