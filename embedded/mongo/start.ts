import { rmSync } from 'node:fs';
import { openEngine } from './engine.ts';
import { credentialsOf, userName } from './scram.ts';
import { type Listener, listen } from './server.ts';
import { startTtl } from './ttl.ts';

/**
 * How to start the engine: where its data lies, and where it listens: on a port (0 or none: a free one) of a host
 * (none: the loopback), or on a Unix socket. A host that others can reach needs a key, which clients then present.
 */
export type StartOptions = {
  data: string;
  port?: number | undefined;
  host?: string | undefined;
  socket?: string | undefined;
  key?: string | undefined;
};

/** A running engine: its address for drivers, and how to end it. */
export type RunningMongo = { url: string; stop(): Promise<void> };

const isLoopback = (host: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

const addressOf = ({ server }: Listener, host: string, socket: string | undefined): string => {
  if (socket !== undefined) return encodeURIComponent(socket);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
};

const checkExposure = ({ host, socket, key }: StartOptions): void => {
  if (socket === undefined && host !== undefined && !isLoopback(host) && (key ?? '').length < 16) {
    throw new Error(
      `The engine listens on ${host} only with a key of at least 16 characters; leave the host out for this machine.`,
    );
  }
};

/** Starts a MongoDB-compatible server on the data of a folder. */
export const startMongo = async (options: StartOptions): Promise<RunningMongo> => {
  checkExposure(options);
  const { data, port = 0, host = '127.0.0.1', socket, key } = options;
  const engine = openEngine(data);
  if (key !== undefined) engine.credentials = credentialsOf(key);
  if (socket !== undefined) rmSync(socket, { force: true });
  const listener = await listen(engine, socket === undefined ? { port, host } : { path: socket }).catch(
    async (error: unknown) => {
      await engine.close();
      throw error;
    },
  );
  engine.address = addressOf(listener, host, socket);
  const ttl = startTtl(engine);
  const user = key === undefined ? '' : `${userName}:${encodeURIComponent(key)}@`;
  return {
    url: `mongodb://${user}${engine.address}/?directConnection=true`,
    stop: async () => {
      ttl.stop();
      await listener.stop();
      await engine.close();
    },
  };
};
