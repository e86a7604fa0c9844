import { hostname } from 'node:os';
import { type Collection, type Index } from '../catalog.ts';
import { entriesOf, scan, storedKey } from '../documents.ts';
import { Failure, failure } from '../failure.ts';
import { afterPrefix } from '../keys.ts';
import { documentKey, indexPrefix, recordOf } from '../layout.ts';
import { plainNumber } from '../plain.ts';
import { type Handler, type Request, collectionName } from '../request.ts';
import { walk } from '../store.ts';
import { type Doc, decode } from '../values.ts';
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

type Finding = { errors: string[]; keys: Map<string, number>; records: number };

/** Reads every document and compares its entries with each index, both ways. */
const check = ({ engine }: Request, collection: Collection): Finding => {
  const finding: Finding = { errors: [], keys: new Map(), records: 0 };
  const expected = new Map(collection.indexes.map((index) => [index, 0]));
  let bytes = 0;
  try {
    for (const { record, bytes: document } of scan(engine.disk, collection)) {
      finding.records += 1;
      bytes += document.length;
      const doc = decode(document);
      for (const index of collection.indexes) {
        for (const { bytes: key } of entriesOf(index, doc).keys.values()) {
          expected.set(index, (expected.get(index) ?? 0) + 1);
          const entry = engine.disk.get(storedKey(index, key, record));
          if (!entry) finding.errors.push(`record ${record} is missing in index ${index.name}`);
          else if (index.isUnique && entry.readUIntBE(0, 6) !== record) {
            finding.errors.push(`index ${index.name} lists another record for the key of record ${record}`);
          }
        }
      }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    finding.errors.push(error.message);
  }
  for (const [index, wanted] of expected) countIndex(engine.disk, collection, index, wanted, finding);
  if (finding.errors.length === 0 && (collection.count !== finding.records || collection.bytes !== bytes)) {
    finding.errors.push(
      `counted ${finding.records} documents of ${bytes} bytes, noted were ${collection.count} of ${collection.bytes}`,
    );
  }
  return finding;
};

const countIndex = (
  disk: Request['engine']['disk'],
  collection: Collection,
  index: Index,
  wanted: number,
  finding: Finding,
): void => {
  const prefix = indexPrefix(index.id);
  let keys = 0;
  for (const { key, value } of walk(disk, { from: prefix, to: afterPrefix(prefix) }, false)) {
    keys += 1;
    const record = index.isUnique ? value.readUIntBE(0, 6) : recordOf(key);
    if (!disk.get(documentKey(collection.id, record))) {
      finding.errors.push(`index ${index.name} lists record ${record}, which does not exist`);
    }
  }
  finding.keys.set(index.name, keys);
  if (keys !== wanted)
    finding.errors.push(`index ${index.name} has ${keys} keys, the documents have ${wanted}`);
};

/** Checks that the documents are whole and that no index disagrees with them. */
export const validate: Handler = (request) => {
  const collection = existing(request, collectionName(request));
  const { errors, keys, records } = check(request, collection);
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
