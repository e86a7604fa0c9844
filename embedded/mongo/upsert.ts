import { ObjectId } from 'bson';
import { failure } from './failure.ts';
import { type Filter, parseFilter } from './filter.ts';
import type { Update } from './update.ts';
import { setAt } from './updatePath.ts';
import { type Doc, copyValue, isEqual } from './values.ts';

const equalities = (filter: Filter): [string, unknown][] => {
  if (filter.kind === 'and' || (filter.kind === 'or' && filter.parts.length === 1))
    return filter.parts.flatMap(equalities);
  if (filter.kind !== 'field') return [];
  const { path, test } = filter;
  if (test.op === 'eq') return [[path, test.value]];
  return test.op === 'in' && test.values.length === 1 && test.patterns.length === 0
    ? [[path, test.values[0]]]
    : [];
};

/** The document that an upsert inserts: the equalities of its filter, then the update, then an _id if it has none. */
export const buildUpsert = (filter: Doc, update: Update): Doc => {
  const doc: Doc = {};
  const seen = new Map<string, unknown>();
  for (const [path, value] of equalities(parseFilter(filter))) {
    if (update.kind === 'replacement' && path !== '_id') continue;
    if (seen.has(path)) {
      if (isEqual(seen.get(path), value)) continue;
      throw failure(
        'NotSingleValueField',
        `cannot infer query fields to set, path '${path}' is matched twice`,
      );
    }
    const clash = [...seen.keys()].find(
      (other) => path.startsWith(`${other}.`) || other.startsWith(`${path}.`),
    );
    if (clash !== undefined) {
      throw failure(
        'NotSingleValueField',
        `cannot infer query fields to set, both paths '${clash}' and '${path}' are matched`,
      );
    }
    seen.set(path, value);
    setAt(doc, path.split('.'), copyValue(value));
  }
  const made = update.apply(doc, { index: undefined }, true);
  return '_id' in made ? made : { _id: new ObjectId(), ...made };
};
