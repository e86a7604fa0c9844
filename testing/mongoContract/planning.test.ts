import { describe, expect } from '@jest/globals';
import type mongoose from 'mongoose';
import { type Row, collectionOf, contract, db, once, serverKind } from './server.ts';

type Document = mongoose.mongo.Document;

const rows: Row[] = Array.from({ length: 200 }, (_, i) => ({
  _id: i,
  a: i % 20,
  b: i,
  s: `name ${String(i).padStart(3, '0')}`,
  t: [i % 5, (i % 5) + 10],
  l: [{ k: i % 7, v: i % 3 }],
  ...(i % 4 === 0 && { o: i }),
  live: i % 2 === 0,
}));

const made = once(() =>
  collectionOf(rows, [
    { key: { a: 1, b: -1 } },
    { key: { s: 1 }, unique: true },
    { key: { t: 1 } },
    { key: { 'l.k': 1, 'l.v': 1 } },
    { key: { o: 1 }, sparse: true },
    { key: { b: 1 }, partialFilterExpression: { live: true }, name: 'live_b' },
  ]),
);

/** A query: filter, sort, limit; the index that MongoDB would read (undefined: the whole collection). */
type Case = [
  title: string,
  query: { filter: Document; sort?: Document; limit?: number },
  index: string | undefined,
];

const cases: Case[] = [
  ['equality', { filter: { s: 'name 005' } }, 's_1'],
  ['the _id', { filter: { _id: 5 } }, '_id_'],
  ['a range', { filter: { s: { $gte: 'name 190' } } }, 's_1'],
  ['$in', { filter: { s: { $in: ['name 001', 'name 002', 'none'] } } }, 's_1'],
  ['a prefix', { filter: { s: /^name 01/ } }, 's_1'],
  ['a pattern that is no prefix', { filter: { s: /01/ } }, undefined],
  ['the first field of a compound', { filter: { a: 3 } }, 'a_1_b_-1'],
  ['both fields of a compound', { filter: { a: 3, b: { $gt: 50 } } }, 'a_1_b_-1'],
  ['equality, sort', { filter: { a: 3 }, sort: { b: -1 } }, 'a_1_b_-1'],
  ['equality, sort backwards', { filter: { a: 3 }, sort: { b: 1 } }, 'a_1_b_-1'],
  ['equality, sort, limit', { filter: { a: 3 }, sort: { b: -1 }, limit: 3 }, 'a_1_b_-1'],
  ['a sort of all with a limit', { filter: {}, sort: { s: 1 }, limit: 5 }, 's_1'],
  ['a sort of all backwards', { filter: {}, sort: { s: -1 }, limit: 5 }, 's_1'],
  ['an element of an array', { filter: { t: 3 } }, 't_1'],
  ['a range of elements', { filter: { t: { $gt: 2, $lt: 11 } } }, 't_1'],
  ['paths below an array', { filter: { 'l.k': 3, 'l.v': 1 } }, 'l.k_1_l.v_1'],
  ['$elemMatch', { filter: { l: { $elemMatch: { k: 3, v: 1 } } } }, 'l.k_1_l.v_1'],
  ['a sparse index', { filter: { o: { $gt: 100 } } }, 'o_1'],
  ['what a sparse index leaves out', { filter: { o: null } }, undefined],
  ['a partial index', { filter: { live: true, b: { $lt: 9 } } }, 'live_b'],
  ['what a partial index leaves out', { filter: { b: { $lt: 9 } } }, undefined],
  ['a field without index', { filter: { z: 1 } }, undefined],
  ['$or of indexed branches', { filter: { $or: [{ s: 'name 005' }, { a: 3 }] } }, 's_1'],
  ['$or with a branch without index', { filter: { $or: [{ s: 'name 005' }, { z: 3 }] } }, undefined],
  ['$and', { filter: { $and: [{ a: { $gte: 3 } }, { a: { $lt: 5 } }] } }, 'a_1_b_-1'],
];

