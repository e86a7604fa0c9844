import { hostname } from 'node:os';
import { type Collection, type Index } from '../catalog.ts';
import { checkCollection } from '../check.ts';
import { failure } from '../failure.ts';
import { afterPrefix } from '../keys.ts';
import { indexPrefix } from '../layout.ts';
import { plainNumber } from '../plain.ts';
import { type Handler, type Request, collectionName } from '../request.ts';
import { walk } from '../store.ts';
import { type Doc } from '../values.ts';
import { version } from './handshake.ts';

const existing = ({ engine, db }: Request, name: string): Collection => {
  const collection = engine.catalog.find(db, name);
  if (!collection) throw failure('NamespaceNotFound', `Collection '${db}.${name}' does not exist.`);
  return collection;
};

const scaleOf = ({ body }: Request): number => Math.max(1, plainNumber(body['scale']) ?? 1);

const indexBytes = ({ engine }: Request, index: Index): number => {
  const prefix = indexPrefix(index.id);
  let bytes = 0;
  for (const { key, value } of walk(engine.disk, { from: prefix, to: afterPrefix(prefix) }, false)) {
    bytes += key.length + value.length;
  }
  return bytes;
};

/** Figures of one collection. */
export const collStats: Handler = (request) => {
  const name = collectionName(request);
  const scale = scaleOf(request);
  const { count, bytes, indexes, ns } = request.engine.catalog.read(request.db, name);
  const sizes = indexes.map((index) => [index.name, Math.round(indexBytes(request, index) / scale)] as const);
  return {
    ns,
    count,
    size: Math.round(bytes / scale),
    avgObjSize: count > 0 ? Math.round(bytes / count) : 0,
    storageSize: Math.round(bytes / scale),
    capped: false,
    nindexes: indexes.length,
    totalIndexSize: sizes.reduce((sum, [, size]) => sum + size, 0),
    indexSizes: Object.fromEntries(sizes),
    scaleFactor: scale,
    ok: 1,
  };
};

/** Figures of one database. */
export const dbStats: Handler = (request) => {
  const { engine, db } = request;
  const scale = scaleOf(request);
  const collections = engine.catalog.collections(db);
  const objects = collections.reduce((sum, { count }) => sum + count, 0);
  const bytes = collections.reduce((sum, collection) => sum + collection.bytes, 0);
  const indexes = collections.flatMap((collection) => collection.indexes);
  const indexSize = indexes.reduce((sum, index) => sum + indexBytes(request, index), 0);
  return {
    db,
    collections: collections.length,
    views: 0,
    objects,
    avgObjSize: objects > 0 ? bytes / objects : 0,
    dataSize: bytes / scale,
    storageSize: bytes / scale,
    indexes: indexes.length,
    indexSize: indexSize / scale,
    totalSize: (bytes + indexSize) / scale,
    scaleFactor: scale,
    ok: 1,
  };
};

/** Says how the server does. */
export const serverStatus: Handler = ({ engine }) => ({
  host: hostname(),
  version,
  process: 'embedded/mongo',
  pid: process.pid,
  uptime: Math.round(process.uptime()),
  localTime: new Date(),
  cursors: { open: engine.cursors.count() },
  transactions: { currentOpen: engine.sessions.transactions().length },
  mem: { resident: Math.round(process.memoryUsage().rss / 2 ** 20) },
  storageEngine: { name: 'lmdb', persistent: true },
  ok: 1,
});

/** Checks that the documents are whole and that no index disagrees with them. */
export const validate: Handler = (request) => {
  const collection = existing(request, collectionName(request));
  const { errors, keys, records } = checkCollection(request.engine.disk, collection);
  const reply: Doc = {
    ns: collection.ns,
    nrecords: records,
    nIndexes: collection.indexes.length,
    keysPerIndex: Object.fromEntries(keys),
    valid: errors.length === 0,
    repaired: false,
    warnings: [],
    errors: errors.slice(0, 100),
    ok: 1,
  };
  return reply;
};
