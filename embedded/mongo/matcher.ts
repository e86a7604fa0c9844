import { BSONRegExp, BSONSymbol, Decimal128 } from 'bson';
import type { Filter, Test } from './filter.ts';
import { encodeKey } from './keys.ts';
import { exact, isNumber } from './numbers.ts';
import { typeCodeOf } from './types.ts';
import { type Doc, binaryParts, compareValues, fieldOf, isDoc, isEqual, rank, rankOf } from './values.ts';

/** Where in an array the last match was found: what the positional operator `$` stands for. */
export type Position = { index: number | undefined };

/** Says whether a document matches; notes in `at` the array element through which it does. */
export type Matcher = (doc: Doc, at?: Position) => boolean;

type Leaf = (value: unknown, at: Position) => boolean;

const numericPart = /^(?:0|[1-9]\d*)$/;

/**
 * Calls the leaf test on every value that the path stands for, arrays on the way counting as each of their
 * documents, and as their element where the path has a number.
 */
const reach = (value: unknown, parts: string[], depth: number, leaf: Leaf, at: Position): boolean => {
  const part = parts[depth];
  if (part === undefined) return leaf(value, at);
  if (isDoc(value)) return reach(fieldOf(value, part), parts, depth + 1, leaf, at);
  if (!Array.isArray(value)) return leaf(undefined, at);
  if (
    numericPart.test(part) &&
    Number(part) < value.length &&
    reach(value[Number(part)], parts, depth + 1, leaf, at)
  ) {
    return true;
  }
  for (let i = 0; i < value.length; i += 1) {
    if (isDoc(value[i]) && reach(value[i], parts, depth, leaf, at)) {
      at.index = i;
      return true;
    }
  }
  return false;
};

/** A test that holds for an array if it holds for the array itself or for one of its elements. */
const each =
  (test: (value: unknown) => boolean): Leaf =>
  (value, at) => {
    if (test(value)) return true;
    if (!Array.isArray(value)) return false;
    const index = value.findIndex(test);
    if (index >= 0) at.index = index;
    return index >= 0;
  };

const equals = (operand: unknown): ((value: unknown) => boolean) => {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined;
  if (typeof operand === 'string') return (value) => value === operand || isEqual(value, operand);
  return (value) => isEqual(value, operand);
};

/** Comparisons hold only within one type of the order (MongoDB's type bracketing); NaN only equals itself. */
const compares = (op: 'gt' | 'gte' | 'lt' | 'lte', operand: unknown): ((value: unknown) => boolean) => {
  if (operand === null || operand === undefined) {
    return op === 'gte' || op === 'lte' ? equals(operand) : () => false;
  }
  const place = rankOf(operand);
  const isOpen = place === rank.minKey || place === rank.maxKey;
  const isNaN = isNumber(operand) && Number.isNaN(exact(operand));
  return (value) => {
    if (rankOf(value) !== place && !(isOpen && value !== undefined)) return false;
    if (isNumber(value) && Number.isNaN(exact(value)) !== isNaN && !isOpen) return false;
    const order = compareValues(value, operand);
    if (order === 0) return op === 'gte' || op === 'lte';
    return op === 'gt' || op === 'gte' ? order > 0 : order < 0;
  };
};

const keyText = (value: unknown): string => encodeKey(value ?? null).toString('latin1');

const isIn = (values: unknown[]): ((value: unknown) => boolean) => {
  if (values.length <= 8) {
    const tests = values.map(equals);
    return (value) => tests.some((test) => test(value));
  }
  const keys = new Set(values.map(keyText));
  return (value) => keys.has(keyText(value));
};

const matchesPattern =
  (test: (text: string) => boolean, source: BSONRegExp) =>
  (value: unknown): boolean => {
    if (typeof value === 'string') return test(value);
    if (value instanceof BSONSymbol) return test(value.value);
    return value instanceof BSONRegExp && isEqual(value, source);
  };

const hasRemainder =
  (divisor: bigint, remainder: bigint) =>
  (value: unknown): boolean => {
    if (!isNumber(value)) return false;
    const number = value instanceof Decimal128 ? Number(value.toString()) : exact(value);
    if (typeof number === 'object' || (typeof number === 'number' && !Number.isFinite(number))) return false;
    return BigInt(typeof number === 'number' ? Math.trunc(number) : number) % divisor === remainder;
  };

