import { hintName } from '../execute.ts';
import { failure } from '../failure.ts';
import { type Source, runPipeline, runWithoutCollection } from '../pipeline.ts';
import { isSet, plainNumber } from '../plain.ts';
import { type Handler, type Request, deadline, docField, firstNewIndex, reads } from '../request.ts';
import { stageParts } from '../stages.ts';
import { type Doc, fieldOf, isDoc } from '../values.ts';
import { cursorReply } from '../wire.ts';
import { explainAggregate } from './explain.ts';

const defaultBatch = 101;

/** What the pipeline of a command reads. */
export const sourceOf = (request: Request): Source => ({
  store: reads(request),
  catalog: request.engine.catalog,
  db: request.db,
  isFrozen: request.transaction !== undefined,
  firstNewIndex: firstNewIndex(request),
  deadline: deadline(request),
});

/** The stages of an aggregate command. */
export const stagesOf = (body: Doc): unknown[] => {
  const stages: unknown = body['pipeline'];
  if (!Array.isArray(stages))
    throw failure('TypeMismatch', "'pipeline' option must be specified as an array");
  return stages;
};

/** The documents that `$documents` makes for `{aggregate: 1}`. */
const madeDocuments = (stages: unknown[]): Doc[] => {
  const [name, spec] = stageParts(stages[0]);
  if (name !== '$documents') {
    throw failure('InvalidNamespace', `{aggregate: 1} is not valid for '${name}'; a collection is required.`);
  }
  return Array.isArray(spec) ? spec.filter(isDoc) : [];
};

/** Runs an aggregation pipeline. */
export const aggregate: Handler = (request) => {
  const { engine, db, body, transaction } = request;
  const name = body['aggregate'];
  const stages = stagesOf(body);
  if (isSet(body['explain'])) return explainAggregate(request, body);
  if (body['cursor'] === undefined) {
    throw failure(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  }
  const size = plainNumber(fieldOf(docField(request, 'cursor'), 'batchSize')) ?? defaultBatch;
  const variables = docField(request, 'let');
  const source = sourceOf(request);
  const ns = typeof name === 'string' ? `${db}.${name}` : `${db}.$cmd.aggregate`;
  const documents =
    typeof name === 'string'
      ? runPipeline(
          source,
          engine.catalog.read(db, name),
          stages,
          variables,
          hintName(engine.catalog.read(db, name), body['hint']),
        )
      : runWithoutCollection(source, stages.slice(1), variables, madeDocuments(stages));
  const batch = engine.cursors.open(ns, documents, size, false, transaction);
  return cursorReply('firstBatch', batch.id, ns, batch.documents);
};
