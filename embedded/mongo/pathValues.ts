import { failure } from './failure.ts';
import { fieldOf, isDoc } from './values.ts';

type Slot = { value: unknown; parts: string[]; isFinal: boolean };

const numericPart = /^(?:0|[1-9]\d*)$/;

/** Follows the path until it ends or an array branches it. */
const descend = (slot: Slot): Slot => {
  let { value } = slot;
  let at = 0;
  while (at < slot.parts.length) {
    const part = slot.parts[at] ?? '';
    if (isDoc(value)) value = fieldOf(value, part);
    else if (Array.isArray(value)) {
      if (!numericPart.test(part) || Number(part) >= value.length) break;
      value = value[Number(part)];
    } else return { value: undefined, parts: [], isFinal: true };
    at += 1;
  }
  return { value, parts: slot.parts.slice(at), isFinal: slot.isFinal };
};

const ofElement = (slot: Slot, element: unknown): Slot => {
  if (slot.parts.length === 0) return { value: element, parts: [], isFinal: true };
  return isDoc(element)
    ? { value: element, parts: slot.parts, isFinal: false }
    : { value: null, parts: [], isFinal: true };
};

const expand = (slots: Slot[], isMultikey: boolean[], emit: (values: unknown[]) => void): void => {
  const settled = slots.map((slot) => (slot.isFinal ? slot : descend(slot)));
  const branched = settled.filter((slot) => !slot.isFinal && Array.isArray(slot.value));
  const array = branched[0]?.value;
  if (!Array.isArray(array)) {
    emit(settled.map(({ value }) => (value === undefined ? null : value)));
    return;
  }
  if (branched.some(({ value }) => value !== array)) {
    throw failure('CannotIndexParallelArrays', 'cannot index parallel arrays');
  }
  settled.forEach((slot, i) => {
    if (branched.includes(slot)) isMultikey[i] = true;
  });
  if (array.length === 0) {
    emitEmpty(settled, branched, emit);
    return;
  }
  for (const element of array) {
    expand(
      settled.map((slot) => (branched.includes(slot) ? ofElement(slot, element) : slot)),
      isMultikey,
      emit,
    );
  }
};

/** An empty array has the key `undefined` itself (which sorts before null), and null for paths below it. */
const emitEmpty = (slots: Slot[], branched: Slot[], emit: (values: unknown[]) => void): void => {
  emit(
    slots.map((slot) => {
      if (branched.includes(slot)) return slot.parts.length === 0 ? undefined : null;
      return slot.value === undefined ? null : slot.value;
    }),
  );
};

/**
 * All combinations of values that a document has at the paths of an index, one array at most branching them.
 * `isMultikey[i]` is set where path i met an array. Missing counts as null. Throws code 171 on two arrays.
 */
export const pathValues = (doc: unknown, paths: string[][], isMultikey: boolean[]): unknown[][] => {
  const combinations: unknown[][] = [];
  expand(
    paths.map((parts) => ({ value: doc, parts, isFinal: false })),
    isMultikey,
    (values) => combinations.push(values),
  );
  return combinations;
};

/** Does the document have anything at the path? */
export const hasPath = (doc: unknown, parts: string[], depth = 0): boolean => {
  const part = parts[depth];
  if (part === undefined) return doc !== undefined;
  if (isDoc(doc)) return hasPath(fieldOf(doc, part), parts, depth + 1);
  if (!Array.isArray(doc)) return false;
  if (numericPart.test(part) && hasPath(doc[Number(part)], parts, depth + 1)) return true;
  return doc.some((element) => isDoc(element) && hasPath(element, parts, depth));
};
