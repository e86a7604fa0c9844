import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findOnPath } from '@cobid/embedded/process/findOnPath.ts';
import { installDebianPackage } from '@cobid/embedded/redis/installDebianPackage.ts';

/** Why there is no postfix to test with, in a sentence for a person. */
export const missingPostfix =
  'Mail through postfix can be tried as root only, on Debian or Ubuntu, where it is installed if apt-get can be reached.';

/** Without it Debian makes a mail server for the whole machine, which starts at each boot and listens everywhere. */
const noServerOfTheMachine = 'postfix postfix/main_mailer_type select No configuration';

/**
 * The path of postfix's program, installed from Debian where it is not there yet; null where it cannot be had. Postfix
 * takes rights away from its parts, which only root can do.
 */
export async function findPostfix(notice: (line: string) => void): Promise<string | null> {
  if (process.getuid?.() !== 0) return null;
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin`;
  const find = async () => (await findOnPath(['postfix'], path)) ?? null;
  const found = await find();
  if (found !== null || !(await preseed(noServerOfTheMachine))) return found;
  return (await installDebianPackage('postfix', { path, notice })) ? find() : null;
}

async function preseed(answer: string): Promise<boolean> {
  const child = spawn('debconf-set-selections', { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${answer}\n`);
  try {
    await once(child, 'close');
  } catch {
    return false; // not a Debian
  }
  return child.exitCode === 0;
}
