import { Aggregator, Context, ProcessingMode } from 'mingo';
import { Int32, Long } from 'bson';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipelineStages from 'mingo/operators/pipeline';
import * as windows from 'mingo/operators/window';
import { type Accumulator, compileAccumulator } from './accumulators.ts';
import { type Variables, compileExpression } from './expressions.ts';
import { failure, location } from './failure.ts';
import { parseFilter } from './filter.ts';
import { encodeKey } from './keys.ts';
import { compileMatcher } from './matcher.ts';
import { plainDoc, plainNumber, plainValue } from './plain.ts';
import { compileProjection } from './projection.ts';
import { parseSort, sortBy } from './sort.ts';
import { type Doc, fieldOf, isDoc } from './values.ts';

/** One step of a pipeline: documents in, documents out, as they are asked for. */
export type Stage = (input: Iterable<Doc>) => Iterable<Doc>;

/** What stages need besides their documents: other collections, and the variables of `let`. */
export type Scope = {
  variables: Variables;
  /** The documents of another collection that match a filter, run through more stages. */
  query(collection: string, filter: Doc, stages: unknown[], variables: Variables): Iterable<Doc>;
};

type Compile = (spec: unknown, scope: Scope) => Stage;

const match: Compile = (spec, { variables }) => {
  if (!isDoc(spec)) throw location(15959, 'the match filter must be an expression in an object');
  const matches = compileMatcher(parseFilter(spec), (expression) => compileExpression(expression, variables));
  return function* (input) {
    for (const doc of input) if (matches(doc)) yield doc;
  };
};

const sort: Compile = (spec) => {
  const order = parseSort(spec);
  if (order.length === 0) throw location(15976, '$sort stage must have at least one sort key');
  return (input) => sortBy([...input], order, (doc) => doc);
};

const wholeOf = (name: string, code: number, spec: unknown, least: number): number => {
  const n = plainNumber(spec);
  if (n === undefined || !Number.isInteger(n) || n < least) {
    throw location(
      code,
      `invalid argument to ${name} stage: Expected a ${least > 0 ? 'positive' : 'non-negative'} number in: ${name}: ${String(spec)}`,
    );
  }
  return n;
};

const limit: Compile = (spec) => {
  const n = plainNumber(spec) === 0 ? 0 : wholeOf('$limit', 5107201, spec, 1);
  if (n === 0) throw location(15958, 'the limit must be positive');
  return function* (input) {
    let left = n;
    for (const doc of input) {
      yield doc;
      left -= 1;
      if (left === 0) return;
    }
  };
};

const skip: Compile = (spec) => {
  const n = wholeOf('$skip', 5107200, spec, 0);
  return function* (input) {
    let left = n;
    for (const doc of input) {
      if (left > 0) left -= 1;
      else yield doc;
    }
  };
};

const mapped = (change: (doc: Doc) => Doc): Stage =>
  function* (input) {
    for (const doc of input) yield change(doc);
  };

const project: Compile = (spec, { variables }) => {
  const projection = compileProjection(spec, true, variables);
  return mapped((doc) => (projection ? projection(doc) : doc));
};

const unset: Compile = (spec) => {
  const paths = Array.isArray(spec) ? spec : [spec];
  if (paths.length === 0 || paths.some((path) => typeof path !== 'string')) {
    throw location(31002, '$unset specification must be a string or an array');
  }
  const projection = compileProjection(Object.fromEntries(paths.map((path) => [path, new Int32(0)])), true);
  return mapped((doc) => (projection ? projection(doc) : doc));
};

type Setter = { parts: string[]; compute: (doc: Doc) => unknown };

const setters = (spec: Doc, before: string[], variables: Variables): Setter[] =>
  Object.entries(spec).flatMap(([name, value]) => {
    if (name.startsWith('$'))
      throw location(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    const parts = [...before, ...name.split('.')];
    const isNested =
      isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value).some((key) => key.startsWith('$'));
    return isNested
      ? setters(value, parts, variables)
      : [{ parts, compute: compileExpression(value, variables) }];
  });

/** Sets a path in a copy; in arrays on the way it is set in every element. */
const withField = (value: unknown, parts: string[], field: unknown): unknown => {
  const [part, ...rest] = parts;
  if (part === undefined) return field;
  if (Array.isArray(value)) return value.map((element: unknown) => withField(element, parts, field));
  const doc: Doc = isDoc(value) ? { ...value } : {};
  const next = withField(fieldOf(doc, part), rest, field);
  if (next === undefined) delete doc[part];
  else doc[part] = next;
  return doc;
};

