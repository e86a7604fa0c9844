import { resolve } from 'node:path';
import mongoose from 'mongoose';
import { exportDump, importDump } from './dump.ts';
import { checkData, restoreBackup } from './restore.ts';

const usage = `usage: tsx embedded/mongo/data.ts
  export URI FOLDER    write a database as mongodump does (mongorestore reads it)
  import URI FOLDER    read such a dump, and compare count and hash
  backup URI FOLDER    copy all data of a running embedded engine
  check FOLDER         check the data or backup of an engine that does not run
  restore BACKUP DATA  check a backup and put it in the place of the data`;

const backup = async (uri: string, folder: string): Promise<void> => {
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  try {
    await client.db('admin').command({ backup: resolve(folder) });
  } finally {
    await client.close();
  }
};

const check = async (folder: string): Promise<void> => {
  const faults = await checkData(folder);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`${folder} is whole`);
};

const [task, one, two = ''] = process.argv.slice(2);
try {
  if (task === 'check' && one !== undefined) await check(one);
  else if (one === undefined || two === '') console.error(usage);
  else if (task === 'export') console.table(await exportDump(one, two));
  else if (task === 'import') console.table(await importDump(one, two));
  else if (task === 'backup') await backup(one, two);
  else if (task === 'restore') await restoreBackup(one, two, new Date());
  else console.error(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
