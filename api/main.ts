import { once } from 'node:events';
import { createServer } from 'node:http';
import { realClock, seconds } from '@cobid/platform/clock.ts';
import { readConfig } from '@cobid/platform/config.ts';
import { createLifecycle } from '@cobid/platform/lifecycle.ts';
import { createLog } from '@cobid/platform/log.ts';
import { createMetrics } from '@cobid/platform/metrics.ts';
import { connectMongo } from '@cobid/platform/mongo/connect.ts';
import { migrate } from '@cobid/platform/mongo/migrate.ts';
import { createQueues } from '@cobid/platform/queues/enqueue.ts';
import { connectRedis } from '@cobid/platform/redis.ts';
import { createApp } from './app.ts';

/** Starts the API: connects, brings the database up to date, listens; SIGTERM stops it in good order. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog({ level: config.LOG_LEVEL, service: 'api' });
  const lifecycle = createLifecycle({ log, deadline: seconds(15) });
  const metrics = createMetrics({ withProcess: true });
  lifecycle.listen();

  const mongo = await connectMongo({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
  lifecycle.onStop('mongo', mongo.close);
  await migrate({ clock: realClock, log });
  const redis = connectRedis({ url: config.REDIS_URL, log });
  lifecycle.onStop('redis', async () => redis.disconnect());
  const queues = createQueues({
    redisUrl: config.REDIS_URL,
    prefix: config.REDIS_PREFIX,
    clock: realClock,
    log,
    metrics,
  });
  lifecycle.onStop('queues', queues.close);

  const app = createApp({ config, clock: realClock, log, metrics, mongo, redis, queues });
  const server = createServer(app);
  // Longer than the proxies in front keep theirs, so that they never send into a connection that we just closed.
  server.keepAliveTimeout = seconds(75);
  lifecycle.onStop('server', async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    await closed;
  });
  server.listen(config.PORT);
  await once(server, 'listening');
  log.info({ port: config.PORT }, 'listening');
}

main().catch((error: unknown) => {
  // The log may not exist yet, and what is wrong with the settings is for a person to read.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
