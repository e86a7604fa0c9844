import { realClock } from '@cobid/platform/clock.ts';
import { readConfig } from '@cobid/platform/config.ts';
import { createLog } from '@cobid/platform/log.ts';
import { createMetrics } from '@cobid/platform/metrics.ts';
import { connectMongo } from '@cobid/platform/mongo/connect.ts';
import { createQueues } from '@cobid/platform/queues/enqueue.ts';
import { startWorker } from '@cobid/worker/startWorker.ts';

/**
 * A worker as a process of its own that a test can kill, impatient enough for a test to wait for what it takes over:
 * `node --import tsx testing/workerProcess.ts MAILS_AT_ONCE LEASE_MS`, with the settings in the environment. Says "ready".
 */
const config = readConfig();
const log = createLog({ level: config.LOG_LEVEL, service: 'worker' });
const metrics = createMetrics({ withProcess: false });
const clock = realClock;
await connectMongo({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
const queues = createQueues({
  redisUrl: config.REDIS_URL,
  prefix: config.REDIS_PREFIX,
  clock,
  log,
  metrics,
});
const atOnce = Number(process.argv[2] ?? 10);
const leaseMs = Number(process.argv[3] ?? 2500);
const pace = { connections: atOnce, mailsAtOnce: atOnce, leaseMs, sweepEveryMs: 500 };
const thread = new URL('../worker/pastWork/thread.ts', import.meta.url);
startWorker({ config, clock, log, metrics, queues, thread, pace });
console.log('ready');
