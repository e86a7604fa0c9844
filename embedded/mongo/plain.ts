import { Double, Int32, Long, Timestamp } from 'bson';
import { exact, isNumber } from './numbers.ts';
import { type Doc, isDoc, setField } from './values.ts';

/** A BSON number as JavaScript number, undefined if it is none. */
export const plainNumber = (value: unknown): number | undefined => {
  if (!isNumber(value)) return undefined;
  const number = exact(value);
  return typeof number === 'object' ? Number(String(value)) : Number(number);
};

/**
 * A value with JavaScript numbers for Int32, Double and Longs that fit, as mingo computes with; other BSON types are
 * kept. Shares nothing that could be changed.
 */
export const plainValue = (value: unknown): unknown => {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long && !(value instanceof Timestamp)) {
    const number = value.toNumber();
    return Number.isSafeInteger(number) ? number : value;
  }
  if (Array.isArray(value)) return value.map(plainValue);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const [name, field] of Object.entries(value)) setField(copy, name, plainValue(field));
  return copy;
};

/** A document for mingo. */
export const plainDoc = (doc: Doc): Doc => {
  const plain = plainValue(doc);
  return isDoc(plain) ? plain : {};
};

/** Is a flag of a command set? (Drivers send booleans, some send numbers.) */
export const isSet = (value: unknown): boolean => value === true || (plainNumber(value) ?? 0) !== 0;
