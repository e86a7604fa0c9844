import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLog } from '@cobid/platform/log.ts';
import { connectMongo, ensureIndexes } from '@cobid/platform/mongo/connect.ts';
import type { Mongo } from '@cobid/platform/mongo/connect.ts';
import { bids, toBid } from '@cobid/platform/mongo/models/bid.ts';
import { matches } from '@cobid/platform/mongo/models/match.ts';
import { organisations } from '@cobid/platform/mongo/models/organisation.ts';
import { dueDigests } from '@cobid/platform/mongo/models/mailSettings.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { tenders, tendersToClose, tendersToMatch } from '@cobid/platform/mongo/models/tender.ts';
import '@cobid/platform/mongo/models.ts';
import { exampleNetwork } from './example/exampleNetwork.ts';
import { digestReader } from './example/accounts.ts';
import { seedExample, seedIfEmpty } from './seed.ts';

const now = new Date('2026-11-21T07:00:00Z');
let mongo: Mongo;

beforeAll(async () => {
  mongo = await connectMongo({
    uri: process.env['MONGODB_URI'] ?? '',
    database: process.env['MONGODB_DATABASE'],
    log: createLog({ level: 'silent', service: 'test' }),
  });
  await ensureIndexes();
  await mongo.clear();
});
afterAll(async () => {
  await mongo.clear();
  await mongo.close();
});

test('an empty database gets the example network, whole and as it was made; another one is left alone', async () => {
  expect(await seedIfEmpty(now)).toBe(true);
  const made = exampleNetwork(now);
  expect(await organisations.count({})).toBe(46);
  expect(await matches.count({})).toBe(made.matches.length);
  for (const tender of made.tenders) expect(await tenders.findById(tender.id)).toEqual(tender);
  for (const bid of made.bids) {
    const stored = await bids.findById(bid.id);
    expect(stored === null ? null : toBid(stored)).toEqual(toBid(bid));
  }

  expect(await seedIfEmpty(now)).toBe(false);
  await expect(seedExample(now)).rejects.toThrow('not empty');
  expect(await organisations.count({})).toBe(46);
});

test('an example whose writing was interrupted is written anew', async () => {
  await people.remove({});
  await matches.remove({});
  expect(await seedIfEmpty(now)).toBe(true);
  expect(await organisations.count({})).toBe(46);
  expect(await matches.count({})).toBe(exampleNetwork(now).matches.length);
});

test('the first mails come as soon as there is a worker, and nothing else is left for the sweep', async () => {
  expect(await tendersToMatch(10)).toHaveLength(1);
  const [digest, ...others] = await dueDigests(now, 10);
  expect((await people.findById(digest?.personId ?? ''))?.email).toBe(digestReader);
  expect(others).toEqual([]);
  expect(await tendersToClose(now, 10)).toEqual([]);
});
