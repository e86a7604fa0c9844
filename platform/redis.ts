import { Redis } from 'ioredis';
import type { Log } from './log.ts';

/** A connection for rate limits and readiness: it answers at once or fails at once. */
export function connectRedis(options: { url: string; log: Log }): Redis {
  const redis = new Redis(options.url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(50 * 2 ** times, 2000),
  });
  redis.on('error', (err) => options.log.debug({ err }, 'redis is away'));
  return redis;
}
