import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { type Collection } from './catalog.ts';
import { type Engine, openEngine } from './engine.ts';
import { docOf, prepare, run } from './execute.ts';
import { evaluator } from './expressions.ts';
import { parseFilter } from './filter.ts';
import { encodeKey } from './keys.ts';
import { compileMatcher } from './matcher.ts';
import { parseSort, sortBy } from './sort.ts';
import { compileUpdate, encodeStored } from './update.ts';
import { type Doc, compareValues, copyValue, decode, encode, isDoc } from './values.ts';

/**
 * Queries through the planner and its indexes, against the plain meaning: test every document, then sort. The documents
 * and filters are few in kind and small in range, so that they often meet.
 */
const data = mkdtempSync(join(tmpdir(), 'mongo-property-'));
let engine: Engine;

beforeAll(() => {
  engine = openEngine(data);
});

afterAll(async () => {
  await engine.close();
  rmSync(data, { recursive: true, force: true });
});

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((n) => new Int32(n)),
  fc.constantFrom(0.5, -1.5, 2, Number.NaN, Infinity, -0).map((n) => new Double(n)),
  fc.constantFrom('2', '-1', '9007199254740993').map((text) => Long.fromString(text)),
  fc
    .constantFrom('0.5', '2.0', '-1E+3', '9007199254740993', '1E-30')
    .map((text) => Decimal128.fromString(text)),
);

const small = fc.integer({ min: 0, max: 3 }).map((n) => new Int32(n));

const scalar = fc.oneof(
  { weight: 12, arbitrary: small },
  { weight: 3, arbitrary: number },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', 'a', 'ab', 'b', 'ä', 'a\0b', 'x'.repeat(2500), `${'x'.repeat(2500)}y`),
  },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false) },
  fc.constantFrom(0, 1, 1000).map((time) => new Date(time)),
  fc.constant(new ObjectId('65a000000000000000000001')),
);

const inner = fc.record({ c: scalar, d: scalar }, { requiredKeys: [] });

const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: inner },
  { weight: 4, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 3, arbitrary: fc.array(fc.oneof({ weight: 4, arbitrary: inner }, scalar), { maxLength: 3 }) },
  fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
);

const body = fc.record({ a: value, b: value, n: number }, { requiredKeys: [] });

const path = fc.constantFrom('a', 'a', 'b', 'n', 'a.c', 'a.d', 'b.c', 'a.0');

const test1 = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), fc.oneof(scalar, value)),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 4 })),
  fc.tuple(fc.constant('$exists'), fc.boolean()),
  fc.tuple(
    fc.constant('$size'),
    fc.integer({ min: 0, max: 3 }).map((n) => new Int32(n)),
  ),
  fc.tuple(fc.constant('$type'), fc.constantFrom('number', 'string', 'array', 'object', 'null')),
  fc.tuple(fc.constant('$regex'), fc.constantFrom('^a', '^x', 'b', '^ab?')),
  fc.tuple(
    fc.constant('$elemMatch'),
    fc.oneof(fc.record({ c: scalar }), fc.record({ $gte: number, $lt: number })),
  ),
);

const condition = fc
  .tuple(
    path,
    fc.oneof(
      scalar,
      fc.array(test1, { minLength: 1, maxLength: 2 }).map((tests) => Object.fromEntries(tests)),
    ),
  )
  .map(([at, tests]): Doc => ({ [at]: tests }));

const filter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 3, arbitrary: condition },
  {
    weight: 2,
    arbitrary: fc.tuple(path, small, small).map(([at, low, high]) => ({ [at]: { $gt: low, $lte: high } })),
  },
  { weight: 2, arbitrary: fc.tuple(small, small).map(([c, d]) => ({ 'a.c': c, 'a.d': d })) },
  { weight: 2, arbitrary: fc.tuple(condition, condition).map(([one, two]) => ({ ...one, ...two })) },
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(condition, { minLength: 1, maxLength: 3 }))
    .map(([name, parts]) => ({ [name]: parts })),
  fc
    .tuple(condition, fc.array(condition, { minLength: 1, maxLength: 2 }))
    .map(([one, parts]) => ({ ...one, $or: parts })),
);

const direction = fc.constantFrom(1, -1);
const sort: fc.Arbitrary<Doc> = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'n', 'a.c', '_id'), direction), {
    maxLength: 2,
    selector: ([at]) => at,
  })
  .map((fields) => Object.fromEntries(fields));

const indexSpecs: Doc[] = [
  { key: { a: 1 }, name: 'a' },
  { key: { 'a.c': 1, 'a.d': -1 }, name: 'a.c_a.d' },
  { key: { n: -1, b: 1 }, name: 'n_b' },
  { key: { b: 1 }, name: 'b', sparse: true },
  { key: { n: 1 }, name: 'n', partialFilterExpression: { n: { $gt: new Int32(0) } } },
  { key: { n: 1, a: -1 }, name: 'n_a' },
];

let names = 0;

/** Documents whose arrays could not be indexed together are left out: MongoDB refuses them. */
const fill = async (bodies: Doc[], specs: Doc[]): Promise<Collection> => {
  names += 1;
  return engine.write(() => {
    const collection = engine.catalog.create('property', `c${names}`, {});
    for (const spec of specs) engine.catalog.addIndex(collection, spec).isReady = true;
    for (const [i, fields] of bodies.entries()) {
      const bytes = encode({ _id: new Int32(i), ...fields });
      try {
        engine.documents.insert(collection, decode(bytes), bytes);
      } catch {
        // Two arrays in one compound index.
      }
    }
    return collection;
  });
};

