/**
 * `npm run test:postfix`: the suites about mail, with each mail on its way through Debian's postfix, which is installed
 * if it may. Arguments go on to jest, and name other suites unless the first is an option. Where postfix cannot be had,
 * that is said and not a failure.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './ensureDependencies.mjs';

const suites = [
  'testing/postfix',
  'worker/everyMail',
  'worker/inbound',
  'worker/jobs/digest',
  'worker/jobs/sendDeliver',
  'api/network/mailFeedback',
];

ensureDependencies();
const { tsImport } = await import('tsx/esm/api');
const { findPostfix, missingPostfix } = await tsImport('../testing/postfix/findPostfix.ts', import.meta.url);
if ((await findPostfix((line) => console.log(line))) === null) {
  console.log(`Skipped: ${missingPostfix}\n\n0 passed, 0 failed`);
} else {
  const given = process.argv.slice(2);
  const namesNone = given.length === 0 || given[0].startsWith('-');
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'test.mjs'), ...(namesNone ? suites : []), ...given],
    { stdio: 'inherit', env: { ...process.env, COBID_TEST_MTA: 'postfix' } },
  );
  process.exitCode = status ?? 1;
}
