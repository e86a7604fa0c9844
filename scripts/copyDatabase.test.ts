import { afterAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { copyDatabase } from './copyDatabase.ts';

const name = process.env['MONGODB_DATABASE'] ?? '';
const address = (database: string) => {
  const url = new URL(process.env['MONGODB_URI'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
};
const from = address(`${name}-from`);
const to = address(`${name}-to`);

afterAll(async () => {
  for (const uri of [from, to]) {
    const connection = await mongoose.createConnection(uri).asPromise();
    await connection.dropDatabase();
    await connection.close();
  }
});

describe('copying a database', () => {
  test('copies every document as it is, and only into an empty one', async () => {
    const source = await mongoose.createConnection(from).asPromise();
    const at = new Date('2026-01-31T12:00:00Z');
    const things = Array.from({ length: 1_201 }, (_, number) => ({
      number,
      at,
      nested: { list: [number, null] },
    }));
    await source.collection('things').insertMany(things);
    await source.collection('people').insertOne({ name: 'Ana' });
    await source.close();

    expect(await copyDatabase(from, to)).toEqual({ things: 1_201, people: 1 });

    const target = await mongoose.createConnection(to).asPromise();
    const copied = await target.collection('things').findOne({ number: 1_200 });
    expect(copied).toEqual({ ...things[1_200], _id: expect.anything() });
    await target.close();
    await expect(copyDatabase(from, to)).rejects.toThrow('is not empty');
  });
});
