import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@cobid/embedded/process/freePort.ts';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';
import { waitForPort } from '@cobid/embedded/process/waitForPort.ts';
import { MAILBOX_UID, mailboxes, mainCf, masterCf } from './configuration.ts';
import type { PostfixOptions } from './configuration.ts';
import { findPostfix, missingPostfix } from './findPostfix.ts';
import { followLog } from './postfixLog.ts';
import type { PostfixLog } from './postfixLog.ts';

/** Where Debian has its parts. */
const DAEMONS = '/usr/lib/postfix/sbin';

/** A postfix that runs for this process alone. */
export interface Postfix {
  port: number;
  url: string;
  /** The Maildir that all mail is in that is not handed on. */
  maildir: string;
  logFile: string;
  log: PostfixLog;
  stop(): Promise<void>;
}

/**
 * Starts Debian's postfix on loopback with settings, queue and Maildir in a temporary folder; nothing of it is seen by
 * another postfix of the machine. It ends with this process. Rejects with one sentence where it cannot be had.
 */
export async function startPostfix(
  options: Partial<Omit<PostfixOptions, 'folder'>> & { notice?: (line: string) => void } = {},
): Promise<Postfix> {
  const { routes = {}, policyPort, lifetime = 60, notice = () => undefined } = options;
  const program = await findPostfix(notice);
  if (program === null) throw new Error(missingPostfix);
  const port = await freePort(options.port);
  const folder = await mkdtemp(join(memoryOr(tmpdir()), 'cobid-postfix-'));
  await writeFolder({ port, folder, routes, policyPort, lifetime });
  const settings = join(folder, 'settings');
  const logFile = join(folder, 'log');
  const log = followLog(logFile);

  // The check makes the folders of the queue. The master is started without postfix's script, which would not pass
  // the signal on that ends it.
  spawnSync(program, ['-c', settings, 'check']);
  const child = spawnTied(join(DAEMONS, 'master'), ['-c', settings]);
  const stop = async () => {
    await child.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const away = new AbortController();
  void child.ended.then(() => away.abort());
  if (!(await waitForPort(port, { signal: away.signal }))) {
    const words = (await log.lines()).slice(-5).join('\n');
    await stop();
    throw new Error(`postfix did not start: ${words}`);
  }
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    maildir: join(folder, 'mail/all'),
    logFile,
    log,
    stop,
  };
}

/** Postfix has each mail on disk before it says 250, which here would cost more than all the rest. */
function memoryOr(folder: string): string {
  return existsSync('/dev/shm') ? '/dev/shm' : folder;
}

async function writeFolder(options: PostfixOptions): Promise<void> {
  const { folder } = options;
  // Its parts run as users of their own and have to get here.
  await chmod(folder, 0o755);
  for (const name of ['settings', 'queue', 'data', 'mail']) await mkdir(join(folder, name), { mode: 0o755 });
  await chown(join(folder, 'mail'), MAILBOX_UID, MAILBOX_UID);
  spawnSync('chown', ['postfix', join(folder, 'data')]);
  await writeFile(join(folder, 'mail/full'), '');
  await writeFile(join(folder, 'mailboxes'), mailboxes);
  await writeFile(join(folder, 'settings/main.cf'), mainCf(options));
  await writeFile(join(folder, 'settings/master.cf'), masterCf(options));
}
