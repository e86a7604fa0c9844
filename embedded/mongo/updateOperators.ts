import { Int32, Long, Timestamp } from 'bson';
import { add, bitwise, multiply, typedNumber } from './arithmetic.ts';
import { failure } from './failure.ts';
import { parseFilter, parseOperators } from './filter.ts';
import { compileMatcher, compileTests } from './matcher.ts';
import { exact, isNumber } from './numbers.ts';
import { parseSort, sortBy } from './sort.ts';
import { typeNameOf } from './types.ts';
import { getAt, setAt, unsetAt } from './updatePath.ts';
import { type Doc, compareValues, copyValue, isDoc, isEqual, rankOf, rank } from './values.ts';

type Apply = (doc: Doc, parts: string[], operand: unknown) => void;

const arithmetic =
  (name: '$inc' | '$mul'): Apply =>
  (doc, parts, operand) => {
    if (!isNumber(operand)) {
      throw failure(
        'TypeMismatch',
        `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${parts.join('.')}: ${JSON.stringify(operand)}}`,
      );
    }
    const by = typedNumber(operand);
    const value = getAt(doc, parts);
    if (value === undefined) {
      setAt(doc, parts, name === '$inc' ? by : multiply(by, new Int32(0)));
      return;
    }
    if (!isNumber(value)) {
      throw failure(
        'TypeMismatch',
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(doc['_id'])}} has the field '${parts.at(-1)}' of non-numeric type ${typeNameOf(value)}`,
      );
    }
    setAt(doc, parts, (name === '$inc' ? add : multiply)(typedNumber(value), by));
  };

const extreme =
  (direction: number): Apply =>
  (doc, parts, operand) => {
    const value = getAt(doc, parts);
    if (value === undefined || compareValues(operand, value) * direction > 0) setAt(doc, parts, operand);
  };

const rename: Apply = (doc, parts, operand) => {
  if (typeof operand !== 'string') throw failure('BadValue', "The 'to' field for $rename must be a string");
  const to = operand.split('.');
  if (parts.some((_, i) => i > 0 && Array.isArray(getAt(doc, parts.slice(0, i))))) {
    throw failure('BadValue', 'The source field cannot be an array element');
  }
  if (to.some((_, i) => i > 0 && Array.isArray(getAt(doc, to.slice(0, i))))) {
    throw failure('BadValue', 'The destination field cannot be an array element');
  }
  const value = getAt(doc, parts);
  if (value === undefined) return;
  unsetAt(doc, parts);
  setAt(doc, to, value);
};

const currentDate: Apply = (doc, parts, operand) => {
  const type = isDoc(operand) ? operand['$type'] : 'date';
  if (typeof operand !== 'boolean' && !isDoc(operand)) {
    throw failure(
      'BadValue',
      `${typeNameOf(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  if (type === 'timestamp') setAt(doc, parts, new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }));
  else if (type === 'date') setAt(doc, parts, new Date());
  else throw failure('BadValue', "The '$type' string field is required to be 'date' or 'timestamp'");
};

const arrayAt = (doc: Doc, parts: string[], operator: string): unknown[] | undefined => {
  const value = getAt(doc, parts);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw failure(
      operator === '$pop' ? 'TypeMismatch' : 'BadValue',
      `The field '${parts.join('.')}' must be an array but is of type ${typeNameOf(value)} in document {_id: ${JSON.stringify(doc['_id'])}}`,
    );
  }
  return value;
};

const wholeNumber = (name: string, value: unknown): number => {
  const number = isNumber(value) ? Number(exact(value)) : Number.NaN;
  if (!Number.isInteger(number)) {
    throw failure(
      'BadValue',
      `The value for ${name} must be an integer value but was given type: ${typeNameOf(value)}`,
    );
  }
  return number;
};

const sortArray = (array: unknown[], spec: unknown): unknown[] => {
  if (isDoc(spec)) return sortBy(array, parseSort(spec), (element) => (isDoc(element) ? element : {}));
  const direction = wholeNumber('$sort', spec);
  if (direction !== 1 && direction !== -1)
    throw failure('BadValue', 'The $sort element value must be either 1 or -1');
  return array.toSorted((a, b) => compareValues(a, b) * direction);
};

