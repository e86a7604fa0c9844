import { realClock, seconds } from '@cobid/platform/clock.ts';
import { readConfig } from '@cobid/platform/config.ts';
import { createLifecycle } from '@cobid/platform/lifecycle.ts';
import { createLog } from '@cobid/platform/log.ts';
import { createMetrics } from '@cobid/platform/metrics.ts';
import { connectMongo } from '@cobid/platform/mongo/connect.ts';
import { migrate } from '@cobid/platform/mongo/migrate.ts';
import { createQueues } from '@cobid/platform/queues/enqueue.ts';
import { threadFile } from './pastWork/pastWorkThread.ts';
import { startWorker } from './startWorker.ts';

/** Starts a worker: connects, brings the database up to date, takes jobs; SIGTERM lets it finish what it does. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog({ level: config.LOG_LEVEL, service: 'worker' });
  const lifecycle = createLifecycle({ log, deadline: seconds(40) });
  const metrics = createMetrics({ withProcess: true });
  lifecycle.listen();

  const mongo = await connectMongo({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
  lifecycle.onStop('mongo', () => mongo.close());
  await migrate({ clock: realClock, log });
  const queues = createQueues({
    redisUrl: config.REDIS_URL,
    prefix: config.REDIS_PREFIX,
    clock: realClock,
    log,
    metrics,
  });
  lifecycle.onStop('queues', () => queues.close());
  const thread = threadFile(import.meta.url);
  const worker = startWorker({ config, clock: realClock, log, metrics, queues, thread });
  lifecycle.onStop('worker', () => worker.stop());
  log.info('taking jobs');
}

main().catch((error: unknown) => {
  // The log may not exist yet, and what is wrong with the settings is for a person to read.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
