import type { Clock } from '@cobid/platform/clock.ts';
import type { Config } from '@cobid/platform/config.ts';
import type { Log } from '@cobid/platform/log.ts';
import type { Metrics } from '@cobid/platform/metrics.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';
import type { JobName, JobPayload } from '@cobid/platform/queues/jobs.ts';
import type { DomainPace } from './mail/domainPace.ts';
import type { Mailer } from './mail/mailer.ts';
import type { PastWorkThread } from './pastWork/pastWorkThread.ts';
import type { ProfileIndex } from './profiles/profileIndex.ts';

/** What job handlers may use besides the models. */
export interface Context {
  config: Pick<Config, 'APP_URL' | 'COBID_SECRET' | 'INBOUND_DOMAIN' | 'MATCHING_PARTITIONS'>;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  queues: Queues;
  mailer: Mailer;
  profiles: ProfileIndex;
  pastWork: PastWorkThread;
  pace: DomainPace;
  /** Mails of one job that are under way at once. */
  mailsAtOnce: number;
  /** Milliseconds that a worker may take to send one mail before another one tries. */
  leaseMs: number;
}

/** Does one job: reads what is to be done, and does nothing when the moment has passed. Safe to repeat. */
export type Handler<Name extends JobName> = (payload: JobPayload<Name>, context: Context) => Promise<void>;