const bitsOf = (value: unknown): bigint | undefined => {
  if (isNumber(value)) {
    const number = value instanceof Decimal128 ? Number(value.toString()) : exact(value);
    if (typeof number === 'bigint') return BigInt.asUintN(64, number);
    if (typeof number !== 'number' || !Number.isInteger(number) || Math.abs(number) >= 2 ** 63)
      return undefined;
    return number < 0 ? (1n << 256n) + BigInt(number) : BigInt(number);
  }
  if (rankOf(value) !== rank.binary) return undefined;
  return binaryParts(value).bytes.reduceRight((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
};

const hasBits =
  (mask: bigint, want: 'allSet' | 'allClear' | 'anySet' | 'anyClear') =>
  (value: unknown): boolean => {
    const bits = bitsOf(value);
    if (bits === undefined) return false;
    const set = bits & mask;
    if (want === 'allSet') return set === mask;
    if (want === 'allClear') return set === 0n;
    return want === 'anySet' ? set !== 0n : set !== mask;
  };

const elementMatches = (test: (value: unknown) => boolean): Leaf => {
  return (value, at) => {
    if (!Array.isArray(value)) return false;
    const index = value.findIndex(test);
    if (index >= 0) at.index = index;
    return index >= 0;
  };
};

/** A sub-document, or an array taken as the document of its places, as $elemMatch sees its elements. */
const asElement = (value: unknown): Doc | undefined => {
  if (isDoc(value)) return value;
  return Array.isArray(value) ? Object.fromEntries(value.entries()) : undefined;
};

type Widen = (test: (value: unknown) => boolean) => Leaf;

/** A test of the value only: $elemMatch does not reach into the arrays among its elements. */
const alone: Widen = (test) => (value) => test(value);

const leafOf = (test: Test, evaluate: Evaluate, widen: Widen): Leaf => {
  switch (test.op) {
    case 'eq':
      return widen(equals(test.value));
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return widen(compares(test.op, test.value));
    case 'in': {
      const listed = isIn(test.values);
      const patterns = test.patterns.map(({ test: matches, source }) => matchesPattern(matches, source));
      return widen((value) => listed(value) || patterns.some((matches) => matches(value)));
    }
    case 'exists':
      return (value) => value !== undefined;
    case 'regex':
      return widen(matchesPattern(test.pattern.test, test.pattern.source));
    case 'size':
      return (value) => Array.isArray(value) && value.length === test.length;
    case 'type':
      return widen((value) => value !== undefined && test.codes.has(typeCodeOf(value)));
    case 'mod':
      return widen(hasRemainder(test.divisor, test.remainder));
    case 'bits':
      return widen(hasBits(test.mask, test.want));
    case 'elemMatch': {
      const matches = compileMatcher(test.filter, evaluate);
      return elementMatches((value) => {
        const element = asElement(value);
        return element !== undefined && matches(element);
      });
    }
    case 'elemTest': {
      // Here the elements count as they are: an array among them is not reached into.
      const tests = test.tests.map((inner) => compileTest(inner, evaluate, alone));
      return elementMatches((value) => tests.every((inner) => inner(value, [], { index: undefined })));
    }
    case 'not':
      return () => false;
  }
};

type Evaluate = (expression: unknown) => (doc: Doc) => unknown;

type PathTest = (value: unknown, parts: string[], at: Position) => boolean;

const compileTest = (test: Test, evaluate: Evaluate, widen: Widen = each): PathTest => {
  if (test.op === 'not') {
    const inner = test.tests.map((part) => compileTest(part, evaluate, widen));
    return (value, parts) => !inner.every((matches) => matches(value, parts, { index: undefined }));
  }
  const leaf = leafOf(test, evaluate, widen);
  if (test.op === 'exists' && !test.wanted) return (value, parts, at) => !reach(value, parts, 0, leaf, at);
  return (value, parts, at) => reach(value, parts, 0, leaf, at);
};

const isTrue = (value: unknown): boolean =>
  isNumber(value) ? Number(exact(value)) !== 0 : value !== false && value !== null && value !== undefined;

/** Compiles a parsed filter; `evaluate` compiles the aggregation expressions of $expr. */
export function compileMatcher(filter: Filter, evaluate: Evaluate): Matcher {
  switch (filter.kind) {
    case 'never':
      return () => false;
    case 'expr': {
      const compute = evaluate(filter.expression);
      return (doc) => isTrue(compute(doc));
    }
    case 'field': {
      const parts = filter.path.split('.');
      const test = compileTest(filter.test, evaluate);
      return (doc, at = { index: undefined }) => test(doc, parts, at);
    }
    case 'and': {
      const matchers = filter.parts.map((part) => compileMatcher(part, evaluate));
      return (doc, at) => matchers.every((matches) => matches(doc, at));
    }
    case 'or': {
      const matchers = filter.parts.map((part) => compileMatcher(part, evaluate));
      return (doc, at) => matchers.some((matches) => matches(doc, at));
    }
    case 'nor': {
      const matchers = filter.parts.map((part) => compileMatcher(part, evaluate));
      return (doc) => !matchers.some((matches) => matches(doc));
    }
  }
}

/** Compiles operator tests such as `{$gt: 1}` for a bare value, as $pull applies them to elements. */
export const compileTests = (tests: Test[]): ((value: unknown) => boolean) => {
  const compiled = tests.map((test) => compileTest(test, () => () => undefined));
  return (value) => compiled.every((matches) => matches(value, [], { index: undefined }));
};
