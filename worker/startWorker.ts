import { seconds } from '@cobid/platform/clock.ts';
import type { Clock } from '@cobid/platform/clock.ts';
import type { Config } from '@cobid/platform/config.ts';
import type { Log } from '@cobid/platform/log.ts';
import type { Metrics } from '@cobid/platform/metrics.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';
import { takeJobs } from '@cobid/platform/queues/takeJobs.ts';
import { connectRedis } from '@cobid/platform/redis.ts';
import { handlersWith } from './handlers.ts';
import { createDomainPace, unpaced } from './mail/domainPace.ts';
import { createMailer } from './mail/mailer.ts';
import { createPastWorkThread } from './pastWork/pastWorkThread.ts';
import { createProfileIndex } from './profiles/profileIndex.ts';
import { keepSchedule } from './schedule.ts';

/** How much a worker does at once, and how soon it notices that something was left undone. */
interface Pace {
  /** Connections to the mail server. */
  connections: number;
  /** Mails of one job that are under way at once; while some are recorded the others are sent. */
  mailsAtOnce: number;
  /** Milliseconds after which what a dead worker had begun is taken over. */
  leaseMs: number;
  sweepEveryMs: number;
}

const usualPace: Pace = { connections: 10, mailsAtOnce: 20, leaseMs: seconds(60), sweepEveryMs: seconds(30) };

export interface WorkerParts {
  config: Config;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  queues: Queues;
  /** The file of the thread for past works, see `threadFile`. */
  thread: URL;
  pace?: Pace;
}

/** Starts taking jobs; several workers may run at once. `stop` finishes what is being done and takes no more. */
export function startWorker(parts: WorkerParts): { stop(): Promise<void> } {
  const { config, log, metrics, queues, pace = usualPace } = parts;
  const { connections, mailsAtOnce, leaseMs, sweepEveryMs } = pace;
  const mailer = createMailer(config, connections);
  const profiles = createProfileIndex(parts);
  const pastWork = createPastWorkThread(parts.thread);
  const redis = connectRedis({ url: config.REDIS_URL, log });
  const perMinute = config.MAIL_PER_DOMAIN_PER_MINUTE;
  const mailPace =
    perMinute === undefined ? unpaced : createDomainPace({ redis, prefix: config.REDIS_PREFIX, perMinute });
  const taker = takeJobs({
    redisUrl: config.REDIS_URL,
    prefix: config.REDIS_PREFIX,
    handlers: handlersWith({ ...parts, mailer, pace: mailPace, profiles, pastWork, mailsAtOnce, leaseMs }),
    concurrency: { matching: 1, mail: connections, bulkMail: 2, clock: 4, pastWork: 1 },
    lockMs: leaseMs / 2,
    log,
    metrics,
  });
  const stopSchedule = keepSchedule(queues, sweepEveryMs, log);
  const stopFollowing = profiles.follow();
  return {
    stop: async () => {
      stopFollowing();
      stopSchedule();
      await pastWork.stop();
      await taker.close();
      mailer.close();
      redis.disconnect();
    },
  };
}
