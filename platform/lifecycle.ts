import type { Log } from './log.ts';

/** Stops a process in good order: what was opened last is closed first. */
export interface ProcessLifecycle {
  /** Registers what has to be closed; runs in reverse order of registration. */
  onStop(name: string, close: () => Promise<unknown>): void;
  /** Closes everything once; later calls wait for the first. Rejects never: what fails is logged. */
  stop(reason: string): Promise<void>;
  /** Stops on SIGTERM and SIGINT, then ends the process. */
  listen(): void;
}

/** A lifecycle that gives up on a graceful stop after `deadline` milliseconds. */
export function createLifecycle(options: { log: Log; deadline: number }): ProcessLifecycle {
  const { log, deadline } = options;
  const closers: { name: string; close: () => Promise<unknown> }[] = [];
  let stopping: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (const { name, close } of closers.toReversed()) {
      await close().catch((err: unknown) => log.error({ err, part: name }, 'did not close'));
    }
  }

  function stop(reason: string): Promise<void> {
    if (stopping === undefined) {
      log.info({ reason }, 'stopping');
      stopping = Promise.race([closeAll(), tooLate()]);
    }
    return stopping;
  }

  function tooLate(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        log.error({ deadline }, 'did not stop in time');
        resolve();
      }, deadline);
      timer.unref();
    });
  }

  return {
    onStop: (name, close) => void closers.push({ name, close }),
    stop,
    listen: () => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.once(signal, () => void stop(signal).then(() => process.exit(0)));
      }
    },
  };
}
