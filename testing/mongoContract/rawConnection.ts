import { type Socket, connect } from 'node:net';
import mongoose from 'mongoose';
import { url } from './server.ts';

const { BSON } = mongoose.mongo;
type Document = mongoose.mongo.Document;

/** A connection that sends what no driver would: own session numbers, broken frames. */
export type RawConnection = {
  socket: Socket;
  /** Sends a command as OP_MSG and gives the reply. */
  command(command: Document): Promise<Document>;
  close(): void;
};

const frame = (id: number, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(id, 4);
  head.writeInt32LE(2013, 12);
  return Buffer.concat([head, body]);
};

/** Opens a connection to the server under test. */
export const openRaw = async (): Promise<RawConnection> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let received = Buffer.alloc(0);
  const waiting: ((reply: Document) => void)[] = [];
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 4 && received.length >= received.readInt32LE(0)) {
      const length = received.readInt32LE(0);
      waiting.shift()?.(BSON.deserialize(received.subarray(21, length)));
      received = received.subarray(length);
    }
  });
  let id = 0;
  return {
    socket,
    command: (command) =>
      new Promise((resolve, reject) => {
        id += 1;
        waiting.push(resolve);
        socket.once('close', () => reject(new Error('the server closed the connection')));
        socket.write(frame(id, BSON.serialize(command)));
      }),
    close: () => socket.destroy(),
  };
};
