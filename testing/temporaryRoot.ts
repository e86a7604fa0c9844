import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
/** More than all tests together write; a container lends less, unless it is told to. */
const ENOUGH_BYTES = 2 ** 30;

/**
 * Where tests keep what stores and mail servers write: in memory if the machine lends enough of it as a file system,
 * else in the usual folder. Each of their writes waits for the disk, and tests do little but write.
 */
export function temporaryRoot(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
