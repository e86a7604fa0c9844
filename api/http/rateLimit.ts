import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Redis } from 'ioredis';
import { refusal } from './problem.ts';
import type { Limit } from './route.ts';

/** Counts calls, in Redis for all processes together; in this process's memory while Redis is away. */
export interface RateLimiter {
  /** Counts one call of `name` by `key`; refuses with 429 and Retry-After where that was one too many. */
  count(name: string, limit: Limit, key: string): Promise<void>;
}

/** `leniency` multiplies every limit; tests that are not about limits set it high. */
export function createRateLimiter(options: { redis: Redis; prefix: string; leniency?: number }): RateLimiter {
  const { redis, prefix, leniency = 1 } = options;
  const limiters = new Map<string, RateLimiterRedis>();

  function limiterFor(name: string, limit: Limit): RateLimiterRedis {
    const keyPrefix = `${prefix}-limit-${name}-${limit.by}-${limit.seconds}`;
    const known = limiters.get(keyPrefix);
    if (known !== undefined) return known;
    const bounds = { keyPrefix, points: limit.points * leniency, duration: limit.seconds };
    const made = new RateLimiterRedis({
      ...bounds,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(bounds),
    });
    limiters.set(keyPrefix, made);
    return made;
  }

  return {
    count: async (name, limit, key) => {
      try {
        await limiterFor(name, limit).consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw refusal('too_many', { retryAfterSeconds });
      }
    },
  };
}
