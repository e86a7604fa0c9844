import { join } from 'node:path';
import { freePort } from '@cobid/embedded/process/freePort.ts';
import { startInbox } from '@cobid/embedded/inbox/start.ts';
import { startMongoChild } from '@cobid/embedded/process/startMongoChild.ts';
import { startRedis } from '@cobid/embedded/redis/start.ts';
import { keepRunning } from './keepRunning.ts';
import type { Parts } from './parts.ts';
import type { Programs } from './programs.ts';
import { isNamed } from './settings.ts';
import type { Environment } from './settings.ts';

const mongoPort = 27_117;
const smtpPort = 2_525;
const webPort = 8_025;
const mailInPort = 2_424;

/**
 * Starts the embedded parts for whatever the environment does not name, each with its data under `data` and on its
 * usual port or a free one. Resolves to the variables that say where they are.
 */
export async function startStores(
  parts: Parts,
  options: { environment: Environment; data: string; programs: Programs; say: (line: string) => void },
): Promise<Environment> {
  const { environment } = options;
  const found = await Promise.all([
    isNamed(environment, 'MONGODB_URI') ? {} : embeddedMongo(parts, options),
    isNamed(environment, 'REDIS_URL') ? {} : embeddedRedis(parts, options),
    isNamed(environment, 'SMTP_URL') ? {} : embeddedInbox(parts, options),
  ]);
  return Object.assign({}, ...found);
}

type StoreOptions = Parameters<typeof startStores>[1];

async function embeddedMongo(parts: Parts, { data, programs, say }: StoreOptions): Promise<Environment> {
  let address = '';
  const start = async () => {
    const port = address === '' ? mongoPort : portOf(address);
    const mongo = await startMongoChild({ program: programs.mongo, data: join(data, 'mongo'), port });
    address = sameAddress(address, mongo);
    return mongo;
  };
  parts.add('store', await keepRunning('The embedded MongoDB', start, say));
  return { MONGODB_URI: `${address}/cobid` };
}

async function embeddedRedis(parts: Parts, { data, say }: StoreOptions): Promise<Environment> {
  let address = '';
  const start = async () => {
    const port = address === '' ? {} : { port: portOf(address) };
    const redis = await startRedis({ data: join(data, 'redis'), notice: say, ...port });
    address = sameAddress(address, redis);
    return redis;
  };
  parts.add('store', await keepRunning('Redis', start, say));
  return { REDIS_URL: address };
}

async function embeddedInbox(parts: Parts, { data, environment }: StoreOptions): Promise<Environment> {
  const inbound = await inboundOnThisMachine(environment);
  const { INBOUND_URL: url, INBOUND_AUTHSERV_ID: authservId } = inbound;
  const replies = url === undefined || authservId === undefined ? {} : { replies: { url, authservId } };
  const inbox = await startInbox({ data: join(data, 'inbox'), smtpPort, webPort, ...replies });
  parts.add('inbox', { stop: inbox.stop, kill: () => undefined });
  return { SMTP_URL: inbox.smtpUrl, INBOX_URL: inbox.url, ...inbound };
}

/**
 * Lets mails be answered from the inbox. It is the mail server of everybody who has a mailbox here, so its word counts
 * (docs/decisions); what the environment names of it stays as it is.
 */
async function inboundOnThisMachine(environment: Environment): Promise<Environment> {
  if (isNamed(environment, 'INBOUND_DOMAIN') || isNamed(environment, 'INBOUND_URL')) return {};
  return {
    INBOUND_DOMAIN: 'cobid.localhost',
    INBOUND_URL: `smtp://127.0.0.1:${await freePort(mailInPort, '127.0.0.1')}`,
    INBOUND_AUTHSERV_ID: 'inbox.localhost',
  };
}

/** API and worker know a store by its address: one that comes back elsewhere is of no use to them. */
function sameAddress(before: string, store: { url: string; kill(): void }): string {
  if (before === '' || before === store.url) return store.url;
  store.kill();
  throw new Error(`its port ${portOf(before)} is taken`);
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
