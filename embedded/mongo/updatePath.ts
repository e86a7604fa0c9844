import { failure } from './failure.ts';
import type { Matcher, Position } from './matcher.ts';
import { type Doc, fieldOf, isDoc, setField } from './values.ts';

const numericPart = /^(?:0|[1-9]\d*)$/;

const child = (value: unknown, part: string): unknown => {
  if (isDoc(value)) return fieldOf(value, part);
  return Array.isArray(value) && numericPart.test(part) ? value[Number(part)] : undefined;
};

const chosen = (value: unknown, part: string, path: string, filters: Map<string, Matcher>): number[] => {
  if (!Array.isArray(value)) {
    throw failure(
      'BadValue',
      value === undefined
        ? `The path '${path}' must exist in the document in order to apply array updates.`
        : `Cannot apply array updates to non-array element ${path}`,
    );
  }
  const indexes = [...value.keys()];
  if (part === '$[]') return indexes;
  const name = part.slice(2, -1);
  const matches = filters.get(name);
  return matches ? indexes.filter((i) => matches({ [name]: value[i] })) : [];
};

/** The real paths that a path with `$`, `$[]` or `$[name]` stands for in this document. */
export const concretePaths = (
  doc: Doc,
  parts: string[],
  at: Position,
  filters: Map<string, Matcher>,
): string[][] => {
  if (!parts.some((part) => part.startsWith('$'))) return [parts];
  let reached: { value: unknown; path: string[] }[] = [{ value: doc, path: [] }];
  for (const part of parts) {
    reached = reached.flatMap(({ value, path }) => {
      if (part === '$') {
        if (at.index === undefined) {
          throw failure('BadValue', 'The positional operator did not find the match needed from the query.');
        }
        return [{ value: child(value, String(at.index)), path: [...path, String(at.index)] }];
      }
      if (!part.startsWith('$[')) return [{ value: child(value, part), path: [...path, part] }];
      return chosen(value, part, path.join('.'), filters).map((i) => ({
        value: child(value, String(i)),
        path: [...path, String(i)],
      }));
    });
  }
  return reached.map(({ path }) => path);
};

/** The value at a concrete path, undefined if there is none. */
export const getAt = (doc: Doc, parts: string[]): unknown => {
  let value: unknown = doc;
  for (const part of parts) value = child(value, part);
  return value;
};

const notViable = (part: string, within: string, value: unknown) =>
  failure('PathNotViable', `Cannot create field '${part}' in element {${within}: ${JSON.stringify(value)}}`);

const place = (container: unknown, part: string, within: string, value: unknown): void => {
  if (isDoc(container)) {
    setField(container, part, value);
    return;
  }
  if (!Array.isArray(container) || !numericPart.test(part)) throw notViable(part, within, container);
  const index = Number(part);
  if (index > container.length + 1_500_000)
    throw failure('BadValue', `cannot expand array to index ${index}`);
  while (container.length < index) container.push(null);
  container[index] = value;
};

/** Sets the value at a concrete path, making documents on the way; throws PathNotViable below a scalar. */
export const setAt = (doc: Doc, parts: string[], value: unknown): void => {
  let container: unknown = doc;
  for (const [i, part] of parts.slice(0, -1).entries()) {
    let next = child(container, part);
    if (next === undefined) {
      next = {};
      place(container, part, parts[i - 1] ?? '', next);
    }
    container = next;
  }
  place(container, parts.at(-1) ?? '', parts.at(-2) ?? '', value);
};

/** Removes the field at a concrete path; an array keeps its place with null. */
export const unsetAt = (doc: Doc, parts: string[]): void => {
  const last = parts.at(-1) ?? '';
  const container = getAt(doc, parts.slice(0, -1));
  if (isDoc(container)) delete container[last];
  else if (Array.isArray(container) && numericPart.test(last) && Number(last) < container.length) {
    container[Number(last)] = null;
  }
};
