import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections, so that none of those takes it before it is used. */
const lowest = 20_000;
const highest = 32_000;

/**
 * A TCP port that is free on `host`: the preferred one if it is, else any. An empty host is every address of this
 * machine.
 */
export async function freePort(preferred = 0, host = '127.0.0.1'): Promise<number> {
  if (preferred !== 0 && (await isFree(preferred, host))) return preferred;
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(lowest, highest);
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No TCP port can be opened on ${host === '' ? 'this machine' : host}.`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.unref();
    probe.once('error', () => resolve(false));
    probe.listen({ port, exclusive: true, ...(host === '' ? {} : { host }) }, () => {
      probe.close(() => resolve(true));
    });
  });
}
