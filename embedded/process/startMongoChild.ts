import { freePort } from './freePort.ts';
import { spawnTied } from './tiedChild.ts';
import { waitForPort } from './waitForPort.ts';

/** The embedded MongoDB in a process of its own; `ended` resolves when it goes, wanted or not. */
export interface MongoChild {
  url: string;
  ended: Promise<unknown>;
  stop(): Promise<void>;
  kill(): void;
}

/**
 * Starts the embedded engine as a child, so that its work and that of its clients do not share an event loop.
 * `program` is what Node.js runs: the source (`['--import', 'tsx', 'embedded/mongo/main.ts']`) or the built file.
 * Rejects with its last words when it does not come up.
 */
export async function startMongoChild(options: {
  program: readonly string[];
  data: string;
  port?: number;
  cwd?: string;
}): Promise<MongoChild> {
  const port = await freePort(options.port);
  const args = [...options.program, '--port', String(port), '--data', options.data];
  const cwd = options.cwd === undefined ? {} : { cwd: options.cwd };
  const child = spawnTied(process.execPath, args, cwd);
  let said = '';
  child.stdout.resume();
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  const ending = new AbortController();
  void child.ended.then(() => ending.abort());
  if (!(await waitForPort(port, { signal: ending.signal }))) {
    child.kill();
    throw new Error(`The embedded MongoDB did not start: ${said.trim() || 'it did not open its port'}`);
  }
  return { ...child, url: `mongodb://127.0.0.1:${port}` };
}
