import { hintName } from '../execute.ts';
import { failure } from '../failure.ts';
import { plainNumber } from '../plain.ts';
import { runPipeline, runWithoutCollection } from '../pipeline.ts';
import { type Handler, docField } from '../request.ts';
import { stageParts } from '../stages.ts';
import { fieldOf, isDoc } from '../values.ts';
import { cursorReply } from '../wire.ts';

const defaultBatch = 101;

/** Runs an aggregation pipeline. */
export const aggregate: Handler = (request) => {
  const { engine, db, body } = request;
  const name = body['aggregate'];
  const stages = body['pipeline'];
  if (!Array.isArray(stages))
    throw failure('TypeMismatch', "'pipeline' option must be specified as an array");
  if (body['cursor'] === undefined && body['explain'] === undefined) {
    throw failure(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  }
  const size = plainNumber(fieldOf(docField(request, 'cursor'), 'batchSize')) ?? defaultBatch;
  const variables = docField(request, 'let');
  const source = { store: engine.disk, catalog: engine.catalog, db };
  if (typeof name !== 'string') {
    const documents = documentsOf(stages);
    const batch = engine.cursors.open(
      `${db}.$cmd.aggregate`,
      runWithoutCollection(source, stages.slice(1), variables, documents),
      size,
      false,
    );
    return cursorReply('firstBatch', batch.id, `${db}.$cmd.aggregate`, batch.documents);
  }
  const collection = engine.catalog.read(db, name);
  const documents = runPipeline(source, collection, stages, variables, hintName(collection, body['hint']));
  const batch = engine.cursors.open(collection.ns, documents, size, false);
  return cursorReply('firstBatch', batch.id, collection.ns, batch.documents);
};

const documentsOf = (stages: unknown[]) => {
  const [name, spec] = stageParts(stages[0]);
  if (name !== '$documents')
    throw failure('InvalidNamespace', `{aggregate: 1} is not valid for '${name}'; a collection is required.`);
  return Array.isArray(spec) ? spec.filter(isDoc) : [];
};
