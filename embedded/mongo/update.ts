import { failure } from './failure.ts';
import { parseFilter } from './filter.ts';
import { type Matcher, type Position, compileMatcher } from './matcher.ts';
import { applyOperator, isUpdateOperator, type UpdateOperator } from './updateOperators.ts';
import { concretePaths } from './updatePath.ts';
import { type Doc, compareStrings, encode, fieldOf, isDoc, isEqual } from './values.ts';

/** Changes a decoded document in place, or returns its replacement. */
export type Update = {
  kind: 'operators' | 'replacement' | 'pipeline';
  apply: (doc: Doc, at: Position, isInsert: boolean) => Doc;
};

type Step = { operator: UpdateOperator; path: string; parts: string[]; operand: unknown };

const numeric = /^\d+$/;

/** Steps run in order of their paths, numbers by value: so new fields land as MongoDB lays them. */
const byPath = (a: Step, b: Step): number => {
  for (let i = 0; i < a.parts.length && i < b.parts.length; i += 1) {
    const left = a.parts[i] ?? '';
    const right = b.parts[i] ?? '';
    const order =
      numeric.test(left) && numeric.test(right) ? Number(left) - Number(right) : compareStrings(left, right);
    if (order !== 0) return order;
  }
  return a.parts.length - b.parts.length;
};

const checkConflicts = (paths: string[]): void => {
  const seen = new Set<string>();
  const prefixes = new Set<string>();
  for (const path of paths) {
    const parts = path.split('.');
    const above = parts.map((_, i) => parts.slice(0, i + 1).join('.'));
    const clash = prefixes.has(path) ? path : above.find((prefix) => seen.has(prefix));
    if (clash !== undefined) {
      throw failure(
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${clash}'`,
      );
    }
    seen.add(path);
    for (const prefix of above) prefixes.add(prefix);
  }
};

