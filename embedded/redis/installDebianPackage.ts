import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findOnPath } from '../process/findOnPath.ts';

/**
 * Installs a Debian package without asking anything, as root or with a sudo that needs no password. Resolves to
 * false where that is not possible: no apt-get on `path`, no right to, no such package, or one that another would have to go for.
 */
export async function installDebianPackage(
  name: string,
  { path, notice }: { path: string; notice: (line: string) => void },
): Promise<boolean> {
  const apt = await findOnPath(['apt-get'], path);
  const asRoot = apt === undefined ? undefined : await rootPrefix(path);
  if (apt === undefined || asRoot === undefined) return false;
  const aptGet = (...args: string[]) =>
    run([...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', apt, '-y', '-qq', ...args]);
  notice(`Installing Debian's ${name} (once) …`);
  const install = ['install', '--no-install-recommends', '--no-remove', name];
  // A fresh machine has no package lists yet; one that has them is spared the update.
  return (await aptGet(...install)) || ((await aptGet('update')) && (await aptGet(...install)));
}

async function rootPrefix(path: string): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = await findOnPath(['sudo'], path);
  if (sudo === undefined) return undefined;
  return (await run([sudo, '-n', 'true'])) ? [sudo, '-n'] : undefined;
}

async function run([command = '', ...args]: string[]): Promise<boolean> {
  const child = spawn(command, args, { stdio: 'ignore' });
  try {
    await once(child, 'close');
  } catch {
    return false;
  }
  return child.exitCode === 0;
}
