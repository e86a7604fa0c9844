import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** What a postfix says of the mails that it has. */
export interface PostfixLog {
  /** All of it so far, line by line. */
  lines(): Promise<readonly string[]>;
  /**
   * Resolves once a mail has been delivered or come back, or waits to be tried again, to what was said of each attempt;
   * by the id that it is queued under.
   */
  settled(queueId: string): Promise<string[]>;
  /** The same for the copy that has come as the so-manieth (1, 2 …) with this Message-ID. */
  copySettled(messageId: string, copy: number): Promise<string[]>;
}

/** Gives up after so long, in milliseconds. */
const PATIENCE_MS = 20_000;

/** Follows the file that a postfix logs to. */
export function followLog(file: string): PostfixLog {
  const all: string[] = [];
  let position = 0;
  let rest = '';
  let reading: Promise<unknown> = Promise.resolve();
  const readOn = async () => {
    const handle = await open(file).catch(() => null); // not there yet
    if (handle === null) return;
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(1024 * 1024), position });
    await handle.close();
    position += bytesRead;
    const lines = (rest + buffer.toString('latin1', 0, bytesRead)).split('\n');
    rest = lines.pop() ?? '';
    all.push(...lines);
  };
  const lines = async () => {
    await (reading = reading.then(readOn));
    return all;
  };
  const until = async <T>(what: string, find: (lines: readonly string[]) => T | undefined): Promise<T> => {
    for (let waited = 0; waited < PATIENCE_MS; waited += 10) {
      const found = find(await lines());
      if (found !== undefined) return found;
      await wait(10);
    }
    throw new Error(`postfix has not said in time ${what}`);
  };
  const settled = (queueId: string) =>
    until(`what became of ${queueId}`, (lines) => {
      const about = lines.filter((line) => line.includes(` ${queueId}: `));
      const attempts = about.filter((line) => / status=\w+ /.test(line));
      const isOver = about.some((line) => line.endsWith(': removed') || line.includes(' status=deferred '));
      return isOver ? attempts : undefined;
    });
  return {
    lines,
    settled,
    copySettled: async (messageId, copy) => {
      const queueId = await until(`that ${messageId} came`, (lines) => {
        // One that was refused at its end was never taken, though it had an id.
        const taken = lines
          .filter((line) => line.endsWith(`: message-id=${messageId}`))
          .map((line) => /\]: (\w+): /.exec(line)?.[1])
          .filter((id) => !lines.some((line) => line.includes(` ${id}: reject: `)));
        return taken[copy - 1];
      });
      return settled(queueId);
    },
  };
}
