import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInbox } from '@cobid/embedded/inbox/start.ts';
import { startMongoChild } from '@cobid/embedded/process/startMongoChild.ts';
import { startRedis } from '@cobid/embedded/redis/start.ts';

/** Where the stores are, by the names of the environment variables that say so, and how to stop what was started. */
export interface Services {
  environment: { MONGODB_URI: string; REDIS_URL: string; SMTP_URL: string; INBOX_URL: string };
  stop(): Promise<void>;
}

const checkout = join(import.meta.dirname, '..');

/**
 * Starts the real parts that tests need: an embedded MongoDB, a Redis and an inbox, each with data in a temporary
 * folder under `root`, except for what `given` names already. An SMTP_URL without the INBOX_URL to read its mail is
 * not taken. What is measured is on a disk, as it is where it is used.
 */
export async function startServices(
  given: Partial<Record<string, string>>,
  { root = tmpdir(), notice = () => undefined }: { root?: string; notice?: (line: string) => void } = {},
): Promise<Services> {
  const folder = await mkdtemp(join(root, 'cobid-test-'));
  const data = (name: string) => join(folder, name);
  const program = ['--import', 'tsx', 'embedded/mongo/main.ts'];
  const hasInbox = given['SMTP_URL'] !== undefined && given['INBOX_URL'] !== undefined;
  const [mongo, redis, inbox] = await Promise.all([
    given['MONGODB_URI'] === undefined
      ? startMongoChild({ program, data: data('mongo'), cwd: checkout })
      : undefined,
    given['REDIS_URL'] === undefined ? startRedis({ data: data('redis'), notice }) : undefined,
    hasInbox ? undefined : startInbox({ data: data('inbox') }),
  ]);
  return {
    environment: {
      MONGODB_URI: given['MONGODB_URI'] ?? mongo?.url ?? '',
      REDIS_URL: given['REDIS_URL'] ?? redis?.url ?? '',
      SMTP_URL: inbox?.smtpUrl ?? given['SMTP_URL'] ?? '',
      INBOX_URL: inbox?.url ?? given['INBOX_URL'] ?? '',
    },
    async stop() {
      await Promise.all([mongo?.stop(), redis?.stop(), inbox?.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
