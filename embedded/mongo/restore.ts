import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { checkCollection } from './check.ts';
import { filesOf } from './disk.ts';
import { openEngine } from './engine.ts';

/** Checks every document and index of a data folder that no engine has open; gives what is wrong. */
export const checkData = async (folder: string): Promise<string[]> => {
  if (!existsSync(filesOf(folder).data)) return [`${folder} holds no data.mdb`];
  const engine = openEngine(folder);
  try {
    return engine.catalog
      .databases()
      .flatMap((db) => engine.catalog.collections(db))
      .flatMap((collection) =>
        checkCollection(engine.disk, collection).errors.map((error) => `${collection.ns}: ${error}`),
      );
  } finally {
    await engine.close();
  }
};

/** Puts a checked backup in the place of an engine's data, which is kept beside it; the engine must not run. */
export const restoreBackup = async (backup: string, data: string, now: Date): Promise<void> => {
  const faults = await checkData(backup);
  if (faults.length > 0) throw new Error(`the backup is not whole: ${faults.join('; ')}`);
  await mkdir(data, { recursive: true });
  const files = filesOf(data);
  const kept = `.before-${now.toISOString().replaceAll(':', '')}`;
  for (const file of [files.data, ...files.logs]) {
    if (existsSync(file)) await rename(file, `${file}${kept}`);
  }
  await rm(files.lock, { force: true });
  await copyFile(filesOf(backup).data, files.data);
};
