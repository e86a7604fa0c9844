import type { Collection } from './catalog.ts';
import { unseal, scan } from './documents.ts';
import { type Variables, compileExpression } from './expressions.ts';
import { failure } from './failure.ts';
import { type Filter, parseFilter } from './filter.ts';
import { documentKey, recordOf } from './layout.ts';
import { type Matcher, type Position, compileMatcher } from './matcher.ts';
import { type IndexScan, type Plan, planQuery } from './planner.ts';
import { type Sort, sortBy } from './sort.ts';
import { type Reads, walk } from './store.ts';
import { type Doc, decode, isDoc, isEqual } from './values.ts';

/** A document found: its bytes, and its decoded form once somebody needed it. */
export type Row = { record: number; bytes: Buffer; doc: Doc | undefined; at: Position };

/** How much work a query did, for explain. */
export type Work = { keys: number; documents: number };

/** A query to run; `hint` is an index name. */
export type Query = {
  filter: Doc;
  sort: Sort;
  skip: number;
  limit: number;
  hint?: string | undefined;
  /** Indexes from this number on may not be read. */
  firstNewIndex?: number;
  /** When to give up, in milliseconds of the clock. */
  deadline?: number | undefined;
  /** Values of `let`. */
  variables?: Variables;
};

/** The decoded form of a row, made at the first call. */
export const docOf = (row: Row): Doc => {
  row.doc ??= decode(row.bytes);
  return row.doc;
};

/** The name of the index that a hint (name or key pattern) means. Throws BadValue if there is none. */
export const hintName = (collection: Collection, hint: unknown): string | undefined => {
  if (hint === undefined) return undefined;
  if (isDoc(hint) && '$natural' in hint) return '$natural';
  const index = collection.indexes.find(
    ({ name, spec }) => name === hint || (isDoc(hint) && isEqual(spec['key'], hint)),
  );
  if (!index)
    throw failure(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return index.name;
};

function* records(store: Reads, { index, ranges, isReverse, key }: IndexScan, work: Work): Generator<number> {
  if (key) {
    const value = store.get(key);
    if (!value) return;
    work.keys += 1;
    yield value.readUIntBE(0, 6);
    return;
  }
  for (const range of isReverse ? ranges.toReversed() : ranges) {
    for (const entry of walk(store, range, isReverse)) {
      work.keys += 1;
      yield index.isUnique ? entry.value.readUIntBE(0, 6) : recordOf(entry.key);
    }
  }
}

/** A path with an array lists a document several times, and so do the branches of $or. */
function* distinct(numbers: Iterable<number>): Generator<number> {
  const seen = new Set<number>();
  for (const number of numbers) {
    if (seen.has(number)) continue;
    seen.add(number);
    yield number;
  }
}

function* allRecords(store: Reads, scans: IndexScan[], work: Work): Generator<number> {
  for (const part of scans) yield* records(store, part, work);
}

const mayRepeat = (scans: IndexScan[]): boolean =>
  scans.length > 1 || scans.some(({ index }) => index.isMultikey.some(Boolean));

const found = (store: Reads, scans: IndexScan[], work: Work): Iterable<number> =>
  mayRepeat(scans) ? distinct(allRecords(store, scans, work)) : allRecords(store, scans, work);

function* rows(store: Reads, collection: Collection, plan: Plan, work: Work): Generator<Row> {
  if (!plan.scans) {
    for (const { record, bytes } of scan(store, collection, plan.isReverse)) {
      work.documents += 1;
      yield { record, bytes, doc: undefined, at: { index: undefined } };
    }
    return;
  }
  for (const record of found(store, plan.scans, work)) {
    const stored = store.get(documentKey(collection.id, record));
    if (!stored) continue;
    work.documents += 1;
    yield { record, bytes: unseal(collection, record, stored), doc: undefined, at: { index: undefined } };
  }
}

function* matching(source: Iterable<Row>, matches: Matcher): Generator<Row> {
  for (const row of source) if (matches(docOf(row), row.at)) yield row;
}

function* sliced(source: Iterable<Row>, skip: number, limit: number): Generator<Row> {
  let passed = 0;
  for (const row of source) {
    if (passed >= skip) yield row;
    passed += 1;
    if (limit > 0 && passed >= skip + limit) return;
  }
}

/** A query that is parsed and planned. */
export type Prepared = { filter: Filter; plan: Plan; matches: Matcher; query: Query };

/** Parses the filter and chooses the plan. */
export const prepare = (collection: Collection, query: Query): Prepared => {
  const filter = parseFilter(query.filter);
  const { firstNewIndex = Number.POSITIVE_INFINITY, sort, limit, hint, variables = {} } = query;
  const indexes = collection.indexes.filter(({ id, isReady }) => isReady && id < firstNewIndex);
  const plan = planQuery(indexes, filter, sort, limit > 0, hint);
  let compiled: Matcher | undefined;
  // Compiled at the first document that is tested: where the index settles the filter that is none.
  const matches: Matcher = (doc, at) => {
    compiled ??= compileMatcher(filter, (expression) => compileExpression(expression, variables));
    return compiled(doc, at);
  };
  return { filter, plan, matches, query };
};

/** Passes rows on until the time is up. */
function* inTime(source: Iterable<Row>, deadline: number): Generator<Row> {
  let passed = 0;
  for (const row of source) {
    passed += 1;
    if (passed % 64 === 0 && Date.now() > deadline)
      throw failure('MaxTimeMSExpired', 'operation exceeded time limit');
    yield row;
  }
}

/**
 * The documents of a prepared query, in order. `wantsPosition`: test the filter also where the index settles it,
 * because `$` of a projection or update needs to know the element.
 */
export function* run(
  store: Reads,
  collection: Collection,
  prepared: Prepared,
  wantsPosition: boolean,
  work: Work = { keys: 0, documents: 0 },
): Generator<Row> {
  const { plan, matches, query } = prepared;
  const all = rows(store, collection, plan, work);
  const candidates = query.deadline === undefined ? all : inTime(all, query.deadline);
  const matched = plan.isExact && !wantsPosition ? candidates : matching(candidates, matches);
  const ordered = plan.isSorted ? matched : sortBy([...matched], query.sort, docOf);
  yield* sliced(ordered, query.skip, query.limit);
}

/** How many documents a prepared query finds; counts index entries where that is enough. */
export const countRows = (
  store: Reads,
  collection: Collection,
  prepared: Prepared,
  work: Work = { keys: 0, documents: 0 },
): number => {
  const { plan, query } = prepared;
  if (!plan.isExact) return [...run(store, collection, prepared, false, work)].length;
  const all = plan.scans ? countKeys(store, plan.scans, work) : collection.count;
  const after = Math.max(0, all - query.skip);
  return query.limit > 0 ? Math.min(after, query.limit) : after;
};

const countKeys = (store: Reads, scans: IndexScan[], work: Work): number => {
  let count = 0;
  for (const _ of found(store, scans, work)) count += 1;
  return count;
};
