import type { Redis } from 'ioredis';
import type { Clock } from '@cobid/platform/clock.ts';
import type { Config } from '@cobid/platform/config.ts';
import type { Resolver } from '@cobid/platform/dns.ts';
import type { Log } from '@cobid/platform/log.ts';
import type { Metrics } from '@cobid/platform/metrics.ts';
import type { Mongo } from '@cobid/platform/mongo/connect.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';
import type { RateLimiter } from './rateLimit.ts';

/** What handlers may use besides the models. */
export interface Services {
  config: Config;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  mongo: Mongo;
  redis: Redis;
  queues: Queues;
  limiter: RateLimiter;
  /** The DNS. */
  resolver: Resolver;
}
