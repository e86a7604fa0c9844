import { describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { createTransport } from 'nodemailer';

describe('the services that tests run on', () => {
  test('are a MongoDB with a database of this worker alone', async () => {
    const database = process.env['MONGODB_DATABASE'] ?? '';
    expect(database).toBe(`cobid-test-${process.env['JEST_WORKER_ID']}`);
    const connection = await mongoose
      .createConnection(process.env['MONGODB_URI'] ?? '', { dbName: database })
      .asPromise();
    const things = connection.collection('things');
    await things.insertOne({ word: 'hello' });
    expect(await things.findOne({ word: 'hello' })).toMatchObject({ word: 'hello' });
    await things.drop();
    await connection.close();
  });

  test('are a Redis and an inbox', async () => {
    const redis = new Redis(process.env['REDIS_URL'] ?? '');
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();

    await createTransport(process.env['SMTP_URL'] ?? '').sendMail({
      from: 'a@cobid.example',
      to: 'services@cobid.example',
    });
    const reply = await fetch(`${process.env['INBOX_URL']}/api/messages?to=services@cobid.example`);
    expect(await reply.json()).toHaveLength(1);
  });
});
