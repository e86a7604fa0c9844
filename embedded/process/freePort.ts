import { createServer } from 'node:net';

/**
 * A TCP port that is free on `host`: the preferred one if it is, else one that the system picks. An empty host is
 * every address of this machine.
 */
export async function freePort(preferred = 0, host = '127.0.0.1'): Promise<number> {
  return (await boundPort(preferred, host)) ?? (await boundPort(0, host)) ?? unavailable(host);
}

function boundPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.unref();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, exclusive: true, ...(host === '' ? {} : { host }) }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}

function unavailable(host: string): never {
  throw new Error(`No TCP port can be opened on ${host}.`);
}