const checkPath = (path: string): string[] => {
  const parts = path.split('.');
  if (path === '') throw failure('EmptyFieldName', 'An empty update path is not valid.');
  if (parts.includes('')) {
    throw failure(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  if (parts[0]?.startsWith('$') && !['$ref', '$id', '$db'].includes(parts[0])) {
    throw failure(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${parts[0]}' in '${path}' is not allowed in the context of an update.`,
    );
  }
  return parts;
};

const parseSteps = (modifiers: Doc): Step[] => {
  const steps: Step[] = [];
  for (const [operator, fields] of Object.entries(modifiers)) {
    if (!isUpdateOperator(operator)) {
      throw failure(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDoc(fields)) {
      throw failure(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}}`,
      );
    }
    for (const [path, operand] of Object.entries(fields)) {
      steps.push({ operator, path, parts: checkPath(path), operand });
    }
  }
  const touched = steps.flatMap((step) =>
    step.operator === '$rename' && typeof step.operand === 'string' ? [step.path, step.operand] : [step.path],
  );
  checkConflicts(touched);
  return steps.toSorted(byPath);
};

const identifierOf = (filter: Doc): string | undefined => {
  for (const [name, value] of Object.entries(filter)) {
    if (!name.startsWith('$')) return name.split('.')[0];
    const first: unknown = Array.isArray(value) ? value[0] : undefined;
    const inner = isDoc(first) ? identifierOf(first) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
};

const compileArrayFilters = (filters: unknown[], steps: Step[], evaluate: Evaluate): Map<string, Matcher> => {
  const matchers = new Map<string, Matcher>();
  for (const filter of filters) {
    if (!isDoc(filter)) throw failure('TypeMismatch', 'arrayFilters must be an array of objects');
    const name = identifierOf(filter);
    if (name === undefined) {
      throw failure(
        'FailedToParse',
        'Cannot use an expression without a top-level field name in arrayFilters',
      );
    }
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
      throw failure(
        'BadValue',
        `Error parsing array filter: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
      );
    }
    if (matchers.has(name)) {
      throw failure(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${name}`,
      );
    }
    if (!steps.some(({ parts }) => parts.includes(`$[${name}]`))) {
      throw failure('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
    }
    matchers.set(name, compileMatcher(parseFilter(filter), evaluate));
  }
  for (const { parts, path } of steps) {
    for (const part of parts) {
      const name = /^\$\[(.+)\]$/.exec(part)?.[1];
      if (name !== undefined && !matchers.has(name)) {
        throw failure('BadValue', `No array filter found for identifier '${name}' in path '${path}'`);
      }
    }
  }
  return matchers;
};

type Evaluate = (expression: unknown) => (doc: Doc) => unknown;

const checkReplacement = (doc: Doc): void => {
  const dollar = Object.keys(doc).find((name) => name.startsWith('$'));
  if (dollar !== undefined) {
    throw failure(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
};

const immutable = (path: string): never => {
  throw failure(
    'ImmutableField',
    `Performing an update on the path '${path}' would modify the immutable field '_id'`,
  );
};

const applySteps =
  (steps: Step[], filters: Map<string, Matcher>) => (doc: Doc, at: Position, isInsert: boolean) => {
    const before = fieldOf(doc, '_id');
    const hadId = '_id' in doc;
    for (const step of steps) {
      if (step.operator === '$setOnInsert' && !isInsert) continue;
      for (const parts of concretePaths(doc, step.parts, at, filters)) {
        applyOperator(step.operator, doc, parts, step.operand);
      }
    }
    if (hadId && !isEqual(before, fieldOf(doc, '_id'))) immutable('_id');
    return doc;
  };

/** Compiles a document or pipeline of an update command; `pipeline` runs the stages of a pipeline on one document. */
export const compileUpdate = (
  update: unknown,
  arrayFilters: unknown[],
  evaluate: Evaluate,
  pipeline: (stages: unknown[]) => (doc: Doc) => Doc,
): Update => {
  if (Array.isArray(update)) {
    if (arrayFilters.length > 0)
      throw failure('FailedToParse', 'arrayFilters may not be specified for pipeline-syle updates');
    const run = pipeline(update);
    return { kind: 'pipeline', apply: (doc) => withSameId(doc, run(doc)) };
  }
  if (!isDoc(update)) throw failure('FailedToParse', 'Update argument must be either an object or an array');
  const first = Object.keys(update)[0];
  if (first?.startsWith('$')) {
    const steps = parseSteps(update);
    return {
      kind: 'operators',
      apply: applySteps(steps, compileArrayFilters(arrayFilters, steps, evaluate)),
    };
  }
  checkReplacement(update);
  if (arrayFilters.length > 0)
    throw failure('FailedToParse', 'arrayFilters may not be specified for replacement-style updates');
  return { kind: 'replacement', apply: (doc) => withSameId(doc, { ...update }) };
};

const withSameId = (before: Doc, after: Doc): Doc => {
  if (!('_id' in before)) return after;
  if (!('_id' in after)) return { _id: before['_id'], ...after };
  if (!isEqual(before['_id'], after['_id'])) {
    throw failure(
      'ImmutableField',
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${JSON.stringify(after['_id'])}`,
    );
  }
  return after;
};

/** A document with its _id in front, encoded; throws if it is over 16 MB or its _id is not allowed. */
export const encodeStored = (doc: Doc): Buffer => {
  const id = fieldOf(doc, '_id');
  if (Array.isArray(id)) throw failure('InvalidIdField', "The '_id' value cannot be of type array");
  if (id === undefined) throw failure('InvalidIdField', "The '_id' value cannot be of type undefined");
  const bytes = encode(Object.keys(doc)[0] === '_id' ? doc : { _id: id, ...doc });
  if (bytes.length > 16 * 1024 * 1024) {
    throw failure(
      'BSONObjectTooLarge',
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and 16793600(16MB)`,
    );
  }
  return bytes;
};
