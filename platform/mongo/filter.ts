import { trusted } from 'mongoose';

/**
 * A condition other than "equals". Only the functions below make one: a value that came in from outside is always
 * compared as a value and can never turn into an operator (mongoose's sanitizeFilter).
 */
export interface Operator<V> {
  readonly operator: unknown;
  readonly compares?: V;
}

type Comparable<V> = V extends readonly (infer Item)[] ? V | Item : V;

/** What may be asked of one field; a list field is asked for an item. */
type Condition<V> = Comparable<V> | Operator<Comparable<V>>;

type Path = `${string}.${string}`;

/** Conditions that all hold; `either` adds alternatives of which one has to hold. */
export type Filter<T> = { [K in keyof T]?: Condition<NonNullable<T[K]>> | null } & {
  [path: Path]: unknown;
} & { either?: readonly Filter<T>[]; every?: readonly Filter<T>[] };

function operator<V>(condition: Record<string, unknown>): Operator<V> {
  return { operator: condition };
}

export const oneOf = <V>(values: readonly V[]) => operator<V>({ $in: [...values] });
export const not = <V>(value: V) => operator<V>({ $ne: value });
export const before = <V extends Date | number | string>(value: V) => operator<V>({ $lt: value });
export const upTo = <V extends Date | number | string>(value: V) => operator<V>({ $lte: value });
export const after = <V extends Date | number | string>(value: V) => operator<V>({ $gt: value });
export const from = <V extends Date | number | string>(value: V) => operator<V>({ $gte: value });
/** The field is stored (any value) or is not. */
export const exists = <V>(isThere: boolean) => operator<V>({ $exists: isThere });
/** Text, or an item of a list, that begins with this text as it stands. */
export const beginningWith = (text: string) => operator<string>({ $regex: `^${escaped(text)}` });
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function isOperator(value: unknown): value is Operator<unknown> {
  return typeof value === 'object' && value !== null && 'operator' in value;
}

/** The filter in MongoDB's words: `id` is `_id`, operators are marked as ours. */
export function toMongoFilter(filter: object): Record<string, unknown> {
  const mongo: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined) continue;
    if (key === 'either' || key === 'every') {
      mongo[key === 'either' ? '$or' : '$and'] = Array.isArray(value) ? value.map(toMongoFilter) : [];
    } else {
      mongo[key === 'id' ? '_id' : key] = isOperator(value) ? trusted(value.operator) : value;
    }
  }
  return mongo;
}
