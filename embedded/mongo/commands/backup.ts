import { existsSync, mkdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { failure } from '../failure.ts';
import type { Handler } from '../request.ts';

/** This engine's own command: copies all data, as of one moment and while writes go on, to a new folder. */
export const backup: Handler = async ({ engine, body, db }) => {
  const folder = body['backup'];
  if (db !== 'admin') throw failure('Unauthorized', 'backup may only be run against the admin database.');
  if (typeof folder !== 'string' || !isAbsolute(folder))
    throw failure('BadValue', 'backup needs the absolute path of a folder');
  const file = join(folder, 'data.mdb');
  if (existsSync(file)) throw failure('CannotBackupFile', `${file} exists`);
  mkdirSync(folder, { recursive: true });
  await engine.settled();
  await engine.disk.backup(file);
  return { file, ok: 1 };
};
