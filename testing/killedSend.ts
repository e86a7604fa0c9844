import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@cobid/embedded/process/freePort.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { after as laterThan } from '@cobid/platform/mongo/filter.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { tellings } from '@cobid/platform/mongo/models/telling.ts';
import { buildClient, buildTender, completeTender } from './builders.ts';
import type { TestApp } from './harness.ts';
import { readSunk, startSmtpSink } from './smtpSink/start.ts';
import { startWorkerProcess } from './startWorkerProcess.ts';
import { storeMailedNetwork } from './worlds/mailedNetwork.ts';

/** What came of sends during which processes were killed. */
export interface KilledSend {
  sends: number;
  mails: number;
  /** While mails were on their way. */
  killedWorkers: number;
  killedServers: number;
  /** Mails that a server never got, or whose row does not say that they were sent. */
  lost: number;
  /** Copies beyond the first. */
  doubled: number;
  /** Copies that cannot be recognised, as their Message-ID is another one. */
  unrecognisable: number;
}

interface Options {
  /** Mails of each send. */
  mails: number;
  /** Sends go on until so many processes were killed while mails were on their way. */
  kills: number;
  folder: string;
  /** Called after each send. */
  notice?: (so: KilledSend) => void;
}

/** The server writes a mail down up to so many milliseconds before it says 250: the window is wide open. */
const SLOW_MS = 100;
/** Short, so that what a dead worker held is soon taken over; long enough for a slow machine to send a hundred. */
const LEASE_MS = 8000;
const TIMEOUT_MS = 600_000;

/**
 * Sends a tender's mails with two workers over an SMTP server, all in processes of their own, and kills them at random
 * moments (SIGKILL), the server as well, each to be started again; when a send is over another one begins. The server
 * writes down each mail before its 250, so that what it took is known however it ends.
 */
export async function killedSend(app: TestApp, options: Options): Promise<KilledSend> {
  const so: KilledSend = {
    sends: 0,
    mails: 0,
    killedWorkers: 0,
    killedServers: 0,
    lost: 0,
    doubled: 0,
    unrecognisable: 0,
  };
  const kills = () => so.killedWorkers + so.killedServers;
  await storeMailedNetwork(options.mails, 'react', app.clock());
  const record = join(options.folder, 'sunk');
  const port = await freePort(undefined, '127.0.0.1');
  const settings = workerSettings(app, `smtp://127.0.0.1:${port}`);
  let isOver = false;
  const isFlowing = watch(record);
  const mayKill = () => isFlowing() && kills() < options.kills;

  /** Keeps a process running, and kills it now and then. */
  const keep = async (
    start: () => Promise<{ kill(): Promise<void> }>,
    longestMs: number,
    count: () => void,
  ) => {
    while (!isOver) {
      const running = await start();
      const until = Date.now() + Math.random() * longestMs;
      while (!isOver && (Date.now() < until || !mayKill())) await wait(5);
      if (!isOver) count();
      await running.kill();
    }
  };
  const keepers = [
    ...[1, 2].map(() =>
      keep(
        () => startWorkerProcess(settings, { leaseMs: LEASE_MS }),
        6000,
        () => (so.killedWorkers += 1),
      ),
    ),
    keep(
      () => startSmtpSink({ record, port, slowMs: SLOW_MS }),
      6000,
      () => (so.killedServers += 1),
    ),
  ];
  const work = async () => {
    while (kills() < options.kills) {
      rmSync(record, { force: true });
      const tenderId = await publish(app, so.sends);
      await everythingIsSent(tenderId, options.mails);
      await judge(so, options.mails, record);
      options.notice?.(so);
    }
  };
  try {
    await Promise.race([work(), Promise.all(keepers)]);
  } finally {
    isOver = true;
    await Promise.allSettled(keepers);
  }
  return so;
}

function workerSettings({ config }: TestApp, smtpUrl: string): Record<string, string> {
  const { APP_URL, COBID_SECRET, MONGODB_URI, REDIS_PREFIX, REDIS_URL, MAIL_FROM } = config;
  const stores = { MONGODB_URI, MONGODB_DATABASE: config.MONGODB_DATABASE ?? '', REDIS_PREFIX, REDIS_URL };
  return { ...stores, APP_URL, COBID_SECRET, MAIL_FROM, SMTP_URL: smtpUrl, LOG_LEVEL: 'silent' };
}

/** A tender that fits every co-op, as publishing leaves it behind. */
async function publish(app: TestApp, number: number): Promise<string> {
  const now = new Date();
  app.clock.set(now);
  const { client } = await buildClient();
  const tender = await buildTender({
    clientId: client.id,
    content: {
      ...completeTender,
      title: `Shared bikes, part ${number + 1}`,
      deadline: after(now, days(14)).toISOString(),
    },
    matching: { wantedAt: now, doneAt: null, version: 1 },
    needsMatching: true,
  });
  await app.queues.nudge('matchTender', { tenderId: tender.id });
  return tender.id;
}

/** Whether a mail was written down a moment ago: there is nothing to find out by a kill while nothing goes on. */
function watch(record: string): () => boolean {
  let [size, grewAt] = [0, 0];
  return () => {
    const now = statSync(record, { throwIfNoEntry: false })?.size ?? 0;
    if (now > size) grewAt = Date.now();
    size = now;
    return Date.now() - grewAt < 50;
  };
}

/**
 * Waits until every row says so; a mail that was doubled by then has come twice by then. What waits after a failure
 * for its next try need not wait here, nor is it given up: pauses and giving up have tests of their own.
 */
async function everythingIsSent(tenderId: string, mails: number): Promise<void> {
  for (const started = Date.now(); Date.now() - started < TIMEOUT_MS; await wait(50)) {
    const sent = await deliveries.count({ 'refs.tenderId': tenderId, state: 'sent' });
    if (sent === mails && (await tenders.count({ needsMatching: true })) === 0) return;
    await deliveries.changeMany(
      { state: 'wanted', leaseUntil: laterThan(new Date()) },
      { set: { leaseUntil: new Date(0), attempts: 0 } },
    );
  }
  const left = await deliveries.find({ 'refs.tenderId': tenderId });
  const states = left.filter(({ state }) => state !== 'sent').map((row) => `${row.state} ${row.lastError}`);
  throw new Error(`of ${mails} mails these were not sent in time: ${states.slice(0, 5).join('; ')}`);
}

async function judge(so: KilledSend, mails: number, record: string): Promise<void> {
  const sunk = existsSync(record) ? readSunk(record) : [];
  const idsOf = new Map<string, string[]>();
  for (const { to, messageId } of sunk) {
    const address = to.join();
    idsOf.set(address, [...(idsOf.get(address) ?? []), messageId]);
  }
  const rows = await deliveries.find({ state: 'sent' });
  so.sends += 1;
  so.mails += mails;
  const came = rows.filter(
    ({ email, messageId }) => idsOf.get(email)?.includes((messageId ?? '').slice(1, -1)) === true,
  );
  so.lost += mails - came.length;
  so.doubled += sunk.length - idsOf.size;
  so.unrecognisable += [...idsOf.values()].filter((ids) => new Set(ids).size > 1).length;
  // The next send begins with nothing, as the first did.
  await Promise.all([deliveries.remove({}), tellings.remove({})]);
}