const addFields: Compile = (spec, { variables }) => {
  if (!isDoc(spec) || Object.keys(spec).length === 0) {
    throw location(40177, 'Invalid $addFields :: caused by :: specification must have at least one field');
  }
  const fields = setters(spec, [], variables);
  return mapped((doc) => {
    let result = doc;
    for (const { parts, compute } of fields) {
      const changed = withField(result, parts, compute(doc));
      if (isDoc(changed)) result = changed;
    }
    return result;
  });
};

const replaceRoot = (expression: unknown, variables: Variables): Stage => {
  const compute = compileExpression(expression, variables);
  return mapped((doc) => {
    const root = compute(doc);
    if (!isDoc(root)) throw location(40228, "'newRoot' expression  must evaluate to an object");
    return root;
  });
};

const unwind: Compile = (spec) => {
  const options: Doc = isDoc(spec) ? spec : { path: spec };
  const path = options['path'];
  if (typeof path !== 'string') throw location(28808, `expected a string as the path for $unwind stage`);
  if (!path.startsWith('$') || path.length < 2)
    throw location(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const parts = path.slice(1).split('.');
  const index = options['includeArrayIndex'];
  const keepsEmpty = options['preserveNullAndEmptyArrays'] === true;
  const indexed = (doc: Doc, at: number | null): Doc => {
    if (typeof index !== 'string') return doc;
    const changed = withField(doc, index.split('.'), at === null ? null : Long.fromNumber(at));
    return isDoc(changed) ? changed : doc;
  };
  return function* (input) {
    for (const doc of input) {
      let value: unknown = doc;
      for (const part of parts) value = isDoc(value) ? fieldOf(value, part) : undefined;
      if (!Array.isArray(value)) {
        if (value !== undefined && value !== null) yield indexed(doc, null);
        else if (keepsEmpty) yield indexed(doc, null);
      } else if (value.length === 0) {
        const without = withField(doc, parts, undefined);
        if (keepsEmpty && isDoc(without)) yield indexed(without, null);
      } else {
        for (const [i, element] of value.entries()) {
          const changed = withField(doc, parts, element);
          if (isDoc(changed)) yield indexed(changed, i);
        }
      }
    }
  };
};

const group: Compile = (spec, { variables }) => {
  if (!isDoc(spec)) throw location(15947, "a group's fields must be specified in an object");
  if (!('_id' in spec)) throw location(15955, 'a group specification must include an _id');
  const id = compileExpression(spec['_id'], variables);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => ({ name, start: compileAccumulator(name, value, variables) }));
  return function* (input) {
    const groups = new Map<string, { id: unknown; fields: Accumulator[] }>();
    for (const doc of input) {
      const value = id(doc) ?? null;
      const key = encodeKey(value).toString('latin1');
      let found = groups.get(key);
      if (!found) {
        found = { id: value, fields: fields.map(({ start }) => start()) };
        groups.set(key, found);
      }
      for (const field of found.fields) field.add(doc);
    }
    for (const { id: value, fields: gathered } of groups.values()) {
      yield { _id: value, ...Object.fromEntries(fields.map(({ name }, i) => [name, gathered[i]?.result()])) };
    }
  };
};

const checkCountName = (name: unknown): string => {
  if (typeof name !== 'string' || name === '')
    throw location(40156, 'the count field must be a non-empty string');
  if (name.startsWith('$')) throw location(40158, 'the count field cannot be a $-prefixed path');
  if (name.includes('.')) throw location(40160, "the count field cannot contain '.'");
  return name;
};

const count: Compile = (spec) => {
  const name = checkCountName(spec);
  return function* (input) {
    let n = 0;
    for (const _ of input) n += 1;
    if (n > 0) yield { [name]: n };
  };
};

const sortByCount: Compile = (spec, scope) => {
  const grouped = group({ _id: spec, count: { $sum: new Int32(1) } }, scope);
  const sorted = sort({ count: new Int32(-1) }, scope);
  return (input) => sorted(grouped(input));
};

const sample: Compile = (spec) => {
  const size = isDoc(spec) ? plainNumber(spec['size']) : undefined;
  if (size === undefined || size < 1)
    throw location(28747, 'size argument to $sample must be a positive number');
  return (input) => {
    const docs = [...input];
    for (let i = docs.length - 1; i > 0; i -= 1) {
      const j = Math.floor(Math.random() * (i + 1));
      const [a, b] = [docs[i], docs[j]];
      if (a && b) [docs[i], docs[j]] = [b, a];
    }
    return docs.slice(0, size);
  };
};

const stagesOf = (name: string, value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw failure('TypeMismatch', `${name} needs an array of stages`);
  return value;
};

const facet: Compile = (spec, scope) => {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    throw location(40169, 'the $facet specification must be a non-empty object');
  const facets = Object.entries(spec).map(([name, stages]) => ({
    name,
    run: compileStages(stagesOf('$facet', stages), scope),
  }));
  return function* (input) {
    const docs = [...input];
    yield Object.fromEntries(facets.map(({ name, run }) => [name, [...run(docs)]]));
  };
};

