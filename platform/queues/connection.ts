import type { QueueOptions } from 'bullmq';

type Connection = QueueOptions['connection'];

/** For those who add jobs: fails at once while Redis is away, as a person waits for the answer. */
export function producerConnection(url: string): Connection {
  return { url, enableOfflineQueue: false, maxRetriesPerRequest: 1, disconnectTimeout: 200, retryStrategy };
}

/** For those who take jobs: waits as long as Redis is away. */
export function workerConnection(url: string): Connection {
  return { url, maxRetriesPerRequest: null, retryStrategy };
}

/** Milliseconds until the next try to connect: soon at first, every 2 s at last. */
function retryStrategy(times: number): number {
  return Math.min(50 * 2 ** times, 2000);
}
