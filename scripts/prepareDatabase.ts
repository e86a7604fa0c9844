import { parseArgs } from 'node:util';
import { realClock } from '@cobid/platform/clock.ts';
import { readConfig } from '@cobid/platform/config.ts';
import { createLog } from '@cobid/platform/log.ts';
import { connectMongo } from '@cobid/platform/mongo/connect.ts';
import { migrate } from '@cobid/platform/mongo/migrate.ts';
import { exampleAccounts, seedIfEmpty } from './seed.ts';
import { readEnvFile } from './start/settings.ts';

/**
 * `npm run migrate` brings the database up to date; `npm run seed` also fills it with the example network if it is
 * empty. With `--json` the accounts of the example are printed for a program, if they are in the database.
 */
const { values } = parseArgs({
  options: { example: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

readEnvFile();
const config = readConfig();
// A program reads what is printed: nothing but the answer then.
const log = createLog({ level: values.json ? 'silent' : config.LOG_LEVEL, service: 'prepare' });
const mongo = await connectMongo({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
const migrations = await migrate({ clock: realClock, log });
const isSeeded = values.example && (await seedIfEmpty(new Date()));
await mongo.close();

if (values.json) {
  console.log(JSON.stringify({ isSeeded, accounts: exampleAccounts }));
} else {
  console.log(
    migrations.length === 0 ? 'The database is up to date.' : `Migrated: ${migrations.join(', ')}.`,
  );
  if (values.example)
    console.log(isSeeded ? 'The example network is in it now.' : 'It is not empty: nothing was added.');
}
