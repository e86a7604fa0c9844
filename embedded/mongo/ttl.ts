import type { Collection } from './catalog.ts';
import type { Engine } from './engine.ts';
import { docOf, prepare, run } from './execute.ts';
import type { Doc } from './values.ts';

const interval = 20_000;
const mostAtOnce = 1000;

/** Deletes, in commits of a thousand, what has outlived one TTL index; gives the number of documents. */
const expireIn = async (engine: Engine, collection: Collection, filter: Doc): Promise<number> => {
  const query = { filter, sort: [], skip: 0, limit: mostAtOnce };
  let removed = 0;
  for (;;) {
    const gone = await engine.write(() => {
      // It may have been dropped since the last commit.
      if (!engine.catalog.isLive(collection.id)) return 0;
      const rows = [...run(engine.disk, collection, prepare(collection, query), false)];
      for (const row of rows) {
        engine.documents.remove(collection, row.record, docOf(row), row.bytes.length);
      }
      return rows.length;
    });
    removed += gone;
    if (gone < mostAtOnce) return removed;
  }
};

/** Deletes what has outlived the TTL indexes; gives the number of documents. */
export const expire = async (engine: Engine, now: Date): Promise<number> => {
  let removed = 0;
  for (const db of engine.catalog.databases()) {
    for (const collection of engine.catalog.collections(db)) {
      for (const { expireAfterSeconds, fields } of collection.indexes) {
        const path = fields[0]?.path;
        if (expireAfterSeconds === undefined || path === undefined) continue;
        const before = new Date(now.getTime() - expireAfterSeconds * 1000);
        removed += await expireIn(engine, collection, { [path]: { $lte: before } });
      }
    }
  }
  return removed;
};

/** Expires idle cursors and documents from time to time: within a minute, as MongoDB promises. */
export const startTtl = (engine: Engine): { stop(): void } => {
  let isAtWork = false;
  const timer = setInterval(() => {
    engine.cursors.expire(Date.now());
    void engine.write(() => engine.sessions.expire(Date.now())).catch(() => undefined);
    if (isAtWork) return;
    isAtWork = true;
    void expire(engine, new Date())
      .catch(() => undefined)
      .finally(() => {
        isAtWork = false;
      });
  }, interval);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
