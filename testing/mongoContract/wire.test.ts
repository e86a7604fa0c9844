import { describe, expect } from '@jest/globals';
import { openRaw } from './rawConnection.ts';
import { collectionOf, contract, db, serverKind } from './server.ts';

const isClosed = (socket: {
  destroyed: boolean;
  once(event: 'close', done: () => void): unknown;
}): Promise<boolean> =>
  new Promise((resolve) => {
    if (socket.destroyed) resolve(true);
    socket.once('close', () => resolve(true));
    setTimeout(() => resolve(false), 2000);
  });

const head = (length: number, operation: number): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(operation, 12);
  return bytes;
};

// The gateway in front of DocumentDB is a tool of these tests: broken frames are not held against it.
if (serverKind !== 'documentdb') {
  describe('broken frames', () => {
    const broken: [title: string, bytes: Buffer][] = [
      ['a length over the limit', head(48_000_001, 2013)],
      ['a negative length', head(-5, 2013)],
      ['a length under a header', head(8, 2013)],
      ['an unknown operation', head(16, 999)],
      ['no sections', Buffer.concat([head(20, 2013), Buffer.alloc(4)])],
      [
        'a document longer than its message',
        Buffer.concat([head(26, 2013), Buffer.alloc(5), Buffer.from([255, 0, 0, 0, 0])]),
      ],
      ['noise', Buffer.from('GET / HTTP/1.1\r\n\r\n'.padEnd(64, 'x'))],
    ];
    for (const [title, bytes] of broken) {
      contract(`${title} closes only that connection`, async () => {
        const [bad, good] = [await openRaw(), await openRaw()];
        bad.socket.on('error', () => undefined);
        bad.socket.write(bytes);
        expect(await isClosed(bad.socket)).toBe(true);
        expect(await good.command({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
        good.close();
      });
    }
  });
}

describe('connections', () => {
  contract('a half-sent message stalls nobody', async () => {
    const [half, good] = [await openRaw(), await openRaw()];
    half.socket.write(head(1000, 2013));
    expect(await good.command({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
    half.close();
    good.close();
  });
  contract('a reader that does not read stalls nobody', async () => {
    const collection = await collectionOf([]);
    for (let _id = 0; _id < 3; _id += 1) await collection.insertOne({ _id, text: 'x'.repeat(5_000_000) });
    const [slow, good] = [await openRaw(), await openRaw()];
    slow.socket.pause();
    const find = { find: collection.collectionName, $db: db.databaseName };
    for (let i = 0; i < 5; i += 1) void slow.command(find).catch(() => undefined);
    const began = Date.now();
    expect(await good.command({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
    expect(Date.now() - began).toBeLessThan(2000);
    slow.close();
    good.close();
  });
  contract('many at once', async () => {
    const connections = await Promise.all(
      Array.from({ length: serverKind === 'embedded' ? 300 : 50 }, openRaw),
    );
    const replies = await Promise.all(connections.map((raw) => raw.command({ ping: 1, $db: 'admin' })));
    expect(replies.every(({ ok }) => ok === 1)).toBe(true);
    for (const raw of connections) raw.close();
  });
  contract('an unknown command keeps the connection', async () => {
    const raw = await openRaw();
    expect(await raw.command({ nope: 1, $db: 'admin' })).toMatchObject({ ok: 0, code: 59 });
    expect(await raw.command({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
    raw.close();
  });
});
