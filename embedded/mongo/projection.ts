import { compileExpression, type Variables } from './expressions.ts';
import { failure, location } from './failure.ts';
import { parseFilter } from './filter.ts';
import { type Position, compileMatcher } from './matcher.ts';
import { exact, isNumber } from './numbers.ts';
import { type Doc, fieldOf, isDoc, setField } from './values.ts';

/** Shapes a document for the reply; `at` tells what `$` stands for. */
export type Projection = (doc: Doc, at?: Position) => Doc;

type Special = (value: unknown, doc: Doc, at: Position) => unknown;
type Tree = Map<string, Tree | 'keep' | 'drop' | Special>;

const isTrue = (value: unknown): boolean => (isNumber(value) ? Number(exact(value)) !== 0 : value === true);

const insert = (tree: Tree, path: string, leaf: 'keep' | 'drop' | Special): void => {
  const parts = path.split('.');
  if (parts.includes(''))
    throw location(40353, "FieldPath must not end with a '.' or contain empty field names.");
  let at = tree;
  for (const part of parts.slice(0, -1)) {
    const next = at.get(part) ?? new Map();
    if (!(next instanceof Map)) throw location(31249, `Path collision at ${path}`);
    at.set(part, next);
    at = next;
  }
  const last = parts.at(-1) ?? '';
  if (at.has(last)) throw location(31250, `Path collision at ${path}`);
  at.set(last, leaf);
};

const apply = (
  value: unknown,
  leaf: Tree | 'keep' | Special,
  keepsRest: boolean,
  doc: Doc,
  at: Position,
): unknown => {
  if (leaf === 'keep') return value;
  if (typeof leaf === 'function') return leaf(value, doc, at);
  if (isDoc(value)) return shape(value, leaf, keepsRest, doc, at);
  if (!Array.isArray(value)) return keepsRest ? value : undefined;
  return value.flatMap((element) => {
    const shaped = apply(element, leaf, keepsRest, doc, at);
    return shaped === undefined ? [] : [shaped];
  });
};

const shape = (value: Doc, tree: Tree, keepsRest: boolean, doc: Doc, at: Position): Doc => {
  const result: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const leaf = tree.get(name);
    if (leaf === 'drop') continue;
    if (leaf === undefined) {
      if (keepsRest) setField(result, name, field);
      continue;
    }
    const shaped = apply(field, leaf, keepsRest, doc, at);
    if (shaped !== undefined) setField(result, name, shaped);
  }
  for (const [name, leaf] of tree) {
    if (leaf === 'keep' || leaf === 'drop' || Object.hasOwn(value, name)) continue;
    const made = typeof leaf === 'function' ? leaf(undefined, doc, at) : computed(leaf, doc, at);
    if (made !== undefined) setField(result, name, made);
  }
  return result;
};

/** A path of computed fields that the document has nothing of. */
const computed = (tree: Tree, doc: Doc, at: Position): Doc | undefined => {
  const result = shape({}, tree, false, doc, at);
  return Object.keys(result).length > 0 ? result : undefined;
};

const sliced = (operand: unknown): Special => {
  const [first, second] = (Array.isArray(operand) ? operand : [operand]).map((part) =>
    isNumber(part) ? Math.trunc(Number(exact(part))) : Number.NaN,
  );
  if (first === undefined || Number.isNaN(first) || Number.isNaN(second)) {
    throw location(
      28667,
      'Invalid $slice syntax. The given syntax did not match the find() syntax or the expression syntax',
    );
  }
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (second === undefined) return first >= 0 ? value.slice(0, first) : value.slice(first);
    const from = first >= 0 ? first : Math.max(0, value.length + first);
    return value.slice(from, from + second);
  };
};

const elementMatch = (operand: unknown): Special => {
  if (!isDoc(operand)) throw location(31274, 'elemMatch: Invalid argument, object required');
  const matches = compileMatcher(parseFilter({ at: { $elemMatch: operand } }), compileExpression);
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found = value.find((element: unknown) => matches({ at: [element] }));
    return found === undefined ? undefined : [found];
  };
};

