import { FlowProducer, Queue } from 'bullmq';
import type { JobsOptions } from 'bullmq';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { producerConnection } from './connection.ts';
import { jobs, queueNames } from './jobs.ts';
import type { JobName, JobPayload, QueueName } from './jobs.ts';

/** Longer than this nobody waits for Redis; the sweep does the rest. */
const PATIENCE_MS = 1500;

/** Adds jobs to queues. A queue is only a nudge: what has to be done is in the database already. */
export interface Queues {
  /**
   * Asks a worker to do something now, or at a moment. Never throws: where Redis is away it is logged and false is
   * returned, and the sweep will find the need.
   */
  nudge<Name extends JobName>(
    name: Name,
    payload: JobPayload<Name>,
    options?: { at?: Date },
  ): Promise<boolean>;
  /** The same for many payloads in one round trip. */
  nudgeAll<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]): Promise<boolean>;
  /**
   * Asks any workers to do the parts at once, and one of them the last job when all parts are done (a BullMQ flow).
   * While it is under way it is not begun again; where a part fails for good the last job does, too, and the need stays.
   */
  nudgeInParts<Last extends JobName, Part extends JobName>(
    last: { name: Last; payload: JobPayload<Last> },
    parts: { name: Part; payloads: readonly JobPayload<Part>[] },
  ): Promise<boolean>;
  /** The queues themselves, for the operator's page and for tests. */
  all: readonly Queue[];
  close(): Promise<void>;
}

/** Opens all queues for adding; `prefix` keeps installations on one Redis apart. */
export function createQueues(options: {
  redisUrl: string;
  prefix: string;
  clock: Clock;
  log: Log;
  metrics?: Metrics;
}): Queues {
  const { log, clock, metrics } = options;
  const queues = new Map<QueueName, Queue>(
    queueNames.map((name) => [
      name,
      new Queue(name, { connection: producerConnection(options.redisUrl), prefix: `${options.prefix}-jobs` }),
    ]),
  );
  for (const [name, queue] of queues) {
    queue.on('error', (err) => log.debug({ err, queue: name }, 'queue is away'));
  }

  async function nudgeEach<Name extends JobName>(
    name: Name,
    payloads: readonly JobPayload<Name>[],
    at?: Date,
  ): Promise<boolean> {
    if (payloads.length === 0) return true;
    const queue = queues.get(jobs[name].queue);
    const added = payloads.map((data) => ({ name, data, opts: jobOptions(name, data, at, clock()) }));
    try {
      await inTime(queue?.addBulk(added));
      return true;
    } catch (err) {
      log.warn({ err, job: name, count: payloads.length }, 'could not nudge; the sweep will find it');
      metrics?.nudgesLost.inc({ job: name }, payloads.length);
      return false;
    }
  }

  let flows: FlowProducer | undefined;

  async function nudgeInParts<Last extends JobName, Part extends JobName>(
    last: { name: Last; payload: JobPayload<Last> },
    parts: { name: Part; payloads: readonly JobPayload<Part>[] },
  ): Promise<boolean> {
    flows ??= new FlowProducer({
      connection: producerConnection(options.redisUrl),
      prefix: `${options.prefix}-jobs`,
    }).on('error', (err) => log.debug({ err }, 'queue is away'));
    try {
      await inTime(
        flows.add({
          name: last.name,
          queueName: jobs[last.name].queue,
          data: last.payload,
          opts: flowOptions(last.name, last.payload),
          children: parts.payloads.map((data) => ({
            name: parts.name,
            queueName: jobs[parts.name].queue,
            data,
            opts: { ...flowOptions(parts.name, data), failParentOnFailure: true },
          })),
        }),
      );
      return true;
    } catch (err) {
      log.warn({ err, job: last.name, count: 1 }, 'could not nudge; the sweep will find it');
      metrics?.nudgesLost.inc({ job: last.name });
      return false;
    }
  }

  return {
    nudgeInParts,
    nudge: (name, payload, { at } = {}) => nudgeEach(name, [payload], at),
    nudgeAll: (name, payloads) => nudgeEach(name, payloads),
    all: [...queues.values()],
    close: async () =>
      void (await Promise.allSettled([
        ...[...queues.values()].map((queue) => queue.close()),
        ...(flows === undefined ? [] : [flows.close()]),
      ])),
  };
}

/** How one job is queued: kept for a while when it is over, so that operators can see what happened. */
function jobOptions<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  at: Date | undefined,
  now: Date,
): JobsOptions {
  const { attempts, backoff, id } = jobs[name];
  const moment = at === undefined ? '' : `-at-${at.getTime()}`;
  return {
    attempts,
    backoff,
    // While one waits a second is not needed; while one runs a second has to follow, as facts may have changed. One that
    // failed and waits for its next try gives way: what hindered it may be over.
    deduplication: { id: `${id(payload)}${moment}`, keepLastIfActive: true, replace: true },
    delay: at === undefined ? 0 : Math.max(0, at.getTime() - now.getTime()),
    removeOnComplete: { count: 500, age: 24 * 3600 },
    removeOnFail: { age: 14 * 24 * 3600 },
  };
}

/** What is over leaves nothing behind: an id that is still there would keep the same work from being done anew. */
function flowOptions<Name extends JobName>(name: Name, payload: JobPayload<Name>) {
  const { attempts, backoff, id } = jobs[name];
  return { jobId: id(payload), attempts, backoff, removeOnComplete: true, removeOnFail: true };
}

async function inTime<T>(work: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer in time')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
