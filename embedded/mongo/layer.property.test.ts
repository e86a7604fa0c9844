import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Layer, addChange, addLayer, emptyLayer, joined, over } from './layer.ts';
import type { Reads } from './store.ts';

const keys = fc.uint8Array({ minLength: 1, maxLength: 2, max: 6 }).map((bytes) => Buffer.from(bytes));
const changes = fc.array(
  fc.record({
    key: keys,
    value: fc.option(
      fc.nat(99).map((n) => Buffer.from(String(n))),
      { nil: undefined },
    ),
  }),
  { maxLength: 40 },
);

type Plain = Map<string, string>;

const hex = (key: Buffer): string => key.toString('hex');

/** The store that the engine's ones are compared with: everything is sorted anew at each call. */
const plainStore = (plain: Plain): Reads => ({
  get: (key) => {
    const value = plain.get(hex(key));
    return value === undefined ? undefined : Buffer.from(value);
  },
  list: ({ from, to }, isReverse, limit) => {
    const entries = [...plain]
      .map(([key, value]) => ({ key: Buffer.from(key, 'hex'), value: Buffer.from(value) }))
      .filter(({ key }) => Buffer.compare(key, from) >= 0 && Buffer.compare(key, to) < 0)
      .toSorted((a, b) => Buffer.compare(a.key, b.key));
    return (isReverse ? entries.toReversed() : entries).slice(0, limit);
  },
});

const layerOf = (list: { key: Buffer; value: Buffer | undefined }[]): Layer => {
  const layer = emptyLayer();
  for (const change of list) addChange(layer, change);
  return layer;
};

const applied = (plain: Plain, list: { key: Buffer; value: Buffer | undefined }[]): Plain => {
  const result = new Map(plain);
  for (const { key, value } of list) {
    if (value) result.set(hex(key), value.toString());
    else result.delete(hex(key));
  }
  return result;
};

const shown = (entries: { key: Buffer; value: Buffer }[]): string[] =>
  entries.map(({ key, value }) => `${hex(key)}=${value.toString()}`);

describe('a store with layers over it', () => {
  test('reads like one in which the changes were made', () => {
    fc.assert(
      fc.property(
        changes,
        changes,
        changes,
        keys,
        keys,
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        (first, second, third, from, to, isReverse, limit) => {
          const base = applied(new Map(), first);
          const plain = plainStore(applied(applied(base, second), third));
          const layered = over(over(plainStore(base), layerOf(second)), layerOf(third));
          const range = { from, to };
          expect(shown(layered.list(range, isReverse, limit))).toEqual(
            shown(plain.list(range, isReverse, limit)),
          );
          expect(layered.get(from)).toEqual(plain.get(from));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('two layers laid into one are the same changes, and know their size', () => {
    fc.assert(
      fc.property(changes, changes, (lower, upper) => {
        const expected = layerOf([...lower, ...upper]);
        expect(joined(layerOf(lower), layerOf(upper))).toEqual(expected);
        const layer = layerOf(lower);
        addLayer(layer, layerOf(upper));
        expect(layer).toEqual(expected);
        const bytes = expected.changes.reduce(
          (sum, { key, value }) => sum + key.length + (value?.length ?? 0),
          0,
        );
        expect(expected.bytes).toBe(bytes);
      }),
      { numRuns: 500 },
    );
  });
});
