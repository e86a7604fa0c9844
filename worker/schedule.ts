import { minutes } from '@cobid/platform/clock.ts';
import type { Log } from '@cobid/platform/log.ts';
import type { Queues } from '@cobid/platform/queues/enqueue.ts';
import { jobs } from '@cobid/platform/queues/jobs.ts';

/** How often the schedule itself is looked after: a Redis that lost its data has lost it, too. */
const RENEW_EVERY_MS = minutes(1);

/**
 * Has the sweep run every `sweepEveryMs`, once for all workers together, and now. The returned function stops looking after
 * the schedule; the schedule stays, as other workers may need it.
 */
export function keepSchedule(queues: Queues, sweepEveryMs: number, log: Log): () => void {
  const clockQueue = queues.all.find((queue) => queue.name === jobs.sweep.queue);
  const renew = () => {
    clockQueue
      ?.upsertJobScheduler(
        'sweep',
        { every: sweepEveryMs },
        {
          name: 'sweep',
          data: {},
          opts: { attempts: 1, removeOnComplete: { count: 20 }, removeOnFail: { count: 20 } },
        },
      )
      .catch((err: unknown) => log.warn({ err }, 'could not schedule the sweep; trying again'));
  };
  renew();
  void queues.nudge('sweep', {});
  const timer = setInterval(renew, RENEW_EVERY_MS);
  return () => clearInterval(timer);
}
