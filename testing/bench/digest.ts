import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { readMessage } from '@cobid/embedded/inbox/message.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import { matchWithoutChanges } from '@cobid/domain/matching/matchCoop.ts';
import { after, days, seconds } from '@cobid/platform/clock.ts';
import { createMetrics } from '@cobid/platform/metrics.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { storeMatches } from '@cobid/platform/mongo/models/match.ts';
import { someCoops } from '@cobid/platform/mongo/models/organisation.ts';
import { MOST_TOGETHER } from '@cobid/platform/queues/jobs.ts';
import type { Context } from '@cobid/worker/context.ts';
import { sendDeliveries } from '@cobid/worker/jobs/sendDeliveries.ts';
import { wantDigests } from '@cobid/worker/jobs/wantDigests.ts';
import { unpaced } from '@cobid/worker/mail/domainPace.ts';
import { createMailer } from '@cobid/worker/mail/mailer.ts';
import { createPastWorkThread } from '@cobid/worker/pastWork/pastWorkThread.ts';
import { createProfileIndex } from '@cobid/worker/profiles/profileIndex.ts';
import { buildClient, buildTender, completeTender } from '../builders.ts';
import { printFigures } from '../figures.ts';
import { startTestApp } from '../harness.ts';
import type { TestApp } from '../harness.ts';
import { startServices } from '../services.ts';
import { readSunk, startSmtpSink } from '../smtpSink/start.ts';
import { storeMailedNetwork } from '../worlds/mailedNetwork.ts';
import { toBareMail } from './peers/toBareMail.ts';

/**
 * Digests that are due at once, composed and handed to SMTP by one process, beside a bare pool of nodemailer in a process
 * of its own that sends mails of the same bytes to the same server over as many connections. The server does as little
 * as one can: it is the sender that is measured. `--digests=N` for another number.
 */
const DIGESTS = Number(
  process.argv.find((word) => word.startsWith('--digests='))?.slice('--digests='.length) ?? 10_000,
);
const TENDERS = 6;
const CONNECTIONS = 10;
/** Jobs that a worker does at once. */
const JOBS = 2;
/** Of so many mails the server keeps one, for the bare pool to send again. */
const KEEP_ONE_IN = 20;
const run = promisify(execFile);

