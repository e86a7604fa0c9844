import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';
import type { Running } from './keepRunning.ts';
import type { Environment } from './settings.ts';

/** A process of Cobid's own: what Node.js runs, with which environment, and where its output goes. */
export interface NodeProcess {
  name: string;
  program: readonly string[];
  environment: Environment;
  /** Its output is appended to `<name>.log` here. */
  logs: string;
  /** Time to finish what it does, in milliseconds. */
  grace: number;
  /** Is called with each line that it writes to stderr, and with each error in its log. */
  notice: (line: string) => void;
}

/** Starts a process of Cobid's own as a child that ends with this process. */
export function startNodeProcess({ name, program, environment, logs, grace, notice }: NodeProcess): Running {
  const child = spawnTied(process.execPath, program, { env: environment });
  const file = createWriteStream(join(logs, `${name}.log`), { flags: 'a', mode: 0o600 });
  createInterface({ input: child.stdout }).on('line', (line) => {
    file.write(`${line}\n`);
    const trouble = troubleIn(line);
    if (trouble !== undefined) notice(`${name}: ${trouble}`);
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    file.write(`${line}\n`);
    notice(`${name}: ${line}`);
  });
  void child.ended.then(() => file.end());
  return { ended: child.ended, stop: () => child.stop(grace), kill: child.kill };
}

/** Makes the folder for logs, and keeps those of the last run as `<name>.log.1`. */
export async function turnLogs(logs: string, names: readonly string[]): Promise<void> {
  await mkdir(logs, { recursive: true, mode: 0o700 });
  await Promise.all(
    names.map((name) =>
      rename(join(logs, `${name}.log`), join(logs, `${name}.log.1`)).catch(() => undefined),
    ),
  );
}

/** What a line of a log in pino's JSON says, if it tells of an error. */
function troubleIn(line: string): string | undefined {
  if (!/"level":"(error|fatal)"/.test(line)) return undefined;
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null) return line;
    const cause = 'err' in entry && typeof entry.err === 'object' && entry.err !== null ? entry.err : {};
    const words = ['msg' in entry ? entry.msg : line, 'message' in cause ? cause.message : ''];
    return words.filter((word) => typeof word === 'string' && word !== '').join(': ');
  } catch {
    return line;
  }
}
