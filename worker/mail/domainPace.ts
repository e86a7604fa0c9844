import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { seconds } from '@cobid/platform/clock.ts';

/** How many mails go to each domain, so that a large provider does not take them for an attack. */
export interface DomainPace {
  /** Milliseconds that a mail to this address has to wait; 0, and it is counted, when it may go now. */
  waitFor(email: string): Promise<number>;
}

const MINUTE_SECONDS = 60;

/** No limit at all: for a mail server that keeps one itself. */
export const unpaced: DomainPace = { waitFor: async () => 0 };

/** So many mails a minute to each domain, for all workers together; in this one's memory while Redis is away. */
export function createDomainPace(options: { redis: Redis; prefix: string; perMinute: number }): DomainPace {
  const { redis, prefix, perMinute } = options;
  const bounds = { keyPrefix: `${prefix}-mails-to`, points: perMinute, duration: MINUTE_SECONDS };
  const limiter = new RateLimiterRedis({
    ...bounds,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(bounds),
  });
  return {
    waitFor: async (email) => {
      try {
        await limiter.consume(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
        return 0;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        // Those that were refused before in this minute go first: who comes later waits for more minutes.
        const minutesFull = Math.floor((error.consumedPoints - perMinute - 1) / perMinute);
        return error.msBeforeNext + seconds(minutesFull * MINUTE_SECONDS);
      }
    },
  };
}