const all = (collection: Collection): Doc[] =>
  [
    ...run(engine.disk, collection, prepare(collection, { filter: {}, sort: [], skip: 0, limit: 0 }), false),
  ].map(docOf);

/** As it would come over the wire. */
const sent = (doc: Doc): Doc => decode(encode(doc));

const idsOf = (docs: Doc[]): string => docs.map((doc) => String(doc['_id'])).join();

test('find through any indexes is a plain scan', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(body, { maxLength: 20 }),
      fc.subarray(indexSpecs, { minLength: 1 }),
      fc.array(fc.tuple(filter, sort), { minLength: 1, maxLength: 12 }),
      async (bodies, specs, queries) => {
        const collection = await fill(bodies, specs);
        const docs = all(collection);
        for (const [asked, order] of queries) {
          const spec = sent(asked);
          const matches = compileMatcher(parseFilter(spec), evaluator);
          // The _id makes the order whole: an index gives equal values in another one.
          const fullSort = parseSort({ ...order, _id: order['_id'] ?? 1 });
          const expected = sortBy(
            docs.filter((doc) => matches(doc)),
            fullSort,
            (doc) => doc,
          );
          const query = { filter: spec, sort: fullSort, skip: 0, limit: 0 };
          expect(idsOf([...run(engine.disk, collection, prepare(collection, query), false)].map(docOf))).toBe(
            idsOf(expected),
          );
          const free = { filter: spec, sort: parseSort(order), skip: 0, limit: 0 };
          const found = [...run(engine.disk, collection, prepare(collection, free), false)].map(docOf);
          expect(found.length).toBe(expected.length);
          expect(idsOf(sortBy(found, fullSort, (doc) => doc))).toBe(idsOf(expected));
          expect(sortBy(found, parseSort(order), (doc) => doc)).toEqual(found);
        }
        await engine.write(() => engine.dropCollection(collection));
      },
    ),
    { numRuns: 100 },
  );
});

const update = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$min', '$max'), fc.constantFrom('a', 'b', 'n', 'b.c'), scalar),
  fc.tuple(fc.constant('$unset'), fc.constantFrom('a', 'b', 'n'), fc.constant('')),
  fc.tuple(
    fc.constant('$inc'),
    fc.constant('n'),
    fc.integer({ min: -2, max: 2 }).map((n) => new Int32(n)),
  ),
  fc.tuple(fc.constantFrom('$push', '$addToSet', '$pull'), fc.constant('a'), scalar),
);

test('updates leave documents and indexes as a plain scan would', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(body, { maxLength: 10 }),
      fc.subarray(indexSpecs),
      fc.array(fc.tuple(filter, update), { minLength: 1, maxLength: 6 }),
      async (bodies, specs, changes) => {
        const collection = await fill(bodies, specs);
        for (const [asked, [operator, at, operand]] of changes) {
          const spec = sent(asked);
          const change = compileUpdate(
            sent({ [operator]: { [at]: operand } }),
            [],
            evaluator,
            () => (doc) => doc,
          );
          const matches = compileMatcher(parseFilter(spec), evaluator);
          const expected = all(collection).map((doc) => (matches(doc) ? changed(change, doc) : doc));
          const query = { filter: spec, sort: [], skip: 0, limit: 0 };
          await engine.write(() => {
            const rows = [...run(engine.disk, collection, prepare(collection, query), false)];
            for (const row of rows) {
              const after = changed(change, docOf(row));
              const bytes = encodeStored(after);
              try {
                engine.documents.replace(
                  collection,
                  row.record,
                  docOf(row),
                  row.bytes.length,
                  decode(bytes),
                  bytes,
                );
              } catch {
                // Two arrays in one compound index: the document stays.
                expected[Number(row.record) - 1] = docOf(row);
              }
            }
          });
          const found = all(collection);
          expect(found.length).toBe(expected.length);
          for (const [i, doc] of found.entries())
            expect(compareValues(doc, byId(expected, doc) ?? i)).toBe(0);
        }
        for (const index of collection.indexes) {
          const hinted = { filter: {}, sort: parseSort({ _id: 1 }), skip: 0, limit: 0, hint: index.name };
          const found = [...run(engine.disk, collection, prepare(collection, hinted), false)].map(docOf);
          if (!index.isSparse && !index.partial) expect(idsOf(found)).toBe(idsOf(all(collection)));
        }
        await engine.write(() => engine.dropCollection(collection));
      },
    ),
    { numRuns: 60 },
  );
});

const byId = (docs: Doc[], wanted: Doc): Doc | undefined =>
  docs.find((doc) => compareValues(doc['_id'], wanted['_id']) === 0);

/** The document after the update, or as it was where the update is refused. */
const changed = (change: ReturnType<typeof compileUpdate>, doc: Doc): Doc => {
  const copy = copyValue(doc);
  if (!isDoc(copy)) return doc;
  try {
    return decode(encodeStored(change.apply(copy, { index: undefined }, false)));
  } catch {
    return doc;
  }
};

test('keys sort as values do', () => {
  fc.assert(
    fc.property(fc.tuple(value, value), ([one, two]) => {
      const [a, b] = [sent({ v: one })['v'], sent({ v: two })['v']];
      expect(Math.sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(Math.sign(compareValues(a, b)));
    }),
    { numRuns: 2000 },
  );
});
