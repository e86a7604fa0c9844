import { type Bounds, type Interval, boundsOf, intersect, isPoint, merged, rangeOf } from './bounds.ts';
import type { Index } from './catalog.ts';
import { longestKey } from './documents.ts';
import { type Filter, type Test, parseFilter } from './filter.ts';
import { afterPrefix, inverted } from './keys.ts';
import { indexPrefix } from './layout.ts';
import type { Sort } from './sort.ts';
import type { Range } from './store.ts';
import { isEqual } from './values.ts';

/** The stretches of one index to read. */
export type IndexScan = {
  index: Index;
  ranges: Range[];
  isReverse: boolean;
  /** The one key of a unique index that the filter asks for: it is got, not searched. */
  key?: Buffer | undefined;
};

/** How the documents for a filter and sort are found. */
export type Plan = {
  /** Read these indexes (several: for the branches of $or); undefined: read the whole collection. */
  scans: IndexScan[] | undefined;
  /** Do the documents come in the order asked for? */
  isSorted: boolean;
  /** Is every document found a match, so that the filter need not be tested? */
  isExact: boolean;
  /** For a collection scan: newest first ($natural: -1). */
  isReverse: boolean;
};

type FieldTest = { path: string; test: Test; source: Filter | undefined };

/** The tests that all have to hold, with those inside of an $elemMatch as paths below it. */
const conjuncts = (filter: Filter): FieldTest[] => {
  if (filter.kind === 'and') return filter.parts.flatMap(conjuncts);
  if (filter.kind !== 'field') return [];
  const { path, test } = filter;
  if (test.op !== 'elemMatch') return [{ path, test, source: filter }];
  return conjuncts(test.filter).map((inner) => ({
    ...inner,
    path: `${path}.${inner.path}`,
    source: undefined,
  }));
};

const topLevel = (filter: Filter): Filter[] =>
  filter.kind === 'and' ? filter.parts.flatMap(topLevel) : [filter];

type Usable = { intervals: Interval[]; consumed: Filter[] };

/** The bounds that all tests of a path set together: on an array path only one may count, elements differ. */
const fieldBounds = (tests: FieldTest[], path: string, isMultikey: boolean): Usable | undefined => {
  const usable: { bounds: Bounds; source: Filter | undefined }[] = [];
  for (const { path: tested, test, source } of tests) {
    const bounds = tested === path ? boundsOf(test) : undefined;
    if (bounds) usable.push({ bounds, source });
  }
  const [first, ...rest] = usable.toSorted(
    (a, b) => Number(b.bounds.intervals.every(isPoint)) - Number(a.bounds.intervals.every(isPoint)),
  );
  if (!first) return undefined;
  const used = isMultikey ? [first] : [first, ...rest];
  return {
    intervals: used
      .slice(1)
      .reduce((left, { bounds }) => intersect(left, bounds.intervals), first.bounds.intervals),
    consumed: used.flatMap(({ bounds, source }) => (bounds.isExact && source ? [source] : [])),
  };
};

const mostRanges = 2000;

type Candidate = { scan: IndexScan; isSorted: boolean; isExact: boolean; isBounded: boolean; score: number };

type Prefix = {
  bytes: Buffer[];
  points: Set<string>;
  single: Set<string>;
  consumed: Filter[];
  hasRange: boolean;
  ranges: Range[];
};

const componentBytes = (interval: Interval, isDescending: boolean): Buffer =>
  isDescending ? inverted(interval.low) : interval.low;

/** Walks the index's fields as long as they have bounds: points multiply, a range ends it. */
const readPrefix = (index: Index, tests: FieldTest[]): Prefix => {
  const start = indexPrefix(index.id);
  const prefix: Prefix = {
    bytes: [start],
    points: new Set(),
    single: new Set(),
    consumed: [],
    hasRange: false,
    ranges: [{ from: start, to: afterPrefix(start) }],
  };
  const arrayRoots = new Set<string>();
  for (const [i, { path, parts, isDescending }] of index.fields.entries()) {
    const isMultikey = index.isMultikey[i] === true;
    const root = parts[0] ?? '';
    // Two paths below one array: their keys come from the same element, the tests need not.
    if (isMultikey && arrayRoots.has(root)) break;
    if (isMultikey) arrayRoots.add(root);
    const usable = fieldBounds(tests, path, isMultikey);
    if (!usable || prefix.bytes.length * usable.intervals.length > mostRanges) break;
    prefix.consumed.push(...usable.consumed);
    prefix.ranges = prefix.bytes.flatMap((before) =>
      usable.intervals.map((interval) => rangeOf(before, interval, isDescending)),
    );
    if (!usable.intervals.every(isPoint)) {
      prefix.hasRange = true;
      break;
    }
    prefix.points.add(path);
    if (usable.intervals.length === 1) prefix.single.add(path);
    prefix.bytes = prefix.bytes.flatMap((before) =>
      usable.intervals.map((interval) => Buffer.concat([before, componentBytes(interval, isDescending)])),
    );
  }
  return prefix;
};

