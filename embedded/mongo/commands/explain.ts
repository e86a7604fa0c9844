import type { Collection } from '../catalog.ts';
import { type Prepared, type Work, countRows, hintName, prepare, run } from '../execute.ts';
import { failure } from '../failure.ts';
import { type Source, headQuery } from '../pipeline.ts';
import { isSet, plainNumber } from '../plain.ts';
import type { IndexScan } from '../planner.ts';
import { type Handler, type Request, docField, firstNewIndex, reads } from '../request.ts';
import { parseSort } from '../sort.ts';
import { stageParts } from '../stages.ts';
import { type Doc, isDoc } from '../values.ts';
import { version } from './handshake.ts';

const scanStage = ({ index, ranges, isReverse }: IndexScan): Doc => ({
  stage: 'IXSCAN',
  keyPattern: index.spec['key'],
  indexName: index.name,
  isMultiKey: index.isMultikey.some(Boolean),
  isUnique: index.isUnique,
  isSparse: index.isSparse,
  isPartial: index.partial !== undefined,
  direction: isReverse ? 'backward' : 'forward',
  ranges: ranges.length,
});

/** The plan as MongoDB draws it: stages around the one that reads. */
const winningPlan = ({ plan, query }: Prepared, filter: Doc): Doc => {
  let stage: Doc = plan.scans
    ? {
        stage: 'FETCH',
        ...(!plan.isExact && { filter }),
        inputStage:
          plan.scans.length > 1
            ? { stage: 'OR', inputStages: plan.scans.map(scanStage) }
            : scanStage(plan.scans[0] ?? { index: noIndex, ranges: [], isReverse: false }),
      }
    : {
        stage: 'COLLSCAN',
        direction: plan.isReverse ? 'backward' : 'forward',
        ...(!plan.isExact && { filter }),
      };
  if (!plan.isSorted) {
    const pattern = Object.fromEntries(
      query.sort.map(({ path, isDescending }) => [path, isDescending ? -1 : 1]),
    );
    stage = { stage: 'SORT', sortPattern: pattern, inputStage: stage };
  }
  if (query.skip > 0) stage = { stage: 'SKIP', skipAmount: query.skip, inputStage: stage };
  return query.limit > 0 ? { stage: 'LIMIT', limitAmount: query.limit, inputStage: stage } : stage;
};

/** A count whose index settles the filter reads keys only, one of everything the collection's counter. */
const countPlan = (prepared: Prepared, filter: Doc): Doc => {
  const { scans, isExact } = prepared.plan;
  if (!isExact) return { stage: 'COUNT', inputStage: winningPlan(prepared, filter) };
  if (!scans) return { stage: 'RECORD_STORE_FAST_COUNT' };
  const stages = scans.map((scan) => ({ ...scanStage(scan), stage: 'COUNT_SCAN' }));
  return {
    stage: 'COUNT',
    inputStage: stages.length === 1 ? stages[0] : { stage: 'OR', inputStages: stages },
  };
};

const noIndex: IndexScan['index'] = {
  id: 0,
  name: '',
  spec: {},
  fields: [],
  isUnique: false,
  isSparse: false,
  partial: undefined,
  expireAfterSeconds: undefined,
  isMultikey: [],
  isReady: true,
  hasLongKeys: false,
};

const executionStats = (
  request: Request,
  collection: Collection,
  prepared: Prepared,
  isCount: boolean,
): Doc => {
  const work: Work = { keys: 0, documents: 0 };
  const began = performance.now();
  let returned = 0;
  if (isCount) returned = countRows(reads(request), collection, prepared, work);
  else for (const _ of run(reads(request), collection, prepared, false, work)) returned += 1;
  return {
    executionSuccess: true,
    nReturned: returned,
    executionTimeMillis: Math.round(performance.now() - began),
    totalKeysExamined: work.keys,
    totalDocsExamined: work.documents,
  };
};

