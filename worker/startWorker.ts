import { seconds } from '@cobid/platform/clock.ts';
import type { Clock } from '@cobid/platform/clock.ts';
import type { Config } from '@cobid/platform/config.ts';
import type { Log } from '@cobid/platform/log.ts';
import type { Metrics } from '@cobid/platform/metrics.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';
import { takeJobs } from '@cobid/platform/queues/takeJobs.ts';
import { handlersWith } from './handlers.ts';
import { createMailer } from './mail/mailer.ts';
import { keepSchedule } from './schedule.ts';

/** As many mails at once as there are connections to the mail server. */
const MAILS_AT_ONCE = 10;

export interface WorkerParts {
  config: Config;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  queues: Queues;
  /** Milliseconds after which what a dead worker had begun is taken over; short in tests. */
  leaseMs?: number;
}

/** Starts taking jobs; several workers may run at once. `stop` finishes what is being done and takes no more. */
export function startWorker(parts: WorkerParts): { stop(): Promise<void> } {
  const { config, log, metrics, queues, leaseMs = seconds(60) } = parts;
  const mailer = createMailer({
    smtpUrl: config.SMTP_URL,
    from: config.MAIL_FROM,
    appUrl: config.APP_URL,
    connections: MAILS_AT_ONCE,
  });
  const taker = takeJobs({
    redisUrl: config.REDIS_URL,
    prefix: config.REDIS_PREFIX,
    handlers: handlersWith({ ...parts, mailer, leaseMs }),
    concurrency: { matching: 1, mail: MAILS_AT_ONCE, clock: 4 },
    lockMs: leaseMs / 2,
    log,
    metrics,
  });
  const stopSchedule = keepSchedule(queues, log);
  return {
    stop: async () => {
      stopSchedule();
      await taker.close();
      mailer.close();
    },
  };
}