/** Long keys are cut: so is a bound, and what lies behind the cut has to be tested on the documents. */
const cut = (range: Range): Range => {
  const longest = longestKey + 5;
  const from = range.from.length > longest ? range.from.subarray(0, longest) : range.from;
  const to = range.to.length > longest ? afterPrefix(range.to.subarray(0, longest)) : range.to;
  return { from, to };
};

/** Does reading the index in one direction give the order asked for? 1 or -1, 0 if not. */
const sortDirection = (index: Index, sort: Sort, prefix: Prefix): 1 | -1 | 0 => {
  if (sort.length === 0 || index.hasLongKeys || prefix.points.size !== prefix.single.size) return 0;
  const asked = sort.filter(({ path }) => !prefix.single.has(path) || isMultikeyAt(index, path));
  const fields = index.fields.filter(({ path }) => !prefix.single.has(path));
  let direction: 1 | -1 | 0 = 0;
  for (const [i, { path, isDescending }] of asked.entries()) {
    const field = fields[i];
    if (!field || field.path !== path || isMultikeyAt(index, path)) return 0;
    const needed = field.isDescending === isDescending ? 1 : -1;
    if (direction !== 0 && direction !== needed) return 0;
    direction = needed;
  }
  return direction === 0 ? 1 : direction;
};

const isMultikeyAt = (index: Index, path: string): boolean =>
  index.fields.some((field, i) => field.path === path && index.isMultikey[i] === true);

/** Can a document without the path match the test? */
const needsValue = (test: Test): boolean => {
  if (test.op === 'eq' || test.op === 'gte' || test.op === 'lte')
    return test.value !== null && test.value !== undefined;
  if (test.op === 'in') return test.values.every((value) => value !== null && value !== undefined);
  return test.op === 'exists' ? test.wanted : test.op !== 'not';
};

/** Does a test of the query guarantee the one of the partial index? (Only what is plain to see.) */
const implies = (test: Test, needed: Test): boolean => {
  if (needed.op === 'exists' && needed.wanted) return needsValue(test);
  if (needed.op === 'eq') return test.op === 'eq' && isEqual(test.value, needed.value);
  if (needed.op === 'in') {
    const values =
      test.op === 'eq'
        ? [test.value]
        : test.op === 'in' && test.patterns.length === 0
          ? test.values
          : undefined;
    return (
      values !== undefined &&
      values.every((value) => needed.values.some((allowed) => isEqual(value, allowed)))
    );
  }
  if (needed.op === 'type')
    return test.op === 'type' && [...test.codes].every((code) => needed.codes.has(code));
  if (needed.op !== 'gt' && needed.op !== 'gte' && needed.op !== 'lt' && needed.op !== 'lte') return false;
  const outer = boundsOf(needed);
  const inner = boundsOf(test);
  if (!outer || !inner || !inner.isExact) return false;
  return inner.intervals.every((interval) => {
    const [common] = intersect([interval], outer.intervals);
    return common !== undefined && common.low === interval.low && common.high === interval.high;
  });
};

const covers = (index: Index, tests: FieldTest[]): boolean => {
  if (index.isSparse && !index.partial) {
    const [first] = index.fields;
    if (!tests.some(({ path, test }) => path === first?.path && needsValue(test))) return false;
  }
  if (!index.partial) return true;
  const filter = parseFilter(index.partial.filter);
  const needed = conjuncts(filter);
  if (needed.length < topLevel(filter).length || topLevel(filter).some(({ kind }) => kind !== 'field'))
    return false;
  return needed.every((need) =>
    tests.some(({ path, test }) => path === need.path && implies(test, need.test)),
  );
};

