import { setTimeout as sleep } from 'node:timers/promises';

/** Something that runs until it ends by itself or is stopped. */
export interface Running {
  ended: Promise<unknown>;
  stop(): Promise<void>;
  kill(): void;
}

const longEnough = 60_000;
const longestPause = 30_000;

/**
 * Starts something and starts it again whenever it ends by itself, after a pause that doubles from half a second up
 * to half a minute and is short again once it ran for a minute. The first start has to succeed; later ones are
 * tried until `stop`.
 */
export async function keepRunning(
  name: string,
  start: () => Promise<Running>,
  notice: (line: string) => void,
): Promise<{ stop(): Promise<void>; kill(): void }> {
  const stopping = new AbortController();
  let current = await start();

  async function watch(): Promise<void> {
    for (let pause = 500; ;) {
      const begun = performance.now();
      await current.ended;
      if (stopping.signal.aborted) return;
      if (performance.now() - begun > longEnough) pause = 500;
      for (let restarted = false; !restarted; pause = Math.min(2 * pause, longestPause)) {
        notice(`${name} ended by itself; it is started again in ${pause / 1000} s.`);
        await sleep(pause, undefined, { signal: stopping.signal });
        restarted = await start().then(
          (next) => {
            current = next;
            return true;
          },
          (error: unknown) => {
            notice(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`);
            return false;
          },
        );
      }
      if (stopping.signal.aborted) return current.stop();
    }
  }

  const watching = watch().catch(() => undefined); // the pause was cut short by a stop
  return {
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
    },
    kill: () => current.kill(),
  };
}
