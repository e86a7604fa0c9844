import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { settableClock } from '../clock.ts';
import { createLog } from '../log.ts';
import { collection, newId } from './collection.ts';
import { connectMongo, ensureIndexes } from './connect.ts';
import type { Mongo } from './connect.ts';
import { before, beginningWith, exists, not, oneOf, upTo } from './filter.ts';
import { migrate } from './migrate.ts';
import { list, mark, moment, number, text, whole } from './types.ts';

interface Boat {
  id: string;
  name: string;
  crew: number;
  launchedAt: Date;
  log: { at: Date; note: string }[];
  cargo: Record<string, unknown>;
  isAfloat?: true;
}
const boats = collection<Boat>(
  'testBoats',
  { name: text, crew: number, launchedAt: moment, log: list, cargo: whole, isAfloat: mark },
  [{ keys: { name: 1 }, unique: true, partial: { isAfloat: true } }, { keys: { crew: 1 } }],
);

const launchedAt = new Date('2037-01-02T03:04:05.678Z');
const boat = (overrides: Partial<Boat> = {}): Boat => ({
  id: newId(),
  name: 'Alba',
  crew: 3,
  launchedAt,
  log: [],
  cargo: {},
  ...overrides,
});
const log = createLog({ level: 'silent', service: 'test' });

