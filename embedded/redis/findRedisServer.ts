import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath } from '../process/findOnPath.ts';
import { installDebianPackage } from './installDebianPackage.ts';

const servers = ['redis-server', 'valkey-server'];

/**
 * Debian's `-tools` packages hold the server's program under the name of its checker (it decides by its name what
 * to be). Installing them, not the `-server` packages, brings no system service that would have to be kept from
 * starting now and at the next boot.
 */
const toolPackages = [
  { name: 'redis-tools', program: 'redis-check-rdb', server: 'redis-server' },
  { name: 'valkey-tools', program: 'valkey-check-rdb', server: 'valkey-server' },
];

/** What to tell a person when there is no server and none may be installed. */
export const missingRedis =
  'Cobid needs Redis or Valkey: install it (Debian and Ubuntu: `apt-get install redis-server`, macOS: `brew install valkey`) or set REDIS_URL to one that runs.';

/**
 * The path of a `redis-server` or `valkey-server`, from `path` or installed from Debian with apt-get where this may
 * be done without a question. `folder` is where a link to an installed program may be put. Rejects with
 * {@link missingRedis}.
 */
export async function findRedisServer(options: {
  path: string;
  folder: string;
  notice: (line: string) => void;
}): Promise<string> {
  const onPath = (await findOnPath(servers, options.path)) ?? (await linkTools(options));
  if (onPath !== undefined) return onPath;
  for (const { name } of toolPackages) {
    if (!(await installDebianPackage(name, options))) continue;
    const installed = (await findOnPath(servers, options.path)) ?? (await linkTools(options));
    if (installed !== undefined) return installed;
  }
  throw new Error(missingRedis);
}

async function linkTools(options: { path: string; folder: string }): Promise<string | undefined> {
  for (const { program, server } of toolPackages) {
    const found = await findOnPath([program], options.path);
    if (found === undefined) continue;
    const link = join(options.folder, server);
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    await rm(link, { force: true });
    await symlink(found, link);
    return link;
  }
  return undefined;
}
