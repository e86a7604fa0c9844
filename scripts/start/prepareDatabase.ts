import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';
import { z } from 'zod';
import type { Environment } from './settings.ts';

/** Somebody of the example network who can sign in. */
const exampleAccount = z.object({ email: z.string(), is: z.string() });
export type ExampleAccount = z.infer<typeof exampleAccount>;

const preparation = z.object({
  accounts: z.array(exampleAccount).default([]),
  /** Who of them is to be an operator. */
  operator: z.string().optional(),
});
export type Preparation = z.infer<typeof preparation>;

/**
 * Brings the database up to date and fills it with the example network if it is empty, in a process of its own.
 * Resolves to those of the example who are in it. The embedded database (`embeddedData`) is prepared once, and what was found out
 * is kept beside its data; a database that the environment names is asked each time.
 */
export async function prepareDatabase(options: {
  program: readonly string[];
  environment: Environment;
  withExample: boolean;
  embeddedData: string | undefined;
}): Promise<Preparation> {
  const { program, environment, withExample, embeddedData } = options;
  const record = embeddedData === undefined ? undefined : join(embeddedData, 'example.json');
  const known = record === undefined ? undefined : await readFile(record, 'utf8').catch(() => undefined);
  if (known !== undefined) return preparation.parse(JSON.parse(known));

  const args = [...program, '--json', ...(withExample ? ['--example'] : [])];
  const child = spawnTied(process.execPath, args, { env: environment });
  const [code, said, complained] = await Promise.all([
    child.ended,
    buffer(child.stdout),
    buffer(child.stderr),
  ]);
  if (code !== 0) throw new Error(`The database could not be prepared.\n${complained.toString()}`);
  const lastLine = said.toString().trim().split('\n').at(-1) ?? '';
  if (record !== undefined) {
    await mkdir(dirname(record), { recursive: true });
    await writeFile(record, lastLine);
  }
  return preparation.parse(JSON.parse(lastLine));
}