describe('a collection', () => {
  let mongo: Mongo;
  beforeAll(async () => {
    const { MONGODB_URI: uri = '', MONGODB_DATABASE: database } = process.env;
    mongo = await connectMongo({ uri, database, log });
    await ensureIndexes();
  });
  beforeEach(() => mongo.clear());
  afterAll(() => mongo.close());

  test('returns what was stored, dates as dates and empty objects as they are', async () => {
    const stored = await boats.insert(
      boat({ cargo: { fish: {}, tons: 1.5 }, log: [{ at: launchedAt, note: '' }] }),
    );
    expect(await boats.findById(stored.id)).toEqual(stored);
    expect(stored.cargo).toEqual({ fish: {}, tons: 1.5 });
    expect(stored.log[0]?.at).toEqual(launchedAt);
  });

  test('gives ids that sort by time', async () => {
    const { id: _id, ...unnamed } = boat();
    const first = await boats.insert(unnamed);
    const second = await boats.insert(unnamed);
    expect(first.id).toMatch(/^[0-9a-f]{24}$/);
    expect(second.id > first.id).toBe(true);
  });

  test('refuses what a unique index refuses, by name', async () => {
    await boats.insert(boat({ isAfloat: true }));
    await expect(boats.insert(boat({ isAfloat: true }))).rejects.toThrow(/holds such a document already/);
    expect(await boats.insertIfNew(boat({ isAfloat: true }))).toBeNull();
    // Not afloat is not in the partial index.
    expect(await boats.insertIfNew(boat())).not.toBeNull();
  });

  test('changes only what matches, and says what it is then', async () => {
    const { id } = await boats.insert(boat({ isAfloat: true }));
    expect(await boats.change({ id, crew: 2 }, { set: { name: 'Bora' } })).toBeNull();
    const changed = await boats.change(
      { id, crew: oneOf([3, 4]) },
      {
        set: { 'cargo.fish': 7 },
        inc: { crew: 1 },
        push: { log: { at: launchedAt, note: 'out' } },
        unset: ['isAfloat'],
      },
    );
    expect(changed).toEqual(
      boat({ id, crew: 4, cargo: { fish: 7 }, log: [{ at: launchedAt, note: 'out' }] }),
    );
  });

  test('compares values from outside as values, never as operators', async () => {
    await boats.insert(boat());
    const injected: unknown = JSON.parse('{"$ne": "x"}');
    const filter = Object.fromEntries([['name', injected]]);
    await expect(boats.find(filter)).rejects.toThrow(/Cast to string failed/);
    expect(await boats.find({ name: not('x') })).toHaveLength(1);
  });

  test('refuses fields that it does not have, in filters and in changes', async () => {
    const misspelt = Object.fromEntries([['nmae', 'Alba']]);
    await expect(boats.find(misspelt)).rejects.toThrow(/nmae/);
    await expect(boats.changeMany({}, { set: misspelt })).rejects.toThrow(/nmae/);
  });

  test('finds by operators, alternatives, order and page', async () => {
    await boats.insertMany([1, 2, 3, 4].map((crew) => boat({ name: `Boat (${crew})`, crew })));
    const names = async (...asked: Parameters<typeof boats.find>) =>
      (await boats.find(...asked)).map((each) => each.crew);
    expect(await names({ crew: upTo(2) }, { sort: { crew: -1 } })).toEqual([2, 1]);
    expect(await names({ name: beginningWith('Boat (3') })).toEqual([3]);
    expect(
      await names({ either: [{ crew: 1 }, { crew: before(2) }, { crew: 4 }] }, { sort: { crew: 1 } }),
    ).toEqual([1, 4]);
    expect(await names({ isAfloat: exists(false) }, { sort: { crew: 1 }, skip: 1, limit: 2 })).toEqual([
      2, 3,
    ]);
    expect(await boats.count({ launchedAt: upTo(launchedAt) })).toBe(4);
    expect((await boats.find({}, { without: ['cargo'] }))[0]).not.toHaveProperty('cargo');
  });

  test('stores what is new of many, and tells what was there', async () => {
    const afloat = (name: string, crew = 1) => {
      const { id: _id, ...unnamed } = boat({ name, crew, isAfloat: true });
      return unnamed;
    };
    const first = await boats.insertNew([afloat('Alba'), afloat('Bora')]);
    expect(first.refused).toEqual([]);
    expect(await boats.findByIds(first.stored.map(({ id }) => id))).toEqual(first.stored);
    const second = await boats.insertNew([afloat('Bora', 9), afloat('Cala'), afloat('Cala', 9)]);
    expect(second.stored).toMatchObject([{ name: 'Cala', crew: 1 }]);
    expect(second.refused).toEqual([afloat('Bora', 9), afloat('Cala', 9)]);
    expect(await boats.count({ crew: 1 })).toBe(3);
    expect(await boats.insertNew([])).toEqual({ stored: [], refused: [] });
    const tooLarge = boat({ name: 'Dora', cargo: { ballast: 'x'.repeat(17 * 2 ** 20) } });
    await expect(boats.insertNew([afloat('Alba'), tooLarge])).rejects.toThrow(/large|size/i);
  });

  test('puts many: new ones, and new values for those that are there', async () => {
    const afloat = (name: string, crew: number) => {
      const { id: _id, ...unnamed } = boat({ name, crew, isAfloat: true });
      return unnamed;
    };
    await boats.putMany([afloat('Alba', 1), afloat('Bora', 1)], ['name', 'isAfloat']);
    const ids = (await boats.find({}, { sort: { name: 1 } })).map(({ id }) => id);
    await boats.putMany([afloat('Bora', 2), afloat('Cala', 1), afloat('Cala', 2)], ['name', 'isAfloat']);
    const found = await boats.find({}, { sort: { name: 1 } });
    expect(found.map(({ name, crew }) => `${name} ${crew}`)).toEqual(['Alba 1', 'Bora 2', 'Cala 2']);
    expect(found.slice(0, 2).map(({ id }) => id)).toEqual(ids);
    await boats.putMany([], ['name']);
  });

  test('upserts with an id of ours', async () => {
    const values = { crew: 1, launchedAt, log: [], cargo: {} };
    const { id } = await boats.upsert({ name: 'Alba' }, { setOnInsert: values });
    expect(await boats.upsert({ name: 'Alba' }, { inc: { crew: 1 } })).toMatchObject({ id, crew: 2 });
    expect(await boats.remove({ name: oneOf(['Alba', 'Bora']) })).toBe(1);
  });

  test('is brought up to date as often as one likes, by several at once', async () => {
    const clock = settableClock('2037-11-21T10:00:00Z');
    await Promise.all([migrate({ clock, log }), migrate({ clock, log }), migrate({ clock, log })]);
  });
});