const candidate = (
  index: Index,
  filter: Filter,
  tests: FieldTest[],
  sort: Sort,
  hasLimit: boolean,
): Candidate | undefined => {
  if (!covers(index, tests)) return undefined;
  const prefix = readPrefix(index, tests);
  const direction = sortDirection(index, sort, prefix);
  const isBounded = prefix.points.size > 0 || prefix.hasRange;
  if (!isBounded && direction === 0) return undefined;
  const isWhole = prefix.points.size === index.fields.length;
  const isLong = index.hasLongKeys || prefix.ranges.some(({ to }) => to.length > longestKey);
  const isOne = index.isUnique && isWhole && prefix.single.size === prefix.points.size;
  const score =
    (isOne ? 1000 : 0) +
    prefix.points.size * 10 +
    prefix.single.size +
    (prefix.hasRange ? 5 : 0) +
    (direction === 0 ? 0 : hasLimit ? 6 : 3) +
    (index.partial ? 1 : 0);
  const isAll = topLevel(filter).every((part) => prefix.consumed.includes(part));
  return {
    scan: {
      index,
      ranges: merged(prefix.ranges.map(cut)),
      isReverse: direction === -1,
      key: isOne && !isLong ? prefix.bytes[0] : undefined,
    },
    isSorted: direction !== 0,
    isExact: isAll && !isLong,
    isBounded,
    score,
  };
};

const best = (
  indexes: Index[],
  filter: Filter,
  sort: Sort,
  hasLimit: boolean,
  hint?: string,
): Candidate | undefined => {
  const tests = conjuncts(filter);
  let chosen: Candidate | undefined;
  for (const index of indexes) {
    if (hint !== undefined && index.name !== hint) continue;
    const found = candidate(index, filter, tests, sort, hasLimit);
    if (found && (!chosen || found.score > chosen.score)) chosen = found;
  }
  return chosen;
};

const hinted = (indexes: Index[], hint: string): Plan | undefined => {
  const index = indexes.find(({ name }) => name === hint);
  if (!index) return undefined;
  const prefix = indexPrefix(index.id);
  const scan = { index, ranges: [{ from: prefix, to: afterPrefix(prefix) }], isReverse: false };
  return { scans: [scan], isSorted: false, isExact: false, isReverse: false };
};

/** Chooses how to read a collection with these indexes for a filter and a sort. */
export const planQuery = (
  indexes: Index[],
  filter: Filter,
  sort: Sort,
  hasLimit: boolean,
  hint?: string,
): Plan => {
  const natural = sort.length === 1 && sort[0]?.path === '$natural' ? sort[0] : undefined;
  const whole = { scans: undefined, isSorted: sort.length === 0 || natural !== undefined };
  const isEmpty = filter.kind === 'and' && filter.parts.length === 0;
  const plain: Plan = { ...whole, isExact: isEmpty, isReverse: natural?.isDescending === true };
  if (natural || hint === '$natural') return plain;
  const chosen = best(indexes, filter, sort, hasLimit, hint);
  if (chosen && (chosen.isBounded || !hasOr(filter))) {
    return {
      scans: [chosen.scan],
      isSorted: chosen.isSorted || sort.length === 0,
      isExact: chosen.isExact,
      isReverse: false,
    };
  }
  const scans = orScans(indexes, filter, hint);
  if (scans) return { scans, isSorted: sort.length === 0, isExact: false, isReverse: false };
  if (chosen)
    return { scans: [chosen.scan], isSorted: chosen.isSorted, isExact: chosen.isExact, isReverse: false };
  return (hint === undefined ? undefined : hinted(indexes, hint)) ?? plain;
};

const hasOr = (filter: Filter): boolean => topLevel(filter).some(({ kind }) => kind === 'or');

/** An $or is read from indexes if each of its branches has one. */
const orScans = (indexes: Index[], filter: Filter, hint?: string): IndexScan[] | undefined => {
  for (const part of topLevel(filter)) {
    if (part.kind !== 'or') continue;
    const branches = part.parts.map((branch) => best(indexes, branch, [], false, hint));
    const known = branches.filter((branch) => branch !== undefined);
    if (known.length === branches.length) return known.map(({ scan }) => scan);
  }
  return undefined;
};
