import { openEngine } from './engine.ts';
import { listen } from './server.ts';
import { startTtl } from './ttl.ts';

/** How to start the engine: where its data lies, and where it listens (port 0 or none: a free one). */
export type StartOptions = { data: string; port?: number | undefined; host?: string | undefined };

/** A running engine: its address for drivers, and how to end it. */
export type RunningMongo = { url: string; stop(): Promise<void> };

/** Starts a MongoDB-compatible server on the data of a folder. */
export const startMongo = async ({
  data,
  port = 0,
  host = '127.0.0.1',
}: StartOptions): Promise<RunningMongo> => {
  const engine = openEngine(data);
  const listener = await listen(engine, { port, host }).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  const address = listener.server.address();
  const at = typeof address === 'object' && address ? `${host}:${address.port}` : host;
  engine.address = at;
  const ttl = startTtl(engine);
  return {
    url: `mongodb://${at}/?directConnection=true`,
    stop: async () => {
      ttl.stop();
      await listener.stop();
      await engine.close();
    },
  };
};
