import { after, minutes } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { collection } from './collection.ts';
import { ensureIndexes } from './connect.ts';
import { upTo } from './filter.ts';
import { migrations } from './migrations/all.ts';
import { allCollections } from './models.ts';
import { moment, text } from './types.ts';

interface MigrationRecord {
  id: string;
  name: string;
  doneAt: Date;
}
const done = collection<MigrationRecord>('migrations', { name: text, doneAt: moment }, [
  { keys: { name: 1 }, unique: true },
]);

interface LockRecord {
  id: string;
  name: string;
  until: Date;
}
const locks = collection<LockRecord>('locks', { name: text, until: moment }, [
  { keys: { name: 1 }, unique: true },
]);

const LEASE_MS = minutes(10);
const RETRY_MS = 200;

/**
 * Brings the database up to date: indexes first, then the migrations that it has not seen, in order, each once.
 * Processes that start together take turns by a lock in the database. Returns the names of what was done.
 */
export async function migrate(options: { clock: Clock; log: Log }): Promise<string[]> {
  const { clock, log } = options;
  log.debug({ collections: allCollections.length }, 'indexes');
  await ensureIndexes();
  const names = migrations.map((migration) => migration.name);
  if ((await done.count({})) >= names.length) return [];
  const release = await takeLock(clock);
  try {
    const known = new Set((await done.find({})).map((row) => row.name));
    const missing = migrations.filter((migration) => !known.has(migration.name));
    for (const migration of missing) {
      await migration.run();
      await done.insert({ name: migration.name, doneAt: clock() });
      log.info({ migration: migration.name }, 'migrated');
    }
    return missing.map((migration) => migration.name);
  } finally {
    await release();
  }
}

/** Waits for the lock; whoever died with it loses it when its lease is over. */
async function takeLock(clock: Clock): Promise<() => Promise<void>> {
  for (;;) {
    const now = clock();
    const until = after(now, LEASE_MS);
    const taken =
      (await locks.insertIfNew({ name: 'migrate', until })) ??
      (await locks.change({ name: 'migrate', until: upTo(now) }, { set: { until } }));
    if (taken !== null) return async () => void (await locks.remove({ id: taken.id, until }));
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