const positional: Special = (value, _doc, at) => {
  if (!Array.isArray(value)) return value;
  if (at.index === undefined || at.index >= value.length) {
    throw location(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  }
  return [value[at.index]];
};

type Parsed = {
  tree: Tree;
  includes: boolean;
  excludes: boolean;
  computes: boolean;
  idWanted: boolean | undefined;
};

const flatten = (spec: Doc, prefix: string): [string, unknown][] =>
  Object.entries(spec).flatMap(([name, value]): [string, unknown][] => {
    const path = prefix + name;
    const isNested = isDoc(value) && !Object.keys(value).some((key) => key.startsWith('$'));
    if (isNested && Object.keys(value).length === 0)
      throw location(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
    return isNested ? flatten(value, `${path}.`) : [[path, value]];
  });

const parse = (spec: Doc, isStage: boolean, variables: Variables): Parsed => {
  const parsed: Parsed = {
    tree: new Map(),
    includes: false,
    excludes: false,
    computes: false,
    idWanted: undefined,
  };
  for (const [path, value] of flatten(spec, '')) {
    if (isNumber(value) || typeof value === 'boolean') {
      const wanted = isTrue(value);
      if (path === '_id') {
        parsed.idWanted = wanted;
        continue;
      }
      if (wanted && parsed.excludes)
        throw location(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
      if (!wanted && (parsed.includes || parsed.computes)) {
        throw location(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
      }
      if (wanted) parsed.includes = true;
      else parsed.excludes = true;
      if (!isStage && path.endsWith('.$')) insert(parsed.tree, path.slice(0, -2), positional);
      else insert(parsed.tree, path, wanted ? 'keep' : 'drop');
    } else if (!isStage && isDoc(value) && '$slice' in value && !isSliceExpression(value['$slice'])) {
      insert(parsed.tree, path, sliced(value['$slice']));
    } else if (!isStage && isDoc(value) && '$elemMatch' in value) {
      if (path.includes('.')) throw location(31275, 'Cannot use $elemMatch projection on a nested field.');
      parsed.computes = true;
      insert(parsed.tree, path, elementMatch(value['$elemMatch']));
    } else {
      if (parsed.excludes) throw location(31252, `Cannot use expression in exclusion projection: ${path}`);
      const evaluate = compileExpression(value, variables);
      parsed.computes = true;
      if (path === '_id') parsed.idWanted = true;
      insert(parsed.tree, path, (_value, doc) => evaluate(doc));
    }
  }
  return parsed;
};

const isSliceExpression = (operand: unknown): boolean =>
  Array.isArray(operand) &&
  (operand.length === 3 || Array.isArray(operand[0]) || typeof operand[0] === 'string');

/**
 * Compiles the projection of a find (or, with `isStage`, of a $project stage); undefined if it asks for everything.
 */
export const compileProjection = (
  spec: unknown,
  isStage = false,
  variables: Variables = {},
): Projection | undefined => {
  if (spec === undefined || spec === null) return undefined;
  if (!isDoc(spec)) throw failure('TypeMismatch', 'projection must be an object');
  if (Object.keys(spec).length === 0) {
    if (isStage)
      throw location(
        51272,
        'Invalid $project :: caused by :: projection specification must have at least one field',
      );
    return undefined;
  }
  const { tree, includes, excludes, computes, idWanted } = parse(spec, isStage, variables);
  const keepsRest = excludes || (!includes && !computes && !(idWanted === true && tree.size === 0));
  if (!tree.has('_id')) {
    if (idWanted === false) tree.set('_id', 'drop');
    else if (!keepsRest) tree.set('_id', 'keep');
  }
  return (doc, at = { index: undefined }) => idFirst(shape(doc, tree, keepsRest, doc, at));
};

const idFirst = (doc: Doc): Doc =>
  '_id' in doc && Object.keys(doc)[0] !== '_id' ? { _id: fieldOf(doc, '_id'), ...doc } : doc;
