/** Something that was started and has to be stopped. */
export interface Part {
  stop(): Promise<void>;
  kill(): void;
}

/** What may stop only after everything before it has: stores outlive those who write to them. */
const stopOrder = ['process', 'inbox', 'store'] as const;
export type Stage = (typeof stopOrder)[number];

/** All that runs, and how it ends. */
export interface Parts {
  /** Takes care of a part from now on; one that comes after `stop` is killed. */
  add(stage: Stage, part: Part): void;
  /** Stops stage by stage; later calls wait for the first. */
  stop(): Promise<void>;
  kill(): void;
  isStopping(): boolean;
}

/** Keeps what was started, to stop it in good order. */
export function createParts(): Parts {
  const started: { stage: Stage; part: Part }[] = [];
  let stopping: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    for (const stage of stopOrder) {
      await Promise.all(started.filter((one) => one.stage === stage).map(({ part }) => part.stop()));
    }
  }

  return {
    add(stage, part) {
      started.push({ stage, part });
      if (stopping !== undefined) part.kill();
    },
    stop: () => (stopping ??= stopAll()),
    kill: () => {
      for (const { part } of started) part.kill();
    },
    isStopping: () => stopping !== undefined,
  };
}

const patience = 4_500;

/** The first signal stops everything in order, killing what takes longer than 4.5 s; the second kills at once. */
export function stopOnSignal(parts: Parts, say: (line: string) => void): void {
  const onSignal = () => {
    if (parts.isStopping()) {
      parts.kill();
      process.exit(1);
    }
    say('\nStopping … (once more to stop at once)');
    setTimeout(() => parts.kill(), patience).unref();
    void parts.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