const explained = (
  request: Request,
  collection: Collection,
  prepared: Prepared,
  filter: Doc,
  verbosity: unknown,
  isCount = false,
): Doc => ({
  explainVersion: '1',
  queryPlanner: {
    namespace: collection.ns,
    parsedQuery: filter,
    winningPlan: isCount ? countPlan(prepared, filter) : winningPlan(prepared, filter),
    rejectedPlans: [],
  },
  ...(verbosity !== 'queryPlanner' && {
    executionStats: executionStats(request, collection, prepared, isCount),
  }),
  serverInfo: { host: request.engine.address, version },
  ok: 1,
});

type Asked = { filter: unknown; sort?: unknown; skip?: unknown; limit?: unknown; hint?: unknown };

const firstOf = (list: unknown): Doc => {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  if (!isDoc(first)) throw failure('BadValue', 'nothing to explain');
  return first;
};

/** The query inside of a command that is to be explained. */
const asked = (name: string, command: Doc): Asked => {
  const { sort, skip, limit, hint } = command;
  switch (name) {
    case 'find':
      return { filter: command['filter'], sort, skip, limit, hint };
    case 'count':
      return { filter: command['query'], skip, limit, hint };
    case 'distinct':
      return { filter: command['query'], hint };
    case 'findAndModify':
      return { filter: command['query'], sort, limit: 1, hint };
    case 'update': {
      const statement = firstOf(command['updates']);
      return { filter: statement['q'], limit: isSet(statement['multi']) ? 0 : 1, hint: statement['hint'] };
    }
    case 'delete': {
      const statement = firstOf(command['deletes']);
      return { filter: statement['q'], limit: statement['limit'], hint: statement['hint'] };
    }
    default:
      throw failure('CommandNotFound', `Explain failed due to unknown command: ${name}`);
  }
};

/** Explains an aggregate: the query that its first stages became, and the stages after it. */
export const explainAggregate = (
  request: Request,
  command: Doc,
  verbosity: unknown = 'queryPlanner',
): Doc => {
  const { engine, db } = request;
  const collection = engine.catalog.read(db, String(command['aggregate']));
  const stages: unknown = command['pipeline'];
  const variables = isDoc(command['let']) ? command['let'] : {};
  const source: Source = {
    store: reads(request),
    catalog: engine.catalog,
    db,
    isFrozen: request.transaction !== undefined,
    firstNewIndex: firstNewIndex(request),
    deadline: undefined,
  };
  const { query, rest } = headQuery(source, Array.isArray(stages) ? stages : [], variables);
  const first = explained(request, collection, prepare(collection, query), query.filter, verbosity);
  if (rest.length === 0) return first;
  const { queryPlanner, executionStats: stats } = first;
  return {
    explainVersion: '1',
    stages: [
      { $cursor: { queryPlanner, ...(stats !== undefined && { executionStats: stats }) } },
      ...rest.map((stage) => Object.fromEntries([stageParts(stage)])),
    ],
    serverInfo: first['serverInfo'],
    ok: 1,
  };
};

/** Tells how a command would find its documents, and with executionStats what that took. */
export const explain: Handler = (request) => {
  const { engine, db } = request;
  const command = docField(request, 'explain');
  const verbosity = request.body['verbosity'] ?? 'allPlansExecution';
  const name = Object.keys(command)[0] ?? '';
  if (name === 'aggregate') return explainAggregate(request, command, verbosity);
  const { filter, sort, skip, limit, hint } = asked(name, command);
  const collection = engine.catalog.read(db, String(command[name]));
  const query = isDoc(filter) ? filter : {};
  const prepared = prepare(collection, {
    filter: query,
    sort: parseSort(sort),
    skip: plainNumber(skip) ?? 0,
    limit: Math.abs(plainNumber(limit) ?? 0),
    hint: hintName(collection, hint),
  });
  return explained(request, collection, prepared, query, verbosity, name === 'count');
};
