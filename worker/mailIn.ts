import { realClock, seconds } from '@cobid/platform/clock.ts';
import { readConfig } from '@cobid/platform/config.ts';
import { resolveDns } from '@cobid/platform/dns.ts';
import { createLifecycle } from '@cobid/platform/lifecycle.ts';
import { createLog } from '@cobid/platform/log.ts';
import { createMetrics } from '@cobid/platform/metrics.ts';
import { connectMongo } from '@cobid/platform/mongo/connect.ts';
import { migrate } from '@cobid/platform/mongo/migrate.ts';
import { createQueues } from '@cobid/platform/queues/enqueue.ts';
import { destinationsWith } from './inbound/destination.ts';
import { keepMail } from './inbound/keepMail.ts';
import { listenForMail } from './inbound/listenForMail.ts';

/** Starts the process that mail comes in by: it stores what it is handed, and workers do the rest. */
async function main(): Promise<void> {
  const config = readConfig();
  const { INBOUND_URL: url, INBOUND_DOMAIN: hostname } = config;
  if (url === undefined || hostname === undefined) {
    throw new Error(
      'INBOUND_URL and INBOUND_DOMAIN are not set, so there is no mail to listen for. See .env.example.',
    );
  }
  const log = createLog({ level: config.LOG_LEVEL, service: 'mailIn' });
  const lifecycle = createLifecycle({ log, deadline: seconds(15) });
  const metrics = createMetrics({ withProcess: true });
  lifecycle.listen();
  const mongo = await connectMongo({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
  lifecycle.onStop('mongo', () => mongo.close());
  await migrate({ clock: realClock, log });
  const { REDIS_URL: redisUrl, REDIS_PREFIX: prefix } = config;
  const queues = createQueues({ redisUrl, prefix, clock: realClock, log, metrics });
  lifecycle.onStop('queues', () => queues.close());
  const keeping = { config, clock: realClock, queues, hostname, resolver: resolveDns };
  const listener = await listenForMail({
    url,
    hostname,
    destinationOf: destinationsWith(config),
    take: (mail) => keepMail(mail, keeping),
    log,
  });
  lifecycle.onStop('listener', () => listener.stop());
  log.info({ port: listener.port }, 'listening for mail');
}

main().catch((error: unknown) => {
  // The log may not exist yet, and what is wrong with the settings is for a person to read.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
