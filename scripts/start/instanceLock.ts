import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { text } from 'node:stream/consumers';

/** Held by the one Cobid that runs on a data folder; tells others where it answers. */
export interface InstanceLock {
  /** From now on, whoever finds the lock taken is told this. */
  tell(words: string): void;
  release(): Promise<void>;
}

/**
 * Takes the lock of a data folder, or resolves to what its holder tells. It is a Unix socket, so that a holder that
 * was killed holds nothing: two Redis servers on the same append-only file would ruin it.
 */
export async function takeInstanceLock(socketPath: string): Promise<InstanceLock | { heldBy: string }> {
  const heldBy = await ask(socketPath);
  if (heldBy !== undefined) return { heldBy };
  await rm(socketPath, { force: true });
  let words = 'It is still starting.';
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(words);
  });
  await listen(server, socketPath);
  server.unref();
  return {
    tell: (next) => {
      words = next;
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function ask(socketPath: string): Promise<string | undefined> {
  const socket = connect(socketPath);
  try {
    return await text(socket);
  } catch {
    return undefined; // nobody listens
  }
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
}
