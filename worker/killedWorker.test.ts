import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { emptyProfile } from '@cobid/domain/coop/schema.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import { buildClient, buildCoop, buildTender, completeTender } from '@cobid/testing/builders.ts';
import { startTestApp } from '@cobid/testing/harness.ts';
import type { TestApp } from '@cobid/testing/harness.ts';
import { startMailSink } from '@cobid/testing/mailSink.ts';
import type { MailSink, SinkStep } from '@cobid/testing/mailSink.ts';
import { startWorkerProcess } from '@cobid/testing/startWorkerProcess.ts';
import type { WorkerProcess } from '@cobid/testing/startWorkerProcess.ts';

const COOPS = 8;
/** More rounds find more; `KILLS=200` for a night. */
const RANDOM_KILLS = Number(process.env['KILLS'] ?? 2);

// Each test starts two or three processes, which takes long where many suites run at once.
jest.setTimeout(120_000);

let app: TestApp;
let sink: MailSink;
let workers: WorkerProcess[] = [];

beforeAll(async () => {
  app = await startTestApp({ now: new Date().toISOString() });
  sink = await startMailSink();
});
afterAll(async () => {
  await sink.stop();
  await app.stop();
});
beforeEach(async () => {
  await app.mongo.clear();
  await forgetQueues();
  sink.messages.length = 0;
  sink.at(() => undefined);
  app.clock.set(new Date());
});

async function startWorker(
  options: { mailsAtOnce?: number; isAsItIs?: boolean } = {},
): Promise<WorkerProcess> {
  const { APP_URL, COBID_SECRET, MONGODB_URI, REDIS_PREFIX, REDIS_URL, MAIL_FROM } = app.config;
  const worker = await startWorkerProcess(
    {
      APP_URL,
      COBID_SECRET,
      MONGODB_URI,
      MONGODB_DATABASE: app.config.MONGODB_DATABASE ?? '',
      REDIS_PREFIX,
      REDIS_URL,
      MAIL_FROM,
      SMTP_URL: sink.url,
      LOG_LEVEL: options.isAsItIs === true ? 'info' : 'silent',
    },
    options,
  );
  workers.push(worker);
  return worker;
}

async function killAll(): Promise<void> {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
}

/** A tender that fits eight co-ops, as publishing leaves it behind; the addresses that should hear of it. */
async function published(): Promise<string[]> {
  const now = new Date();
  const react = { skill: 'react', level: 4, people: 2, lastUsed: null, evidence: '', verifiedReferences: 2 };
  const profile = { ...emptyProfile, skills: [react] };
  const coops = await Promise.all(Array.from({ length: COOPS }, () => buildCoop({ profile })));
  const { client } = await buildClient();
  const tender = await buildTender({
    clientId: client.id,
    content: { ...completeTender, deadline: after(now, days(14)).toISOString() },
    matching: { wantedAt: now, doneAt: null, version: 1 },
    needsMatching: true,
  });
  await app.queues.nudge('matchTender', { tenderId: tender.id });
  return coops.map(({ person }) => person.email).toSorted();
}

async function everythingIsDone(): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const [toMatch, toSend, sent] = await Promise.all([
      tenders.count({ needsMatching: true }),
      deliveries.count({ state: oneOf(['wanted', 'claimed']) }),
      deliveries.count({ state: 'sent' }),
    ]);
    if (toMatch + toSend === 0 && sent === COOPS) return;
    await wait(50);
  }
  const left = (await deliveries.find({})).map(({ state, attempts, lastError }) => ({
    state,
    attempts,
    lastError,
  }));
  throw new Error(`the mails were not all sent in time: ${JSON.stringify(left)}`);
}

async function forgetQueues(): Promise<void> {
  await Promise.all(app.queues.all.map((queue) => queue.obliterate({ force: true })));
}

const addressees = () => sink.messages.flatMap(({ to }) => to).toSorted();
/** A copy with the same Message-ID is the same mail. */
const mailsAsRecognised = () =>
  [...new Map(sink.messages.map((mail) => [mail.messageId, mail])).values()]
    .flatMap(({ to }) => to)
    .toSorted();

/** Kills the worker when the sink comes to this step of its third mail, and starts another. */
async function killAt(step: SinkStep): Promise<void> {
  let count = 0;
  const killed = new Promise<void>((resolve) => {
    sink.at(async (name) => {
      if (name !== step || ++count !== 3) return;
      await killAll();
      resolve();
      throw new Error('nobody is there to hear this');
    });
  });
  await killed;
  await startWorker({ mailsAtOnce: 1 });
  await everythingIsDone();
  await killAll();
}

describe('a worker that is killed', () => {
  test.each(['mail', 'rcpt', 'data'] as const)(
    'at %s of an SMTP conversation has lost and doubled nothing once another runs',
    async (step) => {
      await startWorker({ mailsAtOnce: 1 });
      const expected = await published();
      await killAt(step);
      expect(addressees()).toEqual(expected);
    },
  );

  test('between the 250 and its record sends a copy that can be recognised', async () => {
    await startWorker({ mailsAtOnce: 1 });
    const expected = await published();
    await killAt('stored');
    expect(sink.messages).toHaveLength(COOPS + 1);
    expect(mailsAsRecognised()).toEqual(expected);
  });

  test('at any moment, and Redis emptied with it, leaves the need in the database', async () => {
    for (let round = 0; round < RANDOM_KILLS; round++) {
      await app.mongo.clear();
      sink.messages.length = 0;
      await startWorker();
      const expected = await published();
      await wait(Math.random() * 250);
      await killAll();
      if (round % 2 === 0) await forgetQueues();
      await startWorker();
      await everythingIsDone();
      await killAll();
      expect(mailsAsRecognised()).toEqual(expected);
    }
  }, 600_000);
});

describe('two workers at once', () => {
  test('double nothing', async () => {
    await Promise.all([startWorker(), startWorker()]);
    const expected = await published();
    await everythingIsDone();
    await killAll();
    expect(addressees()).toEqual(expected);
  });
});

describe('a worker that is asked to stop', () => {
  test('finishes the mails that it has begun, begins no more, and ends well', async () => {
    const worker = await startWorker({ isAsItIs: true });
    workers = [];
    let stopped: Promise<number | null> | undefined;
    sink.at(async (step) => {
      if (step !== 'data') return;
      stopped ??= worker.stop();
      await wait(300);
    });
    await published();
    while (stopped === undefined) await wait(20);
    expect(await stopped).toBe(0);
    const sent = await deliveries.count({ state: 'sent' });
    expect(sent).toBe(sink.messages.length);
    expect(sent).toBeGreaterThan(0);
    expect(await deliveries.count({ state: 'claimed' })).toBe(0);
  });
});
