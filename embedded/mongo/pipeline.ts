import type { Catalog, Collection } from './catalog.ts';
import { type Query, type Row, countRows, docOf, prepare, run } from './execute.ts';
import type { Variables } from './expressions.ts';
import { failure } from './failure.ts';
import { plainNumber } from './plain.ts';
import { parseSort } from './sort.ts';
import { type Scope, compileStages, stageParts } from './stages.ts';
import type { Reads } from './store.ts';
import { type Doc, encode, isDoc } from './values.ts';

/** Where a pipeline reads. */
export type Source = {
  store: Reads;
  catalog: Catalog;
  db: string;
  /** Does the store lie behind the catalog's counters (in a transaction)? */
  isFrozen: boolean;
  firstNewIndex: number;
  deadline: number | undefined;
};

/** The query that a pipeline begins with, and the stages after it. */
export type Head = { query: Query; rest: unknown[] };

/** The leading stages that a query can do (with indexes), and what is left. */
const takeHead = (
  source: Source,
  stages: unknown[],
  filter: Doc,
  variables: Variables,
  hint?: string,
): Head => {
  const { firstNewIndex, deadline } = source;
  const query: Query = { filter, sort: [], skip: 0, limit: 0, hint, firstNewIndex, deadline, variables };
  const filters: Doc[] = Object.keys(filter).length > 0 ? [filter] : [];
  let at = 0;
  for (; at < stages.length; at += 1) {
    const [name, spec] = stageParts(stages[at]);
    if (name === '$match' && isDoc(spec) && query.sort.length === 0 && query.skip === 0) filters.push(spec);
    else if (name === '$sort' && query.sort.length === 0 && query.skip === 0) query.sort = parseSort(spec);
    else if (name === '$skip' && query.skip === 0 && isWhole(spec)) query.skip = plainNumber(spec) ?? 0;
    else if (name === '$limit' && isWhole(spec) && (plainNumber(spec) ?? 0) > 0) {
      query.limit = plainNumber(spec) ?? 0;
      at += 1;
      break;
    } else break;
  }
  const [only] = filters;
  query.filter = filters.length > 1 ? { $and: filters } : (only ?? {});
  return { query, rest: stages.slice(at) };
};

const isWhole = (value: unknown): boolean => {
  const number = plainNumber(value);
  return number !== undefined && Number.isInteger(number) && number >= 0;
};

/** `[{$group: {_id: 1, n: {$sum: 1}}}]`, as drivers send it for countDocuments. */
const countField = (stages: unknown[]): { id: unknown; name: string } | undefined => {
  const [only, ...more] = stages;
  if (only === undefined || more.length > 0) return undefined;
  const [name, spec] = stageParts(only);
  if (name !== '$group' || !isDoc(spec)) return undefined;
  const [field, ...others] = Object.entries(spec).filter(([key]) => key !== '_id');
  const id = spec['_id'];
  if (!field || others.length > 0 || (id !== null && plainNumber(id) === undefined)) return undefined;
  const [path, sum] = field;
  const isOne = isDoc(sum) && Object.keys(sum).length === 1 && plainNumber(sum['$sum']) === 1;
  return isOne ? { id, name: path } : undefined;
};

const scopeOf = (source: Source, variables: Variables): Scope => ({
  variables,
  query: (name, filter, stages, known) => {
    const { query, rest } = takeHead(source, stages, filter, known);
    const collection = source.catalog.read(source.db, name);
    return compileStages(rest, scopeOf(source, known))(docsOf(source, collection, query));
  },
});

function* docsOf(source: Source, collection: Collection, query: Query): Generator<Doc> {
  for (const row of run(source.store, collection, prepare(collection, query), false)) yield docOf(row);
}

function* bytesOf(rows: Iterable<Row>): Generator<Buffer> {
  for (const { bytes } of rows) yield bytes;
}

function* encoded(docs: Iterable<Doc>): Generator<Buffer> {
  for (const doc of docs) yield encode(doc);
}

/** What the leading stages of a pipeline ask of the collection, for explain. */
export const headQuery = (source: Source, stages: unknown[], variables: Variables): Head =>
  takeHead(source, stages, {}, variables);

/** Runs a pipeline over a collection; gives encoded documents as they are asked for. */
export const runPipeline = (
  source: Source,
  collection: Collection,
  stages: unknown[],
  variables: Variables,
  hint: string | undefined,
): Generator<Buffer> => {
  const { query, rest } = takeHead(source, stages, {}, variables, hint);
  const prepared = prepare(collection, query);
  if (rest.length === 0) return bytesOf(run(source.store, collection, prepared, false));
  const counted = countField(rest);
  if (counted && prepared.plan.isExact && (prepared.plan.scans || !source.isFrozen)) {
    const n = countRows(source.store, collection, prepared);
    return encoded(n > 0 ? [{ _id: counted.id, [counted.name]: n }] : []);
  }
  return encoded(compileStages(rest, scopeOf(source, variables))(docsOf(source, collection, query)));
};

/** Runs a pipeline whose first stage makes its own documents. */
export const runWithoutCollection = (
  source: Source,
  stages: unknown[],
  variables: Variables,
  docs: Doc[],
): Generator<Buffer> => encoded(compileStages(stages, scopeOf(source, variables))(docs));

const updateStages = ['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith'];

const nowhere: Scope['query'] = () => [];

/** Compiles the pipeline form of an update. */
export const updatePipeline = (stages: unknown[], variables: unknown): ((doc: Doc) => Doc) => {
  for (const stage of stages) {
    const [name] = stageParts(stage);
    if (!updateStages.includes(name)) {
      throw failure('InvalidOptions', `${name} is not allowed to be used within an update`);
    }
  }
  const run = compileStages(stages, { variables: isDoc(variables) ? variables : {}, query: nowhere });
  return (doc) => {
    const [result] = [...run([doc])];
    return result ?? doc;
  };
};
