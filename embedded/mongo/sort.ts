import { failure } from './failure.ts';
import { exact, isNumber } from './numbers.ts';
import { pathValues } from './pathValues.ts';
import { type Doc, compareValues, isDoc } from './values.ts';

/** A sort order: paths with direction. */
export type Sort = { path: string; parts: string[]; isDescending: boolean }[];

/** Parses `{a: 1, 'b.c': -1}`; throws BadValue on another direction. */
export const parseSort = (spec: unknown): Sort => {
  if (spec === undefined || spec === null) return [];
  if (!isDoc(spec)) throw failure('TypeMismatch', 'Expected field sort to be of type object');
  return Object.entries(spec).map(([path, direction]) => {
    if (isDoc(direction) && '$meta' in direction)
      throw failure('NotImplemented', '$meta sort is not supported');
    const sign = isNumber(direction) ? Number(exact(direction)) : 0;
    if (sign !== 1 && sign !== -1) {
      throw failure('BadValue', '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path, parts: path.split('.'), isDescending: sign < 0 };
  });
};

/** The value a document sorts by at one path: of an array the least, or descending the greatest. */
const sortValue = (doc: Doc, parts: string[], isDescending: boolean): unknown => {
  let best: unknown;
  let isFirst = true;
  for (const [value] of pathValues(doc, [parts], [])) {
    if (isFirst || (isDescending ? compareValues(value, best) > 0 : compareValues(value, best) < 0))
      best = value;
    isFirst = false;
  }
  return best;
};

/** Sorts (stably) items by the documents they carry. */
export const sortBy = <Item>(items: Item[], sort: Sort, docOf: (item: Item) => Doc): Item[] => {
  if (sort.length === 0) return items;
  const keyed = items.map((item) => {
    const doc = docOf(item);
    return { item, key: sort.map(({ parts, isDescending }) => sortValue(doc, parts, isDescending)) };
  });
  keyed.sort((a, b) => {
    for (let i = 0; i < sort.length; i += 1) {
      const order = compareValues(a.key[i], b.key[i]);
      if (order !== 0) return sort[i]?.isDescending ? -order : order;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
};
