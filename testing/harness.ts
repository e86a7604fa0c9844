import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';
import { createApp } from '@cobid/api/app.ts';
import { SESSION_MS } from '@cobid/api/http/session.ts';
import { after, settableClock } from '@cobid/platform/clock.ts';
import type { SettableClock } from '@cobid/platform/clock.ts';
import { readConfig } from '@cobid/platform/config.ts';
import type { Config } from '@cobid/platform/config.ts';
import type { Resolver } from '@cobid/platform/dns.ts';
import { createLog } from '@cobid/platform/log.ts';
import type { Log } from '@cobid/platform/log.ts';
import { createMetrics } from '@cobid/platform/metrics.ts';
import { connectMongo, ensureIndexes } from '@cobid/platform/mongo/connect.ts';
import type { Mongo } from '@cobid/platform/mongo/connect.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import { sessions } from '@cobid/platform/mongo/models/session.ts';
import { createQueues } from '@cobid/platform/queues/enqueue.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';
import { connectRedis } from '@cobid/platform/redis.ts';
import { hashToken, newToken } from '@cobid/platform/tokens.ts';
import { testDns } from './testDns.ts';

/**
 * When tests begin unless they say otherwise: a Monday morning. It lies ahead, as a server's TTL removes by its own clock
 * what has expired, in a year with the calendar of 2026.
 */
export const TEST_START = '2037-11-23T09:00:00Z';

export type Agent = ReturnType<typeof supertest.agent>;

/** A running API on real stores, emptied before; the clock stands still until the test moves it. */
export interface TestApp {
  url: string;
  config: Config;
  clock: SettableClock;
  log: Log;
  mongo: Mongo;
  queues: Queues;
  /** A browser of nobody in particular, with a cookie jar of its own. */
  visitor(): Agent;
  /** A browser in which this person is signed in, acting for an organisation where given. */
  as(person: Pick<PersonRecord, 'id'>, actingFor?: { id: string }): Promise<Agent>;
  /** Payloads of the jobs of that name that wait to be taken, oldest first. */
  waitingJobs(name: string): Promise<unknown[]>;
  stop(): Promise<void>;
}

/** Starts the API on a free port over the stores that the environment names; call `stop` in `afterAll`. */
export async function startTestApp(
  options: {
    now?: string;
    settings?: Record<string, string>;
    leniency?: number;
    clientFolder?: string;
    /** The DNS; unless given it knows no names. */
    resolver?: Resolver;
  } = {},
): Promise<TestApp> {
  const prefix = `${process.env['REDIS_PREFIX'] ?? 'cobid-test'}-${randomBytes(4).toString('hex')}`;
  const config = readConfig({ ...process.env, NODE_ENV: 'test', REDIS_PREFIX: prefix, ...options.settings });
  if (config.MONGODB_DATABASE?.startsWith('cobid-test') !== true) {
    throw new Error('tests need MONGODB_DATABASE to begin with cobid-test, as they empty it');
  }
  const clock = settableClock(options.now ?? TEST_START);
  const log = createLog({ level: config.LOG_LEVEL, service: 'test' });
  const metrics = createMetrics({ withProcess: false });
  const mongo = await connectMongo({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
  await ensureIndexes();
  await mongo.clear();
  await mainNetwork();
  const redis = connectRedis({ url: config.REDIS_URL, log });
  if (redis.status !== 'ready') await once(redis, 'ready');
  const queues = createQueues({ redisUrl: config.REDIS_URL, prefix, clock, log, metrics });
  const { leniency = 1000, clientFolder = process.env['CLIENT_FOLDER'], resolver = testDns({}) } = options;
  const app = createApp({
    config,
    clock,
    log,
    metrics,
    mongo,
    redis,
    queues,
    leniency,
    resolver,
    ...(clientFolder === undefined ? {} : { clientFolder }),
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server.address())}`;

  return {
    url,
    config,
    clock,
    log,
    mongo: {
      ...mongo,
      clear: async () => {
        await mongo.clear();
        await mainNetwork();
      },
    },
    queues,
    visitor: () => supertest.agent(url),
    as: async (person, actingFor) => {
      const token = newToken();
      const now = clock();
      await sessions.insert({
        tokenHash: hashToken(token),
        personId: person.id,
        actingFor: actingFor?.id ?? null,
        device: 'Test browser',
        createdAt: now,
        lastSeenAt: now,
        expiresAt: after(now, SESSION_MS),
      });
      const agent = supertest.agent(url);
      agent.jar.setCookie(`cobid-session=${token}`, '127.0.0.1', '/');
      return agent;
    },
    waitingJobs: async (name) => {
      const found = await Promise.all(
        queues.all.map((queue) => queue.getJobs(['waiting', 'delayed'], 0, -1, true)),
      );
      return found
        .flat()
        .filter((job) => job.name === name)
        .map((job) => job.data);
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await Promise.all(queues.all.map((queue) => queue.obliterate({ force: true })));
      await queues.close();
      redis.disconnect();
      await mongo.close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  return address.port;
}