const stagesOf = (stage: unknown): Document[] => {
  const found = Object(stage);
  const inner = found.inputStages ?? (found.inputStage ? [found.inputStage] : []);
  return [found, ...inner.flatMap(stagesOf)];
};

describe('results are those of a plain scan', () => {
  for (const [title, { filter, sort, limit = 0 }] of cases) {
    contract(title, async () => {
      const collection = await made();
      const order = sort ? [sort, { _id: 1 }] : [{ _id: 1 }];
      const full = Object.assign({}, ...order);
      const planned = await collection.find(filter).sort(full).limit(limit).batchSize(1000).toArray();
      const scanned = await collection
        .find(filter)
        .hint({ $natural: 1 })
        .sort(full)
        .limit(limit)
        .batchSize(1000)
        .toArray();
      expect(planned).toEqual(scanned);
      const free = await collection
        .find(filter)
        .sort(sort ?? {})
        .limit(limit)
        .batchSize(1000)
        .toArray();
      expect(free).toHaveLength(scanned.length);
    });
  }
});

if (serverKind !== 'documentdb') {
  describe('explain names the index', () => {
    for (const [title, query, index] of cases) {
      contract(title, async () => {
        const { collectionName } = await made();
        const { queryPlanner } = await db.command({
          explain: { find: collectionName, ...query },
          verbosity: 'queryPlanner',
        });
        const stages = stagesOf(queryPlanner.winningPlan);
        const used = stages.find(({ indexName }) => indexName !== undefined)?.['indexName'];
        const isById = stages.some(({ stage }) => stage === 'IDHACK');
        expect(isById ? '_id_' : used).toBe(index);
        expect(stages.some(({ stage }) => stage === 'COLLSCAN')).toBe(index === undefined);
      });
    }
    contract('tells what was examined', async () => {
      const { collectionName } = await made();
      const explain = { find: collectionName, filter: { a: 3 }, sort: { b: -1 }, limit: 3 };
      const { executionStats } = await db.command({ explain, verbosity: 'executionStats' });
      expect(executionStats).toMatchObject({ nReturned: 3 });
      expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(3);
    });
    contract('a count reads keys only', async () => {
      const { collectionName } = await made();
      const explain = { count: collectionName, query: { a: 3 } };
      const { queryPlanner, executionStats } = await db.command({ explain, verbosity: 'executionStats' });
      expect(JSON.stringify(queryPlanner.winningPlan)).toContain('COUNT_SCAN');
      expect(executionStats.totalDocsExamined).toBe(0);
    });
    contract('of an aggregate', async () => {
      const collection = await made();
      const stages = [{ $match: { a: 3 } }, { $group: { _id: null, n: { $sum: 1 } } }];
      expect(JSON.stringify(await collection.aggregate(stages).explain())).toContain('a_1_b_-1');
    });
    contract('of an update and a delete', async () => {
      const { collectionName } = await made();
      for (const explain of [
        { update: collectionName, updates: [{ q: { a: 3 }, u: { $set: { z: 1 } } }] },
        { delete: collectionName, deletes: [{ q: { a: 3 }, limit: 1 }] },
      ]) {
        expect(JSON.stringify(await db.command({ explain, verbosity: 'queryPlanner' }))).toContain(
          'a_1_b_-1',
        );
      }
    });
  });
}

describe('hints', () => {
  contract('by name and by key', async () => {
    const collection = await made();
    expect(await collection.find({ b: 5 }).hint('a_1_b_-1').toArray()).toHaveLength(1);
    expect(await collection.find({ b: 5 }).hint({ a: 1, b: -1 }).toArray()).toHaveLength(1);
  });
  contract('of no index are refused', async () => {
    const collection = await made();
    await expect(collection.find({ b: 5 }).hint('none').toArray()).rejects.toThrow();
  });
});
