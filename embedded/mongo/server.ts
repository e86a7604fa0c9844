import { type Server, type Socket, createServer } from 'node:net';
import { answer } from './dispatch.ts';
import type { Engine } from './engine.ts';
import type { Connection } from './request.ts';
import { limits, readMessage, writeReply } from './wire.ts';

const mostConnections = 1000;

/** A client that sends ahead of its answers is read no further than this. */
const mostWaiting = 2;

/** Collects the bytes of a connection into whole messages. */
const frameReader = (onFrame: (frame: Buffer) => void, onBroken: () => void) => {
  let chunks: Buffer[] = [];
  let length = 0;
  return (chunk: Buffer): void => {
    chunks.push(chunk);
    length += chunk.length;
    while (length >= 4) {
      const first = chunks[0];
      if (!first) return;
      const head = first.length >= 4 ? first : Buffer.concat(chunks);
      const size = head.readInt32LE(0);
      if (size < 16 || size > limits.messageBytes) return onBroken();
      if (length < size) return;
      const all = chunks.length === 1 ? first : Buffer.concat(chunks);
      onFrame(all.subarray(0, size));
      const rest = all.subarray(size);
      chunks = rest.length > 0 ? [rest] : [];
      length = rest.length;
    }
  };
};

/** Serves one client: its requests are answered one after the other, and none is read while a reply waits. */
const serve = (engine: Engine, socket: Socket, id: number): void => {
  const connection: Connection = { id, isTrusted: false, conversation: undefined };
  let replies = 0;
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;

  const sent = (bytes: Buffer): Promise<void> | undefined => {
    if (socket.write(bytes) || socket.destroyed) return undefined;
    return new Promise((resolve) => {
      const done = (): void => {
        socket.off('drain', done);
        socket.off('close', done);
        resolve();
      };
      socket.on('drain', done);
      socket.on('close', done);
    });
  };

  const handle = async (frame: Buffer): Promise<void> => {
    if (socket.destroyed) return;
    const message = readMessage(frame);
    const reply = await answer(engine, message, connection);
    if (message.isSilent || socket.destroyed) return;
    replies += 1;
    await sent(writeReply(message, replies, reply));
  };

  const onFrame = (frame: Buffer): void => {
    waiting += 1;
    if (waiting > mostWaiting) socket.pause();
    queue = queue
      .then(() => handle(frame))
      .catch(() => {
        socket.destroy();
      })
      .finally(() => {
        waiting -= 1;
        if (waiting <= mostWaiting && socket.isPaused()) socket.resume();
      });
  };

  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on(
    'data',
    frameReader(onFrame, () => socket.destroy()),
  );
};

/** A listening server and how to end it. */
export type Listener = { server: Server; stop(): Promise<void> };

/** Listens for clients of an engine on a port or a Unix socket. */
export const listen = (
  engine: Engine,
  where: { port: number; host: string } | { path: string },
): Promise<Listener> => {
  const sockets = new Set<Socket>();
  let lastId = 0;
  const server = createServer((socket) => {
    lastId += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(engine, socket, lastId);
  });
  server.maxConnections = mostConnections;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => resolve({ server, stop }));
  });
};