const unionWith: Compile = (spec, scope) => {
  const from = isDoc(spec) ? spec['coll'] : spec;
  if (typeof from !== 'string') throw failure('TypeMismatch', '$unionWith needs the name of a collection');
  const stages =
    isDoc(spec) && spec['pipeline'] !== undefined ? stagesOf('$unionWith', spec['pipeline']) : [];
  return function* (input) {
    yield* input;
    yield* scope.query(from, {}, stages, scope.variables);
  };
};

const localValues = (doc: Doc, field: string): unknown[] => {
  const value = compileExpression(`$${field}`)(doc);
  if (Array.isArray(value)) return [...value, value];
  return [value ?? null];
};

const lookup: Compile = (spec, scope) => {
  if (!isDoc(spec)) throw failure('FailedToParse', 'the $lookup specification must be an Object');
  const { from, localField, foreignField, as, let: names } = spec;
  if (typeof from !== 'string' || typeof as !== 'string')
    throw failure('FailedToParse', "$lookup needs the strings 'from' and 'as'");
  if ((localField === undefined) !== (foreignField === undefined)) {
    throw failure(
      'FailedToParse',
      "$lookup requires both or neither of 'localField' and 'foreignField' to be specified",
    );
  }
  if (localField === undefined && spec['pipeline'] === undefined) {
    throw failure(
      'FailedToParse',
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  }
  const stages = spec['pipeline'] === undefined ? [] : stagesOf('$lookup', spec['pipeline']);
  const variables = Object.entries(isDoc(names) ? names : {}).map(
    ([name, value]) => [name, compileExpression(value, scope.variables)] as const,
  );
  return mapped((doc) => {
    const filter: Doc =
      typeof localField === 'string' && typeof foreignField === 'string'
        ? { [foreignField]: { $in: localValues(doc, localField) } }
        : {};
    const known = Object.fromEntries(variables.map(([name, compute]) => [name, compute(doc)]));
    const found = [...scope.query(from, filter, stages, { ...scope.variables, ...known })];
    const changed = withField(doc, as.split('.'), found);
    return isDoc(changed) ? changed : doc;
  });
};

const context = Context.init({
  accumulator: { ...accumulators },
  expression: { ...expressions },
  pipeline: { ...pipelineStages },
  window: { ...windows },
});

/** Stages that are rare enough for mingo to do them, on JavaScript numbers. */
const throughMingo =
  (name: string): Compile =>
  (spec, scope) =>
  (input) => {
    const aggregator = new Aggregator([{ [name]: plainValue(spec) }], {
      context,
      processingMode: ProcessingMode.CLONE_OFF,
      scriptEnabled: false,
      variables: plainDoc(scope.variables),
      collectionResolver: (from) => [...scope.query(from, {}, [], {})].map(plainDoc),
    });
    try {
      return aggregator.run([...input].map(plainDoc));
    } catch (error) {
      throw failure('BadValue', error instanceof Error ? error.message : String(error));
    }
  };

const compilers = new Map<string, Compile>([
  ['$match', match],
  ['$sort', sort],
  ['$limit', limit],
  ['$skip', skip],
  ['$project', project],
  ['$unset', unset],
  ['$addFields', addFields],
  ['$set', addFields],
  [
    '$replaceRoot',
    (spec, { variables }) => replaceRoot(isDoc(spec) ? spec['newRoot'] : undefined, variables),
  ],
  ['$replaceWith', (spec, { variables }) => replaceRoot(spec, variables)],
  ['$unwind', unwind],
  ['$group', group],
  ['$count', count],
  ['$sortByCount', sortByCount],
  ['$sample', sample],
  ['$facet', facet],
  ['$unionWith', unionWith],
  ['$lookup', lookup],
  ...['$bucket', '$bucketAuto', '$graphLookup', '$setWindowFields', '$redact', '$fill', '$densify'].map(
    (name): [string, Compile] => [name, throughMingo(name)],
  ),
]);

/** The name and specification of a stage. Throws if it is not a document with one field. */
export const stageParts = (stage: unknown): [string, unknown] => {
  const entries = isDoc(stage) ? Object.entries(stage) : [];
  const [only] = entries;
  if (entries.length !== 1 || !only) {
    throw location(40323, 'A pipeline stage specification object must contain exactly one field.');
  }
  return only;
};

/** Compiles stages to one function over documents. */
export function compileStages(stages: unknown[], scope: Scope): Stage {
  const compiled = stages.map((stage) => {
    const [name, spec] = stageParts(stage);
    const compile = compilers.get(name);
    if (!compile) throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
    return compile(spec, scope);
  });
  return (input) => compiled.reduce<Iterable<Doc>>((docs, stage) => stage(docs), input);
}
