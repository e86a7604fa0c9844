import { BSONRegExp } from 'bson';
import { failure } from './failure.ts';
import { exact, isNumber } from './numbers.ts';
import { compileRegex } from './regex.ts';
import { typeCodes } from './types.ts';
import { type Doc, binaryParts, isDoc, rank, rankOf } from './values.ts';

/** A test of the values at one path; `values` may be elements of arrays there. */
export type Test =
  | { op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte'; value: unknown }
  | { op: 'in'; values: unknown[]; patterns: Pattern[] }
  | { op: 'exists'; wanted: boolean }
  | { op: 'regex'; pattern: Pattern }
  | { op: 'size'; length: number }
  | { op: 'type'; codes: ReadonlySet<number> }
  | { op: 'mod'; divisor: bigint; remainder: bigint }
  | { op: 'bits'; mask: bigint; want: 'allSet' | 'allClear' | 'anySet' | 'anyClear' }
  | { op: 'elemMatch'; filter: Filter }
  | { op: 'elemTest'; tests: Test[] }
  | { op: 'not'; tests: Test[] };

/** A regular expression with its source, which the planner reads for a literal prefix. */
export type Pattern = { source: BSONRegExp; test: (text: string) => boolean };

/** A parsed filter. */
export type Filter =
  | { kind: 'and' | 'or' | 'nor'; parts: Filter[] }
  | { kind: 'field'; path: string; test: Test }
  | { kind: 'expr'; expression: unknown }
  | { kind: 'never' };

const bad = (message: string) => failure('BadValue', message);

const pattern = (source: BSONRegExp): Pattern => ({ source, test: compileRegex(source) });

const array = (name: string, value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw bad(`${name} needs an array`);
  return value;
};

const whole = (name: string, value: unknown): number => {
  const number = isNumber(value) ? Number(exact(value)) : Number.NaN;
  if (!Number.isInteger(number)) throw bad(`${name} must be a whole number`);
  return number;
};

const parseIn = (name: string, operand: unknown): Test => {
  const values: unknown[] = [];
  const patterns: Pattern[] = [];
  for (const value of array(name, operand)) {
    if (value instanceof BSONRegExp) patterns.push(pattern(value));
    else if (isDoc(value) && Object.keys(value)[0]?.startsWith('$') && !('$ref' in value || '$id' in value)) {
      throw bad(`cannot nest $ under ${name}`);
    } else values.push(value);
  }
  return { op: 'in', values, patterns };
};

const parseRegex = (operators: Doc): Test => {
  const given = operators['$regex'];
  const options = operators['$options'];
  if (options !== undefined && typeof options !== 'string') throw bad('$options has to be a string');
  if (given === undefined) throw bad('$options needs a $regex');
  if (given instanceof BSONRegExp) {
    if (options !== undefined && given.options)
      throw failure('BadValue', 'options set in both $regex and $options');
    return {
      op: 'regex',
      pattern: pattern(options === undefined ? given : new BSONRegExp(given.pattern, options)),
    };
  }
  if (typeof given !== 'string') throw bad('$regex has to be a string');
  return { op: 'regex', pattern: pattern(new BSONRegExp(given, options ?? '')) };
};

const parseMod = (operand: unknown): Test => {
  const [divisor, remainder, ...rest] = array('$mod', operand);
  if (!isNumber(divisor) || !isNumber(remainder) || rest.length > 0) {
    throw bad('malformed mod, needs to be [divisor, remainder]');
  }
  const by = BigInt(Math.trunc(Number(exact(divisor))));
  if (by === 0n) throw bad('divisor cannot be 0');
  return { op: 'mod', divisor: by, remainder: BigInt(Math.trunc(Number(exact(remainder)))) };
};

const bitMask = (operand: unknown): bigint => {
  if (isNumber(operand)) {
    const number = exact(operand);
    if (Number(number) < 0) throw failure('FailedToParse', 'Expected a non-negative number for a bit mask');
    return BigInt(typeof number === 'object' ? Number.NaN : number);
  }
  if (Array.isArray(operand)) {
    return operand.reduce((mask: bigint, place) => mask | (1n << BigInt(whole('bit position', place))), 0n);
  }
  if (rankOf(operand) !== rank.binary)
    throw bad('a bit mask must be a number, binary data or an array of positions');
  return binaryParts(operand).bytes.reduceRight((mask, byte) => (mask << 8n) | BigInt(byte), 0n);
};

const parseType = (operand: unknown): Test => {
  const names = Array.isArray(operand) ? operand : [operand];
  if (names.length === 0) throw failure('FailedToParse', '$type must match at least one type');
  return { op: 'type', codes: new Set(names.flatMap(typeCodes)) };
};

const parseElemMatch = (operand: unknown): Test => {
  if (!isDoc(operand)) throw bad('$elemMatch needs an Object');
  const first = Object.keys(operand)[0] ?? '';
  const isOperators =
    first.startsWith('$') && !['$and', '$or', '$nor', '$expr', '$where', '$comment'].includes(first);
  return isOperators
    ? { op: 'elemTest', tests: parseOperators(operand) }
    : { op: 'elemMatch', filter: parseFilter(operand) };
};

const parseNot = (operand: unknown): Test => {
  if (operand instanceof BSONRegExp)
    return { op: 'not', tests: [{ op: 'regex', pattern: pattern(operand) }] };
  if (!isDoc(operand)) throw bad('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw bad('$not cannot be empty');
  return { op: 'not', tests: parseOperators(operand) };
};

const parseAll = (operand: unknown): Test[] => {
  const values = array('$all', operand);
  if (values.length === 0) return [{ op: 'in', values: [], patterns: [] }];
  return values.map((value) => {
    if (isDoc(value) && '$elemMatch' in value) return parseElemMatch(value['$elemMatch']);
    if (value instanceof BSONRegExp) return { op: 'regex', pattern: pattern(value) };
    return { op: 'eq', value };
  });
};

const parseEquality = (value: unknown): Test =>
  value instanceof BSONRegExp ? { op: 'regex', pattern: pattern(value) } : { op: 'eq', value };

const comparison = (op: 'gt' | 'gte' | 'lt' | 'lte', value: unknown): Test => {
  if (value instanceof BSONRegExp) throw bad(`Can't have RegEx as arg to predicate over field`);
  return { op, value };
};

const truthy = (value: unknown): boolean =>
  isNumber(value) ? Number(exact(value)) !== 0 : value !== false && value !== null && value !== undefined;

const parseOperator = (name: string, operand: unknown, all: Doc): Test[] => {
  switch (name) {
    case '$eq':
      return [operand instanceof BSONRegExp ? { op: 'eq', value: operand } : parseEquality(operand)];
    case '$ne':
      if (operand instanceof BSONRegExp) throw bad("Can't have regex as arg to $ne.");
      return [{ op: 'not', tests: [{ op: 'eq', value: operand }] }];
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return [
        comparison(name === '$gt' ? 'gt' : name === '$gte' ? 'gte' : name === '$lt' ? 'lt' : 'lte', operand),
      ];
    case '$in':
      return [parseIn('$in', operand)];
    case '$nin':
      return [{ op: 'not', tests: [parseIn('$nin', operand)] }];
    case '$exists':
      return [{ op: 'exists', wanted: truthy(operand) }];
    case '$regex':
      return [parseRegex(all)];
    case '$options':
      return '$regex' in all ? [] : [parseRegex(all)];
    case '$size':
      return [parseSize(operand)];
    case '$type':
      return [parseType(operand)];
    case '$mod':
      return [parseMod(operand)];
    case '$all':
      return parseAll(operand);
    case '$elemMatch':
      return [parseElemMatch(operand)];
    case '$not':
      return [parseNot(operand)];
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return [{ op: 'bits', mask: bitMask(operand), want: bitWants[name] }];
    case '$comment':
      return [];
    default:
      throw bad(`unknown operator: ${name}`);
  }
};

const bitWants = {
  $bitsAllSet: 'allSet',
  $bitsAllClear: 'allClear',
  $bitsAnySet: 'anySet',
  $bitsAnyClear: 'anyClear',
} as const;

const parseSize = (operand: unknown): Test => {
  if (!isNumber(operand)) throw failure('BadValue', 'Failed to parse $size. Expected a number');
  const length = Number(exact(operand));
  if (!Number.isInteger(length)) throw bad('Failed to parse $size. Expected an integer');
  if (length < 0) throw bad('Failed to parse $size. Expected a non-negative number');
  return { op: 'size', length };
};

/** Parses `{$gt: 1, $lt: 5}`; every key has to be a known operator. */
export function parseOperators(operators: Doc): Test[] {
  return Object.entries(operators).flatMap(([name, operand]) => parseOperator(name, operand, operators));
}

const isOperatorDoc = (value: unknown): value is Doc => {
  if (!isDoc(value)) return false;
  const first = Object.keys(value)[0];
  return first !== undefined && first.startsWith('$') && !['$ref', '$id', '$db'].includes(first);
};

const branches = (name: string, value: unknown): Filter[] => {
  if (!Array.isArray(value) || value.length === 0) throw bad(`${name} must be a nonempty array`);
  return value.map((part) => {
    if (!isDoc(part)) throw bad(`${name} entries need to be full objects`);
    return parseFilter(part);
  });
};

const parseTopLevel = (name: string, value: unknown): Filter[] => {
  switch (name) {
    case '$and':
      return branches(name, value);
    case '$or':
      return [{ kind: 'or', parts: branches(name, value) }];
    case '$nor':
      return [{ kind: 'nor', parts: branches(name, value) }];
    case '$expr':
      return [{ kind: 'expr', expression: value }];
    case '$comment':
      return [];
    case '$alwaysFalse':
      return [{ kind: 'never' }];
    case '$alwaysTrue':
      return [];
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw failure('NotImplemented', `${name} is not supported by this engine`);
    default:
      throw bad(
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
};

/** Parses and checks a filter; throws MongoDB's BadValue on what it does not know. */
export function parseFilter(filter: Doc): Filter {
  const parts: Filter[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (name.startsWith('$')) parts.push(...parseTopLevel(name, value));
    else if (isOperatorDoc(value)) {
      for (const test of parseOperators(value)) parts.push({ kind: 'field', path: name, test });
    } else parts.push({ kind: 'field', path: name, test: parseEquality(value) });
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'and', parts: parts.flatMap(flat) };
}

const flat = (part: Filter): Filter[] => (part.kind === 'and' ? part.parts : [part]);