const push: Apply = (doc, parts, operand) => {
  const array = arrayAt(doc, parts, '$push') ?? [];
  const isSpec = isDoc(operand) && '$each' in operand;
  const spec: Doc = isSpec ? operand : { $each: [operand] };
  const unknown = Object.keys(spec).find((key) => !['$each', '$position', '$slice', '$sort'].includes(key));
  if (unknown !== undefined) throw failure('BadValue', `Unrecognized clause in $push: ${unknown}`);
  const added = spec['$each'];
  if (!Array.isArray(added)) throw failure('BadValue', 'The argument to $each in $push must be an array');
  const position =
    spec['$position'] === undefined ? array.length : wholeNumber('$position', spec['$position']);
  let result = array.toSpliced(position, 0, ...added.map(copyValue));
  if (spec['$sort'] !== undefined) result = sortArray(result, spec['$sort']);
  if (spec['$slice'] !== undefined) {
    const keep = wholeNumber('$slice', spec['$slice']);
    result = keep >= 0 ? result.slice(0, keep) : result.slice(keep);
  }
  setAt(doc, parts, result);
};

const addToSet: Apply = (doc, parts, operand) => {
  const array = [...(arrayAt(doc, parts, '$addToSet') ?? [])];
  const isEach = isDoc(operand) && Object.keys(operand)[0] === '$each';
  const added = isEach ? operand['$each'] : [operand];
  if (!Array.isArray(added)) {
    throw failure('TypeMismatch', 'The argument to $each in $addToSet must be an array');
  }
  for (const value of added)
    if (!array.some((element) => isEqual(element, value))) array.push(copyValue(value));
  setAt(doc, parts, array);
};

const noExpressions = () => () => undefined;

const pullTest = (operand: unknown): ((element: unknown) => boolean) => {
  if (isDoc(operand)) {
    const first = Object.keys(operand)[0] ?? '';
    if (first.startsWith('$') && !['$and', '$or', '$nor'].includes(first))
      return compileTests(parseOperators(operand));
    const matches = compileMatcher(parseFilter(operand), noExpressions);
    return (element) => isDoc(element) && matches(element);
  }
  return rankOf(operand) === rank.regex
    ? compileTests(parseOperators({ $regex: operand }))
    : (element) => isEqual(element, operand);
};

const pull: Apply = (doc, parts, operand) => {
  const array = arrayAt(doc, parts, '$pull');
  if (!array) return;
  const isPulled = pullTest(operand);
  setAt(
    doc,
    parts,
    array.filter((element) => !isPulled(element)),
  );
};

const pullAll: Apply = (doc, parts, operand) => {
  if (!Array.isArray(operand)) throw failure('BadValue', '$pullAll requires an array argument');
  const array = arrayAt(doc, parts, '$pullAll');
  if (array)
    setAt(
      doc,
      parts,
      array.filter((element) => !operand.some((value) => isEqual(element, value))),
    );
};

const pop: Apply = (doc, parts, operand) => {
  const end = isNumber(operand) ? Number(exact(operand)) : Number.NaN;
  if (end !== 1 && end !== -1)
    throw failure('FailedToParse', `$pop expects 1 or -1, found: ${JSON.stringify(operand)}`);
  const array = arrayAt(doc, parts, '$pop');
  if (array) setAt(doc, parts, end === 1 ? array.slice(0, -1) : array.slice(1));
};

const isInteger = (value: unknown): value is Int32 | Long =>
  value instanceof Int32 || (value instanceof Long && !(value instanceof Timestamp));

const bit: Apply = (doc, parts, operand) => {
  if (!isDoc(operand) || Object.keys(operand).length === 0) {
    throw failure('BadValue', 'The $bit modifier is not compatible with a non-document or empty operand');
  }
  let value = getAt(doc, parts) ?? new Int32(0);
  for (const [name, by] of Object.entries(operand)) {
    if (name !== 'and' && name !== 'or' && name !== 'xor') {
      throw failure('BadValue', `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    }
    if (!isInteger(by)) throw failure('BadValue', 'The $bit modifier field must be an Integer(32/64 bit)');
    if (!isInteger(value)) {
      throw failure('BadValue', `Cannot apply $bit to a value of non-integral type ${typeNameOf(value)}`);
    }
    value = bitwise(name, value, by);
  }
  setAt(doc, parts, value);
};

const set: Apply = (doc, parts, operand) => setAt(doc, parts, copyValue(operand));

const operators = {
  $set: set,
  $setOnInsert: set,
  $unset: (doc: Doc, parts: string[]) => unsetAt(doc, parts),
  $inc: arithmetic('$inc'),
  $mul: arithmetic('$mul'),
  $min: extreme(-1),
  $max: extreme(1),
  $rename: rename,
  $currentDate: currentDate,
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
  $bit: bit,
} satisfies Record<string, Apply>;

/** The name of an update operator. */
export type UpdateOperator = keyof typeof operators;

/** Is this the name of an update operator? */
export const isUpdateOperator = (name: string): name is UpdateOperator => Object.hasOwn(operators, name);

/** Applies one operator to one concrete path of a document. */
export const applyOperator = (name: UpdateOperator, doc: Doc, parts: string[], operand: unknown): void =>
  operators[name](doc, parts, operand);
