import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { mailSettings } from '@cobid/platform/mongo/models/mailSettings.ts';
import { memberships } from '@cobid/platform/mongo/models/membership.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';
import { seedExample } from '../../scripts/seed.ts';
import { completeTender, eagerSettings } from '../builders.ts';
import { printFigures } from '../figures.ts';
import { startTestApp } from '../harness.ts';
import type { Agent, TestApp } from '../harness.ts';
import { openMailbox } from '../mailbox.ts';
import type { Mailbox } from '../mailbox.ts';
import { startServices } from '../services.ts';

/**
 * From a client's click on "publish" to the last mail in the inbox, on the example network: the real API, worker
 * (built if there is a build), stores and SMTP. A tender that wants what most co-ops do reaches nearly all of them.
 */
const ROUNDS = 7;
const root = join(import.meta.dirname, '../..');

async function main(): Promise<void> {
  const services = await startServices(process.env);
  const settings = {
    ...services.environment,
    MONGODB_DATABASE: 'cobid-test-bench',
    APP_URL: 'http://localhost:3000',
    COBID_SECRET: 'a secret for measuring alone, of no use elsewhere',
    LOG_LEVEL: 'warn',
  };
  const app = await startTestApp({ now: new Date().toISOString(), settings });
  await seedExample(app.clock());
  // Everybody hears at once, at any hour, as many do in a network where nobody has set a limit.
  await mailSettings.changeMany({}, { set: { settings: eagerSettings, nextDigestAt: null } });
  await tenders.changeMany({}, { unset: ['needsMatching'] });
  const worker = await startWorker({ ...settings, REDIS_PREFIX: app.config.REDIS_PREFIX, LOG_LEVEL: 'info' });
  const mailbox = openMailbox(services.environment.INBOX_URL);
  try {
    const browser = await clientsBrowser(app);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await publishOne(app, browser, mailbox));
    report(rounds);
  } finally {
    await worker.stop();
    await app.stop();
    await services.stop();
  }
}

async function startWorker(settings: Record<string, string>) {
  const built = join(root, 'dist/server/worker.js');
  const program = existsSync(built) ? [built] : ['--import', 'tsx', 'worker/main.ts'];
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', ...settings };
  const worker = spawnTied(process.execPath, program, { cwd: root, env });
  worker.stderr.pipe(process.stderr);
  await new Promise<void>((resolve) => {
    worker.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('taking jobs')) resolve();
    });
  });
  return worker;
}

/** Somebody who may publish for one of the example's clients. */
async function clientsBrowser(app: TestApp): Promise<Agent> {
  const [client] = await organisations.find({ isClient: true }, { limit: 1 });
  const steward = client && (await memberships.findOne({ organisationId: client.id, role: 'steward' }));
  if (!steward || !client) throw new Error('the example has no client with a steward');
  return app.as({ id: steward.personId }, client);
}

/** The six skills that most co-ops have. */
async function wantedByAll(): Promise<TenderContent['requirements']> {
  const coops = await organisations.find({ isCoop: true });
  const counts = new Map<string, number>();
  for (const { skill } of coops.flatMap(({ profile }) => profile?.skills ?? [])) {
    counts.set(skill, (counts.get(skill) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([skill], index) => ({
      id: `r${index + 1}`,
      skill,
      priority: index < 4 ? ('must' as const) : ('should' as const),
      level: 2,
      days: 12,
      certificate: null,
      language: null,
      note: '',
    }));
}

interface Round {
  mails: number;
  coops: number;
  /** Milliseconds from the request to its reply, and to the last mail. */
  reply: number;
  lastMail: number;
}

async function publishOne(app: TestApp, browser: Agent, mailbox: Mailbox): Promise<Round> {
  await mailbox.clear();
  app.clock.set(new Date());
  const now = app.clock();
  const content = {
    ...completeTender,
    requirements: await wantedByAll(),
    // Within 72 hours, so that also those hear at once who cover a part.
    questionsUntil: after(now, days(1)).toISOString(),
    deadline: after(now, days(2)).toISOString(),
    decisionBy: after(now, days(20)).toISOString().slice(0, 10),
    start: after(now, days(30)).toISOString().slice(0, 10),
    end: after(now, days(120)).toISOString().slice(0, 10),
  };
  const draft = await browser.post('/api/tenders').send(content).expect(201);
  const { id: tenderId, version }: { id: string; version: number } = draft.body;

  const started = Date.now();
  await browser.post(`/api/tenders/${tenderId}/publish`).send({ version }).expect(200);
  const reply = Date.now() - started;
  const wanted = await allSent(tenderId);
  const arrived = (await mailbox.messages()).map(({ receivedAt }) => new Date(receivedAt).getTime());
  if (arrived.length !== wanted.length) {
    throw new Error(`${arrived.length} mails came of ${wanted.length} that were wanted`);
  }
  return {
    mails: wanted.length,
    coops: new Set(wanted.map(({ refs }) => refs.coopId)).size,
    reply,
    lastMail: Math.max(...arrived) - started,
  };
}

async function allSent(tenderId: string) {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const tender = await tenders.findById(tenderId);
    if (tender?.needsMatching === undefined) {
      const wanted = await deliveries.find({ 'refs.tenderId': tenderId });
      if (wanted.every(({ state }) => state !== 'wanted' && state !== 'claimed')) {
        return wanted.filter(({ state }) => state === 'sent');
      }
    }
    await wait(100);
  }
  throw new Error('the mails were not all sent within 30 s');
}

function report(rounds: readonly Round[]): void {
  const [first, ...later] = rounds;
  const middle = later.toSorted((a, b) => a.lastMail - b.lastMail)[Math.floor(later.length / 2)];
  if (first === undefined || middle === undefined) return;
  const note = `${first.mails} mails to ${first.coops} co-ops, each over SMTP`;
  printFigures([
    { name: 'publish to the last mail, first tender', value: first.lastMail, unit: 'ms', goal: 2000, note },
    {
      name: 'publish to the last mail, median of the next six',
      value: middle.lastMail,
      unit: 'ms',
      goal: 2000,
    },
    { name: 'publish to its reply, median round', value: middle.reply, unit: 'ms' },
  ]);
}

await main();
