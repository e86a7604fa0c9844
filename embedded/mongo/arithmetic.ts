import { Decimal128, Double, Int32, Long } from 'bson';
import { failure } from './failure.ts';
import { exact } from './numbers.ts';

/** One of BSON's number types as stored. */
export type BsonNumber = Int32 | Double | Long | Decimal128;

/** Gives a JavaScript number the BSON type that the driver would give it. */
export const typedNumber = (value: BsonNumber | number | bigint): BsonNumber => {
  if (typeof value === 'bigint') return Long.fromBigInt(value);
  if (typeof value !== 'number') return value;
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0)
    ? new Int32(value)
    : new Double(value);
};

const isDecimal = (value: BsonNumber): boolean => value instanceof Decimal128;

const parts = (value: BsonNumber): { digits: bigint; exponent: number } | undefined => {
  const text = value instanceof Decimal128 ? value.toString() : decimalOf(value).toString();
  const match = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}` || '0'), exponent: Number(power) - fraction.length };
};

/** A double becomes a decimal of 15 significant digits, as in MongoDB. */
const decimalOf = (value: BsonNumber): Decimal128 => {
  if (value instanceof Decimal128) return value;
  if (value instanceof Double) {
    return Decimal128.fromStringWithRounding(
      Number.isFinite(value.value) ? value.value.toPrecision(15) : String(value.value),
    );
  }
  return Decimal128.fromString(value.toString());
};

const decimalResult = (
  a: BsonNumber,
  b: BsonNumber,
  combine: (x: bigint, y: bigint) => bigint,
  isProduct: boolean,
): Decimal128 => {
  const left = parts(a);
  const right = parts(b);
  if (!left || !right) {
    const x = Number(decimalOf(a).toString());
    const y = Number(decimalOf(b).toString());
    return Decimal128.fromString(String(isProduct ? x * y : x + y));
  }
  const low = Math.min(left.exponent, right.exponent);
  const digits = isProduct
    ? combine(left.digits, right.digits)
    : combine(
        left.digits * 10n ** BigInt(left.exponent - low),
        right.digits * 10n ** BigInt(right.exponent - low),
      );
  return Decimal128.fromStringWithRounding(`${digits}E${isProduct ? left.exponent + right.exponent : low}`);
};

const integer = (value: BsonNumber): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(Number(exact(value)));

const limit = 2n ** 63n;

const integerResult = (a: BsonNumber, b: BsonNumber, result: bigint): BsonNumber => {
  if (a instanceof Int32 && b instanceof Int32 && result >= -(2n ** 31n) && result < 2n ** 31n) {
    return new Int32(Number(result));
  }
  if (result < -limit || result >= limit) {
    throw failure('BadValue', 'Failed to apply operation: result exceeds the range of a 64-bit integer');
  }
  return Long.fromBigInt(result);
};

/** The sum in the wider of the two types; 32 bits widen to 64, beyond that BadValue. */
export const add = (a: BsonNumber, b: BsonNumber): BsonNumber => {
  if (isDecimal(a) || isDecimal(b)) return decimalResult(a, b, (x, y) => x + y, false);
  if (a instanceof Double || b instanceof Double) return new Double(Number(exact(a)) + Number(exact(b)));
  return integerResult(a, b, integer(a) + integer(b));
};

/** The product in the wider of the two types; 32 bits widen to 64, beyond that BadValue. */
export const multiply = (a: BsonNumber, b: BsonNumber): BsonNumber => {
  if (isDecimal(a) || isDecimal(b)) return decimalResult(a, b, (x, y) => x * y, true);
  if (a instanceof Double || b instanceof Double) return new Double(Number(exact(a)) * Number(exact(b)));
  return integerResult(a, b, integer(a) * integer(b));
};

/** Bitwise and, or, xor of two integers; the result is a Long if one of them is. */
export const bitwise = (operator: 'and' | 'or' | 'xor', a: Int32 | Long, b: Int32 | Long): Int32 | Long => {
  const x = integer(a);
  const y = integer(b);
  const result = operator === 'and' ? x & y : operator === 'or' ? x | y : x ^ y;
  return a instanceof Int32 && b instanceof Int32 ? new Int32(Number(result)) : Long.fromBigInt(result);
};
