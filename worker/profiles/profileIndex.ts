import { createCoopIndex } from '@cobid/domain/matching/index/coopIndex.ts';
import type { CoopIndex } from '@cobid/domain/matching/index/coopIndex.ts';
import { after, minutes, seconds } from '@cobid/platform/clock.ts';
import type { Clock } from '@cobid/platform/clock.ts';
import type { Log } from '@cobid/platform/log.ts';
import {
  coopsByIds,
  countCoops,
  profileVersions,
  profilesChangedSince,
} from '@cobid/platform/mongo/models/organisation.ts';
import type { OrganisationRecord } from '@cobid/platform/mongo/models/organisation.ts';

/** This worker's index of all profiles in the database, kept up to date. */
export interface ProfileIndex {
  /** The index with every change that was stored before this was asked; the first time it is built. */
  upToDate(): Promise<CoopIndex>;
  /** Looks for changes now and every two seconds, until the returned function is called. */
  follow(): () => void;
}

const FOLLOW_EVERY_MS = seconds(2);
/** Machines' clocks differ, and a change is stored a little after the time that it carries. */
const OVERLAP_MS = minutes(1);
/** Profiles that are in memory at once while they are put into the index. */
const PROFILES = 500;
const VERSIONS = 10_000;

type Versioned = Pick<OrganisationRecord, 'id' | 'profileVersion'>;

export function createProfileIndex({ clock, log }: { clock: Clock; log: Log }): ProfileIndex {
  const index = createCoopIndex();
  const versions = new Map<string, number>();
  let readAt = new Date(0);
  let reading: Promise<unknown> = Promise.resolve();
  let waiting: Promise<CoopIndex> | undefined;

  /** Reads the changes since the last time. What was added or removed without a trace shows in the number of co-ops. */
  async function read(): Promise<CoopIndex> {
    const now = clock();
    if (versions.size > 0) await take(await profilesChangedSince(after(readAt, -OVERLAP_MS)));
    if ((await countCoops()) !== versions.size) await readAll();
    readAt = now;
    return index;
  }

  async function readAll(): Promise<void> {
    const started = performance.now();
    const gone = new Set(versions.keys());
    for (let afterId = ''; ;) {
      const batch = await profileVersions({ afterId, limit: VERSIONS });
      for (const { id } of batch) gone.delete(id);
      await take(batch);
      const last = batch.at(-1);
      if (last === undefined || batch.length < VERSIONS) break;
      afterId = last.id;
    }
    for (const id of gone) forget(id);
    log.info({ coops: versions.size, seconds: (performance.now() - started) / 1000 }, 'profiles indexed');
  }

  async function take(found: readonly Versioned[]): Promise<void> {
    const changed = found.filter(({ id, profileVersion }) => versions.get(id) !== profileVersion);
    for (let at = 0; at < changed.length; at += PROFILES) {
      const ids = changed.slice(at, at + PROFILES).map(({ id }) => id);
      const gone = new Set(ids);
      for (const coop of await coopsByIds(ids)) {
        gone.delete(coop.id);
        index.put(coop);
        versions.set(coop.id, coop.profileVersion);
      }
      for (const id of gone) forget(id);
    }
  }

  function forget(id: string): void {
    index.remove(id);
    versions.delete(id);
  }

  /** A reading that has begun may have missed what the caller wants to see; one that waits to begin serves all who wait. */
  function upToDate(): Promise<CoopIndex> {
    waiting ??= reading.then(() => {
      waiting = undefined;
      const begun = read();
      reading = begun.catch(() => undefined);
      return begun;
    });
    return waiting;
  }

  function follow(): () => void {
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;
    const look = () =>
      upToDate()
        .catch((err: unknown) => log.warn({ err }, 'could not read changed profiles; trying again'))
        .finally(() => {
          if (!isOver) timer = setTimeout(() => void look(), FOLLOW_EVERY_MS).unref();
        });
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }

  return { upToDate, follow };
}