interface Measured {
  rate: number;
  bytes: number;
  /** Most resident in each tenth, in megabytes. */
  memory: number[];
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cobid-test-digest-'));
  const services = await startServices({ ...process.env, SMTP_URL: 'smtp://127.0.0.1:1', INBOX_URL: 'none' });
  const settings = {
    ...services.environment,
    INBOX_URL: '',
    MONGODB_DATABASE: 'cobid-test-bench',
    APP_URL: 'http://localhost:3000',
    COBID_SECRET: 'a secret for measuring alone, of no use elsewhere',
    LOG_LEVEL: 'warn',
  };
  const app = await startTestApp({ settings });
  try {
    await storeWork(app);
    const own = await sendOwn(app, join(folder, 'own'));
    const bare = await sendBare(folder);
    report(own, bare);
  } finally {
    await app.stop();
    await services.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Readers whose digest is due, and tenders that fit all of their co-ops. */
async function storeWork(app: TestApp): Promise<void> {
  const now = app.clock();
  const isDue = { settings: usualSettings, nextDigestAt: after(now, days(1)) };
  for (let stored = 0; stored < DIGESTS; stored += 1000) {
    await storeMailedNetwork(Math.min(1000, DIGESTS - stored), 'react', now, { ...isDue, from: stored });
  }
  const { client } = await buildClient();
  const coops = await someCoops(DIGESTS);
  const [one] = coops;
  if (one === undefined) return;
  for (let number = 1; number <= TENDERS; number++) {
    const content = { ...completeTender, title: `A booking site for shared bikes, part ${number}` };
    const tender = await buildTender({ clientId: client.id, content });
    const match = { ...matchWithoutChanges(one, { ...tender, clientName: null }, now), completers: [] };
    const common = { tenderId: tender.id, tenderVersion: 1, createdAt: now, ...match };
    for (let at = 0; at < coops.length; at += 1000) {
      await storeMatches(coops.slice(at, at + 1000).map(({ id }) => ({ ...common, coopId: id })));
    }
  }
  app.clock.set(after(now, days(1)));
}

async function sendOwn(app: TestApp, record: string): Promise<Measured> {
  const { config, clock, log, queues } = app;
  const sink = await startSmtpSink({ record, every: KEEP_ONE_IN });
  const context: Context = {
    config,
    clock,
    log,
    queues,
    mailer: createMailer({ ...config, SMTP_URL: sink.url }, CONNECTIONS),
    pace: unpaced,
    metrics: createMetrics({ withProcess: false }),
    mailsAtOnce: 2 * CONNECTIONS,
    leaseMs: seconds(60),
    profiles: createProfileIndex({ clock, log }),
    pastWork: createPastWorkThread(new URL('../../worker/pastWork/thread.ts', import.meta.url)),
  };
  await wantDigests({}, context);
  const wanted = (await deliveries.find({ kind: 'digest' }, { sort: { id: 1 } })).map(({ id }) => id);
  if (wanted.length !== DIGESTS) throw new Error(`${wanted.length} digests are wanted, not ${DIGESTS}`);
  const memory = Array.from({ length: 10 }, () => 0);
  const started = performance.now();
  let next = 0;
  const work = async () => {
    while (next < wanted.length) {
      const deliveryIds = wanted.slice(next, next + MOST_TOGETHER);
      const tenth = Math.floor((10 * next) / wanted.length);
      next += deliveryIds.length;
      await sendDeliveries({ deliveryIds }, context);
      memory[tenth] = Math.max(memory[tenth] ?? 0, Math.round(process.memoryUsage.rss() / 2 ** 20));
    }
  };
  await Promise.all(Array.from({ length: JOBS }, work));
  const elapsed = (performance.now() - started) / 1000;
  context.mailer.close();
  await sink.kill();
  const sunk = readSunk(record);
  const sent = await deliveries.count({ kind: 'digest', state: 'sent' });
  const people = new Set(sunk.flatMap(({ to }) => to)).size;
  if (sunk.length !== DIGESTS || sent !== DIGESTS || people !== DIGESTS) {
    throw new Error(`${sunk.length} mails came to ${people} people, ${sent} are recorded, of ${DIGESTS}`);
  }
  return { rate: DIGESTS / elapsed, bytes: meanBytes(record), memory };
}

/** Sends as many mails, made of those that were kept. */
async function sendBare(folder: string): Promise<Measured> {
  const kept = readSunk(join(folder, 'own')).flatMap(({ raw }) => (raw === undefined ? [] : [raw]));
  const nobody = { id: '', receivedAt: new Date(), from: '', to: [] };
  const read = await Promise.all(kept.map((raw) => readMessage(Buffer.from(raw), nobody)));
  const mails = read.map(({ message }) => toBareMail(message));
  const file = join(folder, 'mails.json');
  await writeFile(file, JSON.stringify(mails));
  const record = join(folder, 'bare');
  const sink = await startSmtpSink({ record });
  const program = join(import.meta.dirname, 'peers/barePool.ts');
  const { stdout } = await run(process.execPath, [
    '--import',
    'tsx',
    program,
    sink.url,
    file,
    String(CONNECTIONS),
    String(DIGESTS),
  ]);
  await sink.kill();
  return { rate: DIGESTS / (Number(stdout) / 1000), bytes: meanBytes(record), memory: [] };
}

function meanBytes(record: string): number {
  const sunk = readSunk(record);
  return sunk.reduce((sum, { bytes }) => sum + bytes, 0) / sunk.length;
}

function report(own: Measured, bare: Measured): void {
  const [early = 0, late = 0] = [own.memory[1], own.memory.at(-1)];
  const inWords = ({ bytes }: Measured) => `${DIGESTS} mails of ${Math.round(bytes)} bytes on average`;
  printFigures([
    {
      name: 'digests composed, sent and recorded',
      value: Math.round(own.rate),
      unit: 'mails/s',
      note: inWords(own),
    },
    { name: 'bare pool', value: Math.round(bare.rate), unit: 'mails/s', note: inWords(bare) },
    {
      name: 'share of the bare rate',
      value: Math.round((100 * own.rate) / bare.rate),
      unit: '%',
      atLeast: 90,
    },
    {
      name: 'bytes beside the bare pool’s',
      value: Math.round((1000 * own.bytes) / bare.bytes) / 10,
      unit: '%',
    },
    {
      name: 'memory in the last tenth beside the second',
      value: Math.round((100 * late) / early),
      unit: '%',
      goal: 125,
      note: `resident: ${own.memory.join(', ')} MB`,
    },
  ]);
}

await main();
