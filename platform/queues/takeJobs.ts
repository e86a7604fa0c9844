import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'bullmq';
import type { Job } from 'bullmq';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { workerConnection } from './connection.ts';
import { jobs, queueNames } from './jobs.ts';
import type { JobName, JobPayload, QueueName } from './jobs.ts';

/** What is done for each job. A handler that throws is tried again as the job's definition says. */
export type Handlers = { [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> };

/** How long BullMQ may take to note in Redis how the last jobs ended; its next start finds out for those it could not. */
const NOTING_MS = 2000;

/** Takes jobs from all queues until it is closed; closing waits for the jobs that run, and not for a Redis that is away. */
export interface JobTaker {
  close(): Promise<void>;
}

export interface JobTakerOptions {
  redisUrl: string;
  prefix: string;
  handlers: Handlers;
  /** How many jobs of a queue run at once in this process. */
  concurrency: Record<QueueName, number>;
  log: Log;
  metrics: Metrics;
  /** After so many milliseconds without a sign of life another worker takes over a job. */
  lockMs?: number;
}

/** Starts one BullMQ worker for each queue. While Redis is away they wait for it. */
export function takeJobs(options: JobTakerOptions): JobTaker {
  const { redisUrl, prefix, handlers, concurrency, log, metrics, lockMs = 30_000 } = options;
  const run = runners(handlers);
  let running = 0;
  const workers = queueNames.map((queue) => {
    const worker = new Worker(queue, (job) => logged(job, () => run(job)), {
      connection: workerConnection(redisUrl),
      prefix: `${prefix}-jobs`,
      concurrency: concurrency[queue],
      lockDuration: lockMs,
      stalledInterval: lockMs,
      // A job whose worker died is no worse than any other; its handler knows how often it was tried.
      maxStalledCount: 10,
    });
    worker.on('error', (err) => log.debug({ err, queue }, 'queue is away'));
    return worker;
  });

  async function logged(job: Job, work: () => Promise<void>): Promise<void> {
    const started = performance.now();
    const line = { job: job.name, ...job.data, attempt: job.attemptsMade + 1 };
    const seconds = () => (performance.now() - started) / 1000;
    running += 1;
    try {
      await work();
      metrics.jobs.observe({ job: job.name, outcome: 'done' }, seconds());
      log.info({ ...line, seconds: seconds() }, 'job done');
    } catch (err) {
      metrics.jobs.observe({ job: job.name, outcome: 'failed' }, seconds());
      log.error({ ...line, seconds: seconds(), err }, 'job failed');
      throw err;
    } finally {
      running -= 1;
    }
  }

  async function nothingRuns(): Promise<void> {
    while (running > 0) await wait(50, undefined, { ref: false });
    await wait(NOTING_MS, undefined, { ref: false });
  }

  return {
    close: async () => {
      await Promise.race([Promise.all(workers.map((worker) => worker.close())), nothingRuns()]);
    },
  };
}

/** Reads a job's payload with its schema and hands it to the handler of its name. */
function runners(handlers: Handlers): (job: Job) => Promise<void> {
  const byName: { [Name in JobName]: (data: unknown) => Promise<void> } = {
    matchTender: (data) => handlers.matchTender(jobs.matchTender.payload.parse(data)),
    matchPart: (data) => handlers.matchPart(jobs.matchPart.payload.parse(data)),
    mergeMatches: (data) => handlers.mergeMatches(jobs.mergeMatches.payload.parse(data)),
    matchCoop: (data) => handlers.matchCoop(jobs.matchCoop.payload.parse(data)),
    sendDelivery: (data) => handlers.sendDelivery(jobs.sendDelivery.payload.parse(data)),
    closeTender: (data) => handlers.closeTender(jobs.closeTender.payload.parse(data)),
    expireInvitation: (data) => handlers.expireInvitation(jobs.expireInvitation.payload.parse(data)),
    wantDigests: (data) => handlers.wantDigests(jobs.wantDigests.payload.parse(data)),
    sendDeliveries: (data) => handlers.sendDeliveries(jobs.sendDeliveries.payload.parse(data)),
    takeInboundMail: (data) => handlers.takeInboundMail(jobs.takeInboundMail.payload.parse(data)),
    learnWeights: (data) => handlers.learnWeights(jobs.learnWeights.payload.parse(data)),
    findWorthAsking: (data) => handlers.findWorthAsking(jobs.findWorthAsking.payload.parse(data)),
    learnPastWork: (data) => handlers.learnPastWork(jobs.learnPastWork.payload.parse(data)),
    sweep: (data) => handlers.sweep(jobs.sweep.payload.parse(data)),
  };
  const known = new Map<string, (data: unknown) => Promise<void>>(Object.entries(byName));
  return async (job) => {
    const runner = known.get(job.name);
    if (runner === undefined) throw new Error(`there is no job called ${job.name}`);
    await runner(job.data);
  };
}
