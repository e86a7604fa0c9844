import { describe, expect } from '@jest/globals';
import type mongoose from 'mongoose';
import { client, collectionOf, contract, db, expectCode, refusal } from './server.ts';

const plus: mongoose.mongo.Document = { $inc: { n: 1 } };

/** Runs with a session whose transaction has begun, and ends both. */
const within = async (run: (session: mongoose.mongo.ClientSession) => Promise<void>): Promise<void> => {
  const session = client.startSession();
  session.startTransaction();
  try {
    await run(session);
  } finally {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    await session.endSession();
  }
};

describe('a transaction', () => {
  contract('is seen by others only once it commits', async () => {
    const collection = await collectionOf([{ _id: 1, n: 1 }]);
    await within(async (session) => {
      await collection.updateOne({ _id: 1 }, { $set: { n: 2 } }, { session });
      await collection.insertOne({ _id: 2, n: 5 }, { session });
      expect(await collection.find().toArray()).toEqual([{ _id: 1, n: 1 }]);
      await session.commitTransaction();
    });
    expect(await collection.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, n: 2 },
      { _id: 2, n: 5 },
    ]);
  });
  contract('leaves nothing if it aborts', async () => {
    const collection = await collectionOf([{ _id: 1, n: 1 }]);
    await within(async (session) => {
      await collection.updateOne({ _id: 1 }, { $set: { n: 2 } }, { session });
      await collection.deleteOne({ _id: 1 }, { session });
      await collection.insertOne({ _id: 2 }, { session });
      await session.abortTransaction();
    });
    expect(await collection.find().toArray()).toEqual([{ _id: 1, n: 1 }]);
  });
  contract('reads what it wrote, by index, sorted and counted', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ _id: i, n: i }));
    const collection = await collectionOf(rows, [{ key: { n: 1 } }]);
    await within(async (session) => {
      await collection.updateMany({ n: { $lt: 10 } }, { $set: { n: 100 } }, { session });
      await collection.insertOne({ _id: 99, n: 50 }, { session });
      await collection.deleteMany({ n: { $gte: 20, $lt: 30 } }, { session });
      const found = await collection
        .find({ n: { $gte: 15 } }, { session })
        .sort({ n: 1 })
        .toArray();
      expect(found.map(({ n }) => n)).toEqual([
        15,
        16,
        17,
        18,
        19,
        50,
        ...Array.from({ length: 10 }, () => 100),
      ]);
      expect(await collection.countDocuments({}, { session })).toBe(21);
    });
    expect(await collection.countDocuments({ n: { $lt: 30 } })).toBe(30);
  });
  contract('reads a snapshot', async () => {
    const collection = await collectionOf([{ _id: 1, n: 1 }], [{ key: { n: 1 } }]);
    await within(async (session) => {
      expect(await collection.findOne({ _id: 1 }, { session })).toEqual({ _id: 1, n: 1 });
      await collection.updateOne({ _id: 1 }, { $set: { n: 9 } });
      await collection.insertOne({ _id: 2, n: 1 });
      expect(await collection.find({ n: 1 }, { session }).toArray()).toEqual([{ _id: 1, n: 1 }]);
    });
  });
  contract(
    'meets a conflict at its write',
    async () => {
      const collection = await collectionOf([{ _id: 1, n: 1 }]);
      await within(async (one) => {
        await within(async (two) => {
          await collection.findOne({ _id: 1 }, { session: two });
          await collection.updateOne({ _id: 1 }, plus, { session: one });
          const error = await refusal(collection.updateOne({ _id: 1 }, plus, { session: two }));
          expect(error['code']).toBe(112);
          expect(error['labels']).toContain('TransientTransactionError');
          await one.commitTransaction();
        });
      });
      expect(await collection.findOne()).toEqual({ _id: 1, n: 2 });
    },
    { documentdb: 'waits for the other transaction' },
    true,
  );
  contract('meets a conflict with a write after its snapshot', async () => {
    const collection = await collectionOf([{ _id: 1, n: 1 }]);
    await within(async (session) => {
      await collection.findOne({ _id: 1 }, { session });
      await collection.updateOne({ _id: 1 }, plus);
      const error = await refusal(collection.updateOne({ _id: 1 }, plus, { session }));
      expect(error['labels']).toContain('TransientTransactionError');
    });
    expect(await collection.findOne()).toEqual({ _id: 1, n: 2 });
  });
  contract('is tried again by withTransaction until it is through', async () => {
    const collection = await collectionOf([{ _id: 1, n: 0 }]);
    const increment = () =>
      client.withSession((session) =>
        session.withTransaction(async () => {
          const found = await collection.findOne({ _id: 1 }, { session });
          await collection.updateOne({ _id: 1 }, { $set: { n: Number(found?.['n']) + 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 5 }, increment));
    expect(await collection.findOne()).toEqual({ _id: 1, n: 5 });
  });
  contract('makes a write outside of it wait', async () => {
    const collection = await collectionOf([{ _id: 1, n: 1 }]);
    let isDone = false;
    await within(async (session) => {
      await collection.updateOne({ _id: 1 }, plus, { session });
      const outside = collection.updateOne({ _id: 1 }, plus).then(() => {
        isDone = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(isDone).toBe(false);
      await session.commitTransaction();
      await outside;
    });
    expect(await collection.findOne()).toEqual({ _id: 1, n: 3 });
  });
  contract(
    'ends with a duplicate key',
    async () => {
      const collection = await collectionOf([{ _id: 1, u: 1 }], [{ key: { u: 1 }, unique: true }]);
      await within(async (session) => {
        expect((await refusal(collection.insertOne({ _id: 2, u: 1 }, { session })))['code']).toBe(11000);
        expectCode(await refusal(collection.insertOne({ _id: 3, u: 3 }, { session })), 251);
      });
      expect(await collection.countDocuments()).toBe(1);
    },
    { documentdb: 'goes on, and fails later' },
  );
  contract('holds a unique key against others', async () => {
    const collection = await collectionOf([{ _id: 1, u: 1 }], [{ key: { u: 1 }, unique: true }]);
    await within(async (session) => {
      await collection.insertOne({ _id: 2, u: 2 }, { session });
      const outside = refusal(collection.insertOne({ _id: 3, u: 2 }));
      await new Promise((resolve) => setTimeout(resolve, 30));
      await session.commitTransaction();
      expect((await outside)['code']).toBe(11000);
    });
    expect(await collection.countDocuments()).toBe(2);
  });
  contract('spans collections', async () => {
    const [one, two] = [await collectionOf([{ _id: 1, n: 10 }]), await collectionOf([{ _id: 1, n: 0 }])];
    const [minus, more]: mongoose.mongo.Document[] = [{ $inc: { n: -4 } }, { $inc: { n: 4 } }];
    await within(async (session) => {
      await one.updateOne({ _id: 1 }, minus ?? {}, { session });
      await two.updateOne({ _id: 1 }, more ?? {}, { session });
      await session.commitTransaction();
    });
    expect([await one.findOne(), await two.findOne()]).toEqual([
      { _id: 1, n: 6 },
      { _id: 1, n: 4 },
    ]);
  });
  contract('makes the collection that it writes to', async () => {
    const collection = await collectionOf([]);
    await within(async (session) => {
      await collection.insertOne({ _id: 1 }, { session });
      await session.commitTransaction();
    });
    expect(await collection.countDocuments()).toBe(1);
  });
  contract('does findAndModify and aggregate', async () => {
    const collection = await collectionOf([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    await within(async (session) => {
      const found = await collection.findOneAndUpdate({ _id: 1 }, plus, { session, returnDocument: 'after' });
      expect(found).toEqual({ _id: 1, n: 2 });
      const stages = [{ $group: { _id: null, n: { $sum: '$n' } } }];
      expect(await collection.aggregate(stages, { session }).toArray()).toEqual([{ _id: null, n: 4 }]);
    });
  });
  contract('may commit twice', async () => {
    const collection = await collectionOf([{ _id: 1, n: 1 }]);
    await within(async (session) => {
      await collection.updateOne({ _id: 1 }, plus, { session });
      await session.commitTransaction();
      await session.commitTransaction();
    });
    expect(await collection.findOne()).toEqual({ _id: 1, n: 2 });
  });
  contract(
    'does not run every command',
    async () => {
      const { collectionName } = await collectionOf([{ _id: 1 }]);
      await within(async (session) => {
        expectCode(await refusal(db.command({ count: collectionName }, { session })), 263);
      });
    },
    { documentdb: 'runs it' },
  );
});
