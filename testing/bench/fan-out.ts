import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { buildClient, buildTender, completeTender } from '../builders.ts';
import type { Message } from '@cobid/embedded/inbox/message.ts';
import { printFigures } from '../figures.ts';
import { startTestApp } from '../harness.ts';
import type { TestApp } from '../harness.ts';
import { openMailbox } from '../mailbox.ts';
import type { Mailbox } from '../mailbox.ts';
import { startServices } from '../services.ts';
import { storeMailedNetwork } from '../worlds/mailedNetwork.ts';
import { toBareMail } from './peers/toBareMail.ts';

/**
 * From a published tender that fits 1,000 co-ops to the last of 1,000 mails in the inbox, beside a bare pool of
 * nodemailer that sends the same mails to the same inbox over as many connections. Everything in processes of its own.
 */
const COOPS = Number(
  process.argv.find((word) => word.startsWith('--coops='))?.slice('--coops='.length) ?? 1000,
);
const ROUNDS = 6;
/** As many as a worker has. */
const CONNECTIONS = 10;
const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cobid-test-fan-out-'));
  const inbox = await startInbox(join(folder, 'inbox'));
  const services = await startServices({ ...process.env, SMTP_URL: inbox.smtpUrl, INBOX_URL: inbox.url });
  const settings = {
    ...services.environment,
    MONGODB_DATABASE: 'cobid-test-bench',
    APP_URL: 'http://localhost:3000',
    COBID_SECRET: 'a secret for measuring alone, of no use elsewhere',
    LOG_LEVEL: 'warn',
  };
  const app = await startTestApp({ now: new Date().toISOString(), settings });
  await storeMailedNetwork(COOPS, 'react', app.clock());
  const worker = await startWorker({ ...settings, REDIS_PREFIX: app.config.REDIS_PREFIX, LOG_LEVEL: 'info' });
  const mailbox = openMailbox(inbox.url);
  try {
    const bare: number[] = [];
    const own: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      own.push(COOPS / (await publishOne(app, mailbox, round)));
      worker.endRound();
      bare.push(COOPS / (await sendBare(mailbox, folder, inbox.smtpUrl)));
    }
    report(own, bare, worker.most);
  } finally {
    await worker.stop();
    await app.stop();
    await services.stop();
    await inbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** An inbox that shares its event loop with nobody. */
async function startInbox(data: string) {
  const program = ['--import', 'tsx', 'embedded/inbox/main.ts', '--data', data];
  const child = spawnTied(process.execPath, program, { cwd: root });
  child.stderr.pipe(process.stderr);
  const [said]: Buffer[] = await once(child.stdout, 'data');
  const [, smtpUrl = '', url = ''] = said?.toString().match(/SMTP (\S+), mail at (\S+)/) ?? [];
  return { smtpUrl, url, stop: () => child.stop() };
}

/** A worker, and the most memory that it had resident in each round, in megabytes. */
async function startWorker(settings: Record<string, string>) {
  const built = join(root, 'dist/server/worker.js');
  const program = existsSync(built) ? [built] : ['--import', 'tsx', 'worker/main.ts'];
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('taking jobs')) resolve();
    });
  });
  const most: number[] = [];
  let highest = 0;
  const timer = setInterval(() => {
    highest = Math.max(highest, residentMegabytes(child.pid ?? 0));
  }, 100);
  return {
    most,
    endRound: () => {
      most.push(highest);
      highest = 0;
    },
    stop: async () => {
      clearInterval(timer);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function residentMegabytes(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/);
  return Number(line?.[1] ?? 0) / 1024;
}

/** Seconds from the need of matching, as publishing leaves it behind, to the last mail in the inbox. */
async function publishOne(app: TestApp, mailbox: Mailbox, round: number): Promise<number> {
  await mailbox.clear();
  app.clock.set(new Date());
  const now = app.clock();
  const { client } = await buildClient();
  const tender = await buildTender({
    clientId: client.id,
    content: {
      ...completeTender,
      title: `A booking site for shared bikes, part ${round + 1}`,
      deadline: after(now, days(14)).toISOString(),
    },
    matching: { wantedAt: now, doneAt: null, version: 1 },
    needsMatching: true,
  });
  const started = Date.now();
  await app.queues.nudge('matchTender', { tenderId: tender.id });
  for (let waited = 0; waited < 120_000; waited += 200) {
    await wait(200);
    if ((await deliveries.count({ state: 'sent' })) === COOPS * (round + 1)) {
      return ((await lastArrival(mailbox)) - started) / 1000;
    }
  }
  throw new Error('the mails were not all sent within two minutes');
}

async function lastArrival(mailbox: Mailbox): Promise<number> {
  const arrived = (await mailbox.messages()).map(({ receivedAt }) => Date.parse(receivedAt));
  if (arrived.length !== COOPS) throw new Error(`${arrived.length} mails came of ${COOPS}`);
  return Math.max(...arrived);
}

async function sendBare(mailbox: Mailbox, folder: string, smtpUrl: string): Promise<number> {
  const own = await mailbox.messages();
  const mails = own.map(toBareMail);
  const file = join(folder, 'mails.json');
  await writeFile(file, JSON.stringify(mails));
  await mailbox.clear();
  const program = join(import.meta.dirname, 'peers/barePool.ts');
  const { stdout } = await run(process.execPath, [
    '--import',
    'tsx',
    program,
    smtpUrl,
    file,
    String(CONNECTIONS),
  ]);
  await lastArrival(mailbox);
  expectSameMails(own, await mailbox.messages());
  return Number(stdout) / 1000;
}

/** Both sides have to write and send the same, but for the date and the boundary. */
function expectSameMails(own: readonly Message[], bare: readonly Message[]): void {
  const written = (messages: readonly Message[]) =>
    messages
      .map(({ to, subject, text, html, headers }) => {
        const same = Object.entries(headers).filter(([name]) => !['date', 'content-type'].includes(name));
        return JSON.stringify([
          to,
          subject,
          text.trim(),
          html.trim(),
          same.map(([name, value]) => `${name}: ${value}`).toSorted(),
        ]);
      })
      .toSorted();
  const [mine, theirs] = [written(own), written(bare)];
  const differs = mine.findIndex((mail, at) => mail !== theirs[at]);
  if (differs >= 0) throw new Error(`the bare pool sent another mail: ${mine[differs]}, ${theirs[differs]}`);
}

function report(own: readonly number[], bare: readonly number[], memory: readonly number[]): void {
  const best = (rates: readonly number[]) => Math.round(Math.max(...rates));
  const listed = (rates: readonly number[]) => rates.map((rate) => Math.round(rate)).join(', ');
  // The first round also fills what a worker keeps for good.
  const [early = 0, last = 0] = [memory[1], memory.at(-1)];
  printFigures([
    {
      name: 'from publishing to the last mail',
      value: best(own),
      unit: 'mails/s',
      note: `best of ${listed(own)}; ${COOPS} co-ops, each matched, told and recorded`,
    },
    { name: 'bare pool', value: best(bare), unit: 'mails/s', note: `best of ${listed(bare)}` },
    {
      name: 'share of the bare rate',
      value: Math.round((100 * best(own)) / best(bare)),
      unit: '%',
      atLeast: 90,
    },
    {
      name: 'memory of the worker, last round beside the second',
      value: Math.round((100 * last) / early),
      unit: '%',
      goal: 125,
      note: `most resident: ${listed(memory)} MB`,
    },
  ]);
}

await main();
