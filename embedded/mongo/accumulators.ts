import { Decimal128, Double, Int32 } from 'bson';
import { add, typedNumber, type BsonNumber } from './arithmetic.ts';
import { type Variables, compileExpression } from './expressions.ts';
import { failure, location } from './failure.ts';
import { encodeKey } from './keys.ts';
import { exact, isNumber } from './numbers.ts';
import { plainNumber } from './plain.ts';
import { parseSort, sortBy } from './sort.ts';
import { type Doc, compareValues, isDoc } from './values.ts';

/** Gathers one output field of a group. */
export type Accumulator = { add(doc: Doc): void; result(): unknown };

type Make = (operand: unknown, variables: Variables) => () => Accumulator;

type Compute = (doc: Doc) => unknown;

const single =
  <State>(
    start: () => State,
    next: (state: State, value: unknown) => State,
    end: (state: State) => unknown,
  ): Make =>
  (operand, variables) => {
    const compute = compileExpression(operand, variables);
    return () => {
      let state = start();
      return {
        add: (doc) => {
          state = next(state, compute(doc));
        },
        result: () => end(state),
      };
    };
  };

const sum = single<BsonNumber>(
  () => new Int32(0),
  (total, value) => (isNumber(value) ? add(total, typedNumber(value)) : total),
  (total) => total,
);

const average = single<{ total: BsonNumber; count: number }>(
  () => ({ total: new Int32(0), count: 0 }),
  (state, value) =>
    isNumber(value) ? { total: add(state.total, typedNumber(value)), count: state.count + 1 } : state,
  ({ total, count }) => {
    if (count === 0) return null;
    const mean = (plainNumber(total) ?? 0) / count;
    return total instanceof Decimal128 ? Decimal128.fromString(String(mean)) : new Double(mean);
  },
);

const extreme = (direction: number): Make =>
  single<unknown>(
    () => undefined,
    (best, value) =>
      value === undefined ||
      value === null ||
      (best !== undefined && compareValues(value, best) * direction <= 0)
        ? best
        : value,
    (best) => best ?? null,
  );

const first = single<{ value: unknown } | undefined>(
  () => undefined,
  (state, value) => state ?? { value },
  (state) => state?.value ?? null,
);

const last = single<unknown>(
  () => null,
  (_, value) => value ?? null,
  (value) => value,
);

const push = single<unknown[]>(
  () => [],
  (values, value) => {
    if (value !== undefined) values.push(value);
    return values;
  },
  (values) => values,
);

const addToSet = single<Map<string, unknown>>(
  () => new Map(),
  (values, value) => {
    if (value !== undefined) {
      const key = encodeKey(value).toString('latin1');
      if (!values.has(key)) values.set(key, value);
    }
    return values;
  },
  (values) => [...values.values()],
);

const mergeObjects = single<Doc>(
  () => ({}),
  (merged, value) => (isDoc(value) ? { ...merged, ...value } : merged),
  (merged) => merged,
);

const deviation = (isSample: boolean): Make =>
  single<number[]>(
    () => [],
    (values, value) => {
      if (isNumber(value)) values.push(Number(exact(value)));
      return values;
    },
    (values) => {
      const divisor = isSample ? values.length - 1 : values.length;
      if (divisor <= 0) return null;
      const mean = values.reduce((total, value) => total + value, 0) / values.length;
      return new Double(Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / divisor));
    },
  );

const fieldsOf = (name: string, operand: unknown, needed: string[]): Doc => {
  if (!isDoc(operand) || needed.some((field) => !(field in operand))) {
    throw failure('BadValue', `${name} needs the fields ${needed.join(', ')}`);
  }
  return operand;
};

const numberOf = (name: string, expression: unknown, variables: Variables): number => {
  const n = plainNumber(compileExpression(expression, variables)({}));
  if (n === undefined || n < 1 || !Number.isInteger(n))
    throw failure('BadValue', `${name} needs a whole n of at least 1`);
  return n;
};

/** Gathers all values of a group, then picks of them. */
const picking =
  (name: string, pick: (values: unknown[], n: number) => unknown): Make =>
  (operand, variables) => {
    const spec = fieldsOf(name, operand, ['input', 'n']);
    const compute = compileExpression(spec['input'], variables);
    const n = numberOf(name, spec['n'], variables);
    return () => {
      const values: unknown[] = [];
      return {
        add: (doc) => {
          values.push(compute(doc) ?? null);
        },
        result: () => pick(values, n),
      };
    };
  };

/** Sorts the documents of a group, then takes the output of the first or last n. */
const ranking =
  (name: string, isBottom: boolean, isSingle: boolean): Make =>
  (operand, variables) => {
    const spec = fieldsOf(name, operand, isSingle ? ['sortBy', 'output'] : ['sortBy', 'output', 'n']);
    const sort = parseSort(spec['sortBy']);
    const compute: Compute = compileExpression(spec['output'], variables);
    const n = isSingle ? 1 : numberOf(name, spec['n'], variables);
    return () => {
      const docs: Doc[] = [];
      return {
        add: (doc) => {
          docs.push(doc);
        },
        result: () => {
          const sorted = sortBy(docs, sort, (doc) => doc);
          const chosen = (isBottom ? sorted.slice(-n) : sorted.slice(0, n)).map(
            (doc) => compute(doc) ?? null,
          );
          return isSingle ? chosen[0] : chosen;
        },
      };
    };
  };

const ordered = (values: unknown[], direction: number): unknown[] =>
  values.filter((value) => value !== null).toSorted((a, b) => compareValues(a, b) * direction);

const makers = new Map<string, Make>([
  ['$sum', sum],
  ['$avg', average],
  ['$min', extreme(-1)],
  ['$max', extreme(1)],
  ['$first', first],
  ['$last', last],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$mergeObjects', mergeObjects],
  ['$stdDevPop', deviation(false)],
  ['$stdDevSamp', deviation(true)],
  ['$count', () => sum(new Int32(1), {})],
  ['$firstN', picking('$firstN', (values, n) => values.slice(0, n))],
  ['$lastN', picking('$lastN', (values, n) => values.slice(-n))],
  ['$minN', picking('$minN', (values, n) => ordered(values, 1).slice(0, n))],
  ['$maxN', picking('$maxN', (values, n) => ordered(values, -1).slice(0, n))],
  ['$top', ranking('$top', false, true)],
  ['$bottom', ranking('$bottom', true, true)],
  ['$topN', ranking('$topN', false, false)],
  ['$bottomN', ranking('$bottomN', true, false)],
]);

/** Compiles `{$sum: '$x'}` of a $group field; each call of the result starts a group. */
export const compileAccumulator = (
  field: string,
  spec: unknown,
  variables: Variables,
): (() => Accumulator) => {
  if (field.includes('.')) throw location(40235, `The field name '${field}' cannot contain '.'`);
  if (!isDoc(spec)) throw location(40234, `The field '${field}' must be an accumulator object`);
  const [operator, ...more] = Object.keys(spec);
  if (operator === undefined || more.length > 0)
    throw location(40238, `The field '${field}' must specify one accumulator`);
  const make = makers.get(operator);
  if (!make) throw location(15952, `unknown group operator '${operator}'`);
  return make(spec[operator], variables);
};
