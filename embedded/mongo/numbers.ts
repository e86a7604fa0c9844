import { Decimal128, Double, Int32, Long, Timestamp } from 'bson';

/** A decimal number taken apart: (-1 if negative) * digits * 10^exponent. */
type Decimal = { negative: boolean; digits: bigint; exponent: number };

/** Any BSON number as something that compares exactly: doubles and integers as such, other decimals apart. */
export type Exact = number | bigint | Decimal;

/** Is this one of the four BSON number types, or a JavaScript number that stands for one? */
export const isNumber = (value: unknown): value is Int32 | Double | Long | Decimal128 | number | bigint =>
  typeof value === 'number' ||
  value instanceof Int32 ||
  value instanceof Double ||
  (value instanceof Long && !(value instanceof Timestamp)) ||
  value instanceof Decimal128 ||
  typeof value === 'bigint';

const ten = 10n;

const readDecimal = (text: string): Exact => {
  if (text === 'NaN') return Number.NaN;
  if (text === 'Infinity') return Number.POSITIVE_INFINITY;
  if (text === '-Infinity') return Number.NEGATIVE_INFINITY;
  const parts = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/.exec(text);
  if (!parts) return Number.NaN;
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts;
  const digits = BigInt(whole + fraction);
  if (digits === 0n) return 0;
  return { negative: sign === '-', digits, exponent: Number(power) - fraction.length };
};

/** The exact numeric value of a BSON number. */
export const exact = (value: Int32 | Double | Long | Decimal128 | number | bigint): Exact => {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Long) {
    return value.high >= -0x200000 && value.high < 0x200000 ? value.toNumber() : value.toBigInt();
  }
  if (value instanceof Decimal128) return readDecimal(value.toString());
  return value.value;
};

/** Every finite double is a whole number times a power of two, and so has a finite decimal form. */
const asDecimal = (value: number | bigint): Decimal => {
  if (typeof value === 'bigint') {
    return { negative: value < 0n, digits: value < 0n ? -value : value, exponent: 0 };
  }
  const negative = value < 0;
  let mantissa = Math.abs(value);
  let halvings = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    halvings += 1;
  }
  return { negative, digits: BigInt(mantissa) * 5n ** BigInt(halvings), exponent: -halvings };
};

/** How many digits stand before the decimal point (negative: zeros after it), to compare sizes cheaply. */
const magnitude = (value: Decimal): number => value.digits.toString().length + value.exponent;

const compareDecimals = (a: Decimal, b: Decimal): number => {
  if (a.digits === 0n && b.digits === 0n) return 0;
  if (a.digits === 0n) return b.negative ? 1 : -1;
  if (b.digits === 0n) return a.negative ? -1 : 1;
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const direction = a.negative ? -1 : 1;
  const sizes = magnitude(a) - magnitude(b);
  if (sizes !== 0) return sizes < 0 ? -direction : direction;
  const low = Math.min(a.exponent, b.exponent);
  const left = a.digits * ten ** BigInt(a.exponent - low);
  const right = b.digits * ten ** BigInt(b.exponent - low);
  return left === right ? 0 : left < right ? -direction : direction;
};

/** Numeric order across all BSON number types; NaN is equal to itself and before all others. */
export const compareExact = (a: Exact, b: Exact): number => {
  if (typeof a === 'number' && Number.isNaN(a)) return typeof b === 'number' && Number.isNaN(b) ? 0 : -1;
  if (typeof b === 'number' && Number.isNaN(b)) return 1;
  if (typeof a !== 'object' && typeof b !== 'object') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'number' && !Number.isFinite(a)) return a < 0 ? -1 : 1;
  if (typeof b === 'number' && !Number.isFinite(b)) return b < 0 ? 1 : -1;
  return compareDecimals(typeof a === 'object' ? a : asDecimal(a), typeof b === 'object' ? b : asDecimal(b));
};

const bits = new DataView(new ArrayBuffer(8));

/** The next double below a finite one. */
const nextDown = (value: number): number => {
  if (value === 0) return -Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return bits.getFloat64(0);
};

/** The greatest double that is not above the value. */
const floorDouble = (value: bigint | Decimal): number => {
  const nearest =
    typeof value === 'bigint'
      ? Number(value)
      : Number(`${value.negative ? '-' : ''}${value.digits}E${value.exponent}`);
  if (compareExact(nearest, value) <= 0) return nearest;
  return nearest === Number.POSITIVE_INFINITY ? Number.MAX_VALUE : nextDown(nearest);
};

const complement = (bytes: Buffer): Buffer => {
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = 255 - (bytes[i] ?? 0);
  return bytes;
};

/** Bytes that order numbers which share their floor double: by sign, size and digits. */
const tieBreaker = (value: Decimal): Buffer => {
  const digits = value.digits.toString().replace(/0+$/, '');
  const bytes = Buffer.alloc(digits.length + 3);
  bytes.writeUInt16BE(magnitude(value) + 0x8000, 0);
  bytes.write(digits, 2, 'latin1');
  return Buffer.concat([Buffer.from([value.negative ? 1 : 2]), value.negative ? complement(bytes) : bytes]);
};

/** The order-preserving 8 bytes of a double: sign bit flipped, negatives inverted, NaN first of all. */
const orderedDouble = (value: number): Buffer => {
  const bytes = Buffer.alloc(9);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value, 0);
  if (value < 0) complement(bytes.subarray(0, 8));
  else bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes;
};

/**
 * Bytes whose order is the numeric order and that are equal for equal numbers of any type: the floor double,
 * then 0 if that is exact, else a tie breaker.
 */
export const encodeNumber = (value: Exact): Buffer => {
  if (typeof value === 'number') return orderedDouble(value);
  const floor = floorDouble(value);
  const bytes = orderedDouble(floor);
  if (compareExact(floor, value) === 0) return bytes;
  return Buffer.concat([
    bytes.subarray(0, 8),
    tieBreaker(typeof value === 'bigint' ? asDecimal(value) : value),
  ]);
};
