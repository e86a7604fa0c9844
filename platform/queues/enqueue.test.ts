import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Worker } from 'bullmq';
import { minutes, settableClock } from '../clock.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { newId } from '../mongo/collection.ts';
import { workerConnection } from './connection.ts';
import { createQueues } from './enqueue.ts';
import type { Queues } from './enqueue.ts';
import { jobNames, jobs } from './jobs.ts';

const log = createLog({ level: 'silent', service: 'test' });
const clock = settableClock('2026-11-21T10:00:00Z');
const redisUrl = process.env['REDIS_URL'] ?? '';
const prefix = `${process.env['REDIS_PREFIX'] ?? 'cobid-test'}-${newId()}`;

describe('a nudge', () => {
  let queues: Queues;
  beforeAll(() => {
    queues = createQueues({ redisUrl, prefix, clock, log });
  });
  afterAll(async () => {
    await Promise.all(queues.all.map((queue) => queue.obliterate({ force: true })));
    await queues.close();
  });
  const waiting = async (name: string) => {
    const found = await Promise.all(queues.all.map((queue) => queue.getJobs(['waiting', 'delayed'])));
    return found.flat().filter((job) => job.name === name);
  };

  test('waits once, however often it is given', async () => {
    const tenderId = newId();
    await Promise.all([1, 2, 3].map(() => queues.nudge('matchTender', { tenderId })));
    const [job, ...more] = await waiting('matchTender');
    expect(job?.data).toEqual({ tenderId });
    expect(job?.opts).toMatchObject({ attempts: 5, delay: 0 });
    expect(more).toEqual([]);
  });

  test('for a moment waits until then, and another moment is another job', async () => {
    const payload = { invitationId: newId() };
    const at = (ms: number) => ({ at: new Date(clock().getTime() + ms) });
    await queues.nudge('expireInvitation', payload, at(minutes(5)));
    await queues.nudge('expireInvitation', payload, at(minutes(5)));
    await queues.nudge('expireInvitation', payload, at(minutes(9)));
    await queues.nudge('expireInvitation', payload, at(-1));
    const delays = (await waiting('expireInvitation')).map((job) => job.opts.delay);
    expect(new Set(delays)).toEqual(new Set([0, minutes(5), minutes(9)]));
    expect(delays).toHaveLength(3);
  });

  test('that comes while the same job runs makes it run once more', async () => {
    const payload = { deliveryId: newId() };
    let runs = 0;
    let release = () => undefined as void;
    const started = new Promise<void>((isStarted) => {
      const held = new Promise<void>((resolve) => (release = resolve));
      const worker = new Worker(
        'mail',
        async () => {
          runs += 1;
          isStarted();
          if (runs === 1) await held;
        },
        { connection: workerConnection(redisUrl), prefix: `${prefix}-jobs` },
      );
      stopWorker = () => worker.close();
    });
    await queues.nudge('sendDelivery', payload);
    await started;
    await Promise.all([1, 2, 3].map(() => queues.nudge('sendDelivery', payload)));
    release();
    while (runs < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(runs).toBe(2);
    await stopWorker();
  });
  let stopWorker: () => Promise<void> = async () => undefined;

  test('does not wait for the pause after a failure, however long that one is', async () => {
    const payload = { deliveryIds: [newId()] };
    const runs: number[] = [];
    const worker = new Worker(
      'bulkMail',
      async () => {
        runs.push(Date.now());
        if (runs.length === 1) throw new Error('the store was away');
      },
      { connection: workerConnection(redisUrl), prefix: `${prefix}-jobs` },
    );
    const failed = new Promise((resolve) => worker.once('failed', resolve));
    await queues.nudge('sendDeliveries', payload);
    await failed;
    await queues.nudge('sendDeliveries', payload);
    await new Promise((resolve) => worker.once('completed', resolve));
    await worker.close();
    expect(runs).toHaveLength(2);
    expect((runs[1] ?? 0) - (runs[0] ?? 0)).toBeLessThan(jobs.sendDeliveries.backoff.delay);
    expect(await waiting('sendDeliveries')).toEqual([]);
  });
});

test('while Redis is away a nudge is lost soon, is counted, and throws nothing', async () => {
  const metrics = createMetrics({ withProcess: false });
  const queues = createQueues({ redisUrl: 'redis://127.0.0.1:1', prefix, clock, log, metrics });
  const startedAt = Date.now();
  expect(await queues.nudgeAll('sendDelivery', [{ deliveryId: newId() }, { deliveryId: newId() }])).toBe(
    false,
  );
  expect(Date.now() - startedAt).toBeLessThan(5000);
  expect(await metrics.registry.metrics()).toContain('cobid_nudges_lost_total{job="sendDelivery"} 2');
  await queues.close();
});

test('every job has an id that Redis takes, and a payload of ids only', () => {
  expect([...jobNames].toSorted()).toEqual(Object.keys(jobs).toSorted());
  const one = '0'.repeat(24);
  const ids = [
    jobs.matchTender.id({ tenderId: one }),
    jobs.sendDelivery.id({ deliveryId: one }),
    jobs.closeTender.id({ tenderId: one }),
    jobs.expireInvitation.id({ invitationId: one }),
    jobs.wantDigests.id({}),
    jobs.sendDeliveries.id({ deliveryIds: [one] }),
    jobs.sweep.id({}),
  ];
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(new Set(ids).size).toBe(ids.length);
  for (const name of jobNames) expect(jobs[name].payload.safeParse({ surprise: 1 }).success).toBe(false);
});
