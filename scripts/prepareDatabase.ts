import { parseArgs } from 'node:util';
import { realClock } from '@cobid/platform/clock.ts';
import { readConfig } from '@cobid/platform/config.ts';
import { createLog } from '@cobid/platform/log.ts';
import { connectMongo } from '@cobid/platform/mongo/connect.ts';
import { migrate } from '@cobid/platform/mongo/migrate.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { exampleAccounts, exampleOperator } from './example/accounts.ts';
import { seedIfEmpty } from './seed.ts';
import { readEnvFile } from './start/settings.ts';

/**
 * `npm run migrate` brings the database up to date; `npm run seed` also fills it with the example network if it is
 * empty. With `--json` it says for a program who of the example is in the database.
 */
const { values } = parseArgs({
  options: { example: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

async function prepare() {
  readEnvFile();
  const config = readConfig();
  // A program reads what is printed: nothing but the answer then.
  const log = createLog({ level: values.json ? 'silent' : config.LOG_LEVEL, service: 'prepare' });
  const mongo = await connectMongo({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
  try {
    const migrated = await migrate({ clock: realClock, log });
    const isSeeded = values.example && (await seedIfEmpty(new Date()));
    const hasExample = isSeeded || (await people.count({ email: exampleOperator.email })) > 0;
    return { migrated, isSeeded, hasExample };
  } finally {
    await mongo.close();
  }
}

try {
  const { migrated, isSeeded, hasExample } = await prepare();
  if (values.json) {
    console.log(
      JSON.stringify(hasExample ? { accounts: exampleAccounts, operator: exampleOperator.email } : {}),
    );
  } else {
    console.log(migrated.length === 0 ? 'The database is up to date.' : `Migrated: ${migrated.join(', ')}.`);
    if (isSeeded) console.log('The example network is in it now.');
    else if (values.example) console.log('It is not empty: no example was added.');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
