import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';

/** What the sink wrote down of a mail before it said 250. */
export interface Sunk {
  to: string[];
  messageId: string;
  bytes: number;
  /** As it came, for some. */
  raw?: string;
}

/** An SMTP server in a process of its own that takes every mail and writes down which. */
export interface SmtpSink {
  url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts one; `record` is the file that it writes to, `port` 0 for a free one, `every` how few mails it keeps whole. */
export async function startSmtpSink(options: {
  record: string;
  port?: number;
  every?: number;
  slowMs?: number;
}): Promise<SmtpSink> {
  const { record, port = 0, every = Number.MAX_SAFE_INTEGER, slowMs = 0 } = options;
  const settings = [port, record, every, slowMs].map(String);
  const program = ['--import', 'tsx', join(import.meta.dirname, 'main.ts'), ...settings];
  const child = spawnTied(process.execPath, program, { cwd: join(import.meta.dirname, '../..') });
  child.stderr.pipe(process.stderr);
  const [said]: Buffer[] = await Promise.race([
    once(child.stdout, 'data'),
    child.ended.then(() => Promise.reject(new Error('the sink did not start'))),
  ]);
  return {
    url: said?.toString().trim() ?? '',
    kill: async () => {
      child.kill();
      await child.ended;
    },
  };
}

/** All that sinks wrote to this file; a line that a kill cut short was never confirmed and does not count. */
export function readSunk(record: string): Sunk[] {
  const lines = readFileSync(record, 'utf8').split('\n').slice(0, -1);
  return lines.map((line): Sunk => JSON.parse(line));
}
