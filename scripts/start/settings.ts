import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Environment variables, as a process gets them. */
export type Environment = Record<string, string | undefined>;

/** What the environment names of the stores; an empty variable names nothing. */
export function isNamed(environment: Environment, name: string): boolean {
  return (environment[name] ?? '') !== '';
}

/** Adds what the file `.env` says, if it is there, to the environment of this process, which wins. */
export function readEnvFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** The secret kept in `file`, made on the first call. Links in mails derive from it: it has to stay. */
export async function keptSecret(file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const made = randomBytes(48).toString('base64url');
  try {
    await writeFile(file, made, { flag: 'wx', mode: 0o600 });
    return made;
  } catch {
    return (await readFile(file, 'utf8')).trim();
  }
}
