import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@cobid/embedded/process/freePort.ts';
import { spawnTied } from '@cobid/embedded/process/tiedChild.ts';
import { waitForPort } from '@cobid/embedded/process/waitForPort.ts';
import { temporaryRoot } from '../temporaryRoot.ts';
import { MAILBOX_UID, mailboxes, mainCf, masterCf } from './configuration.ts';
import type { PostfixOptions } from './configuration.ts';
import { findPostfix, missingPostfix } from './findPostfix.ts';
import { followLog } from './postfixLog.ts';
import type { PostfixLog } from './postfixLog.ts';

/** Where Debian has its parts. */
const DAEMONS = '/usr/lib/postfix/sbin';
const SELF_SIGNED =
  'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=mx.example.net'.split(
    ' ',
  );
/** What its script would make in the folder of the queue. */
const QUEUES =
  'active bounce corrupt defer deferred flush hold incoming maildrop private public saved trace'.split(' ');

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
  const { routes = {}, policyPort, lifetime = 60, settings, notice = () => undefined } = options;
  const program = await findPostfix(notice);
  if (program === null) throw new Error(missingPostfix);
  const port = await freePort(options.port);
  const folder = await mkdtemp(join(temporaryRoot(), 'cobid-postfix-'));
  await writeFolder({ port, folder, routes, policyPort, lifetime, settings });
  const logFile = join(folder, 'log');
  const log = followLog(logFile);

  // Without postfix's own script, which would not pass the signal on that ends it.
  const child = spawnTied(join(DAEMONS, 'master'), ['-c', join(folder, 'settings')]);
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

async function writeFolder(options: PostfixOptions): Promise<void> {
  const { folder } = options;
  // Its parts run as users of their own and have to get here.
  await chmod(folder, 0o755);
  for (const name of ['settings', 'queue', 'queue/pid', 'mail'])
    await mkdir(join(folder, name), { mode: 0o755 });
  await chown(join(folder, 'mail'), MAILBOX_UID, MAILBOX_UID);
  const owned = ['data', ...QUEUES.map((name) => `queue/${name}`)].map((name) => join(folder, name));
  for (const name of owned) await mkdir(name, { recursive: true, mode: 0o700 });
  spawnSync('chown', ['postfix', ...owned]);
  spawnSync('openssl', [...SELF_SIGNED, '-keyout', join(folder, 'key'), '-out', join(folder, 'certificate')]);
  await writeFile(join(folder, 'mail/full'), '');
  await writeFile(join(folder, 'mailboxes'), mailboxes);
  await writeFile(join(folder, 'settings/main.cf'), mainCf(options));
  await writeFile(join(folder, 'settings/master.cf'), masterCf(options));
}
