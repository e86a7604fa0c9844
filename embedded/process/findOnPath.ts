import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The full path of the first of `names` that is an executable on `path` (a PATH variable), or undefined. */
export async function findOnPath(names: readonly string[], path: string): Promise<string | undefined> {
  for (const name of names) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const candidate = join(folder, name);
      if (await isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
