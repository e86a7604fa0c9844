import type { Pattern, Test } from './filter.ts';
import { afterPrefix, encodeKey, inverted } from './keys.ts';
import { exact, isNumber } from './numbers.ts';
import { literalPrefix } from './regex.ts';
import type { Range } from './store.ts';
import { rank, rankOf } from './values.ts';

/** A stretch of encoded keys of one index field; both ends are keys or prefixes of keys. */
export type Interval = { low: Buffer; withLow: boolean; high: Buffer; withHigh: boolean };

/** What a test says about the keys of its path: nothing outside of the intervals can match; exact if all in them do. */
export type Bounds = { intervals: Interval[]; isExact: boolean };

const point = (value: unknown): Interval => {
  const key = encodeKey(value);
  return { low: key, withLow: true, high: key, withHigh: true };
};

/** Is this interval one single key? */
export const isPoint = (interval: Interval): boolean =>
  interval.withLow && interval.withHigh && interval.low.equals(interval.high) && interval.low.length > 1;

const bracket = (place: number): Interval => {
  const tag = Buffer.from([place]);
  return { low: tag, withLow: true, high: tag, withHigh: true };
};

const equality = (value: unknown): Bounds => {
  if (value === null || value === undefined) return { intervals: [point(null)], isExact: false };
  if (Array.isArray(value))
    return { intervals: [point(value.length > 0 ? value[0] : undefined), point(value)], isExact: false };
  return { intervals: [point(value)], isExact: rankOf(value) !== rank.regex };
};

const comparison = (op: 'gt' | 'gte' | 'lt' | 'lte', value: unknown): Bounds | undefined => {
  const place = rankOf(value);
  if (place === rank.array || place === rank.minKey || place === rank.maxKey) return undefined;
  const withEqual = op === 'gte' || op === 'lte';
  if (place === rank.null || place === rank.missing)
    return { intervals: withEqual ? [point(null)] : [], isExact: false };
  if (isNumber(value) && Number.isNaN(exact(value)))
    return { intervals: withEqual ? [point(value)] : [], isExact: true };
  const whole = bracket(place);
  const low = place === rank.number ? { low: encodeKey(Number.NaN), withLow: false } : whole;
  const key = encodeKey(value);
  return {
    intervals: [
      op === 'gt' || op === 'gte'
        ? { ...whole, low: key, withLow: withEqual }
        : { ...whole, low: low.low, withLow: low.withLow, high: key, withHigh: withEqual },
    ],
    isExact: true,
  };
};

/** Strings with the pattern's literal prefix, and patterns themselves, which a pattern also matches. */
const patternBounds = ({ source }: Pattern): Bounds | undefined => {
  const literal = literalPrefix(source);
  if (!literal) return undefined;
  const prefix = encodeKey(literal.prefix).subarray(0, -2);
  return {
    intervals: [{ low: prefix, withLow: true, high: prefix, withHigh: true }, bracket(rank.regex)],
    isExact: false,
  };
};

const allBounds = (parts: (Bounds | undefined)[]): Bounds | undefined => {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return {
    intervals: known.flatMap(({ intervals }) => intervals),
    isExact: known.every(({ isExact }) => isExact),
  };
};

/** The bounds that a test sets for the keys of its own path; undefined if none. */
export const boundsOf = (test: Test): Bounds | undefined => {
  switch (test.op) {
    case 'eq':
      return equality(test.value);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return comparison(test.op, test.value);
    case 'in':
      return allBounds([...test.values.map(equality), ...test.patterns.map(patternBounds)]);
    case 'regex':
      return patternBounds(test.pattern);
    case 'exists':
      return test.wanted ? undefined : { intervals: [point(null)], isExact: false };
    case 'elemTest': {
      const known = test.tests.map(boundsOf).filter((part) => part !== undefined);
      const first = known[0];
      if (!first) return undefined;
      return {
        intervals: known
          .slice(1)
          .reduce((left, { intervals }) => intersect(left, intervals), first.intervals),
        isExact: false,
      };
    }
    default:
      return undefined;
  }
};

type Edge = { bytes: Buffer };

const start = (interval: Interval): Edge => ({
  bytes: interval.withLow ? interval.low : afterPrefix(interval.low),
});
const stop = (interval: Interval): Edge => ({
  bytes: interval.withHigh ? afterPrefix(interval.high) : interval.high,
});

/** The keys that lie in an interval of both lists. */
export const intersect = (left: Interval[], right: Interval[]): Interval[] =>
  left.flatMap((a) =>
    right.flatMap((b) => {
      const low = Buffer.compare(start(a).bytes, start(b).bytes) >= 0 ? a : b;
      const high = Buffer.compare(stop(a).bytes, stop(b).bytes) <= 0 ? a : b;
      const both = { low: low.low, withLow: low.withLow, high: high.high, withHigh: high.withHigh };
      return Buffer.compare(start(both).bytes, stop(both).bytes) < 0 ? [both] : [];
    }),
  );

/** The store's range for an interval of an index field, behind the bytes of the fields before it. */
export const rangeOf = (before: Buffer, interval: Interval, isDescending: boolean): Range => {
  const [low, high, withLow, withHigh] = isDescending
    ? [inverted(interval.high), inverted(interval.low), interval.withHigh, interval.withLow]
    : [interval.low, interval.high, interval.withLow, interval.withHigh];
  const from = Buffer.concat([before, low]);
  const to = Buffer.concat([before, high]);
  return { from: withLow ? from : afterPrefix(from), to: withHigh ? afterPrefix(to) : to };
};

/** Ranges in order, overlapping ones joined. */
export const merged = (ranges: Range[]): Range[] => {
  const sorted = ranges
    .filter(({ from, to }) => Buffer.compare(from, to) < 0)
    .toSorted((a, b) => Buffer.compare(a.from, b.from));
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && Buffer.compare(range.from, last.to) <= 0) {
      if (Buffer.compare(range.to, last.to) > 0) last.to = range.to;
    } else result.push({ ...range });
  }
  return result;
};
