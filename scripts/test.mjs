/**
 * `npm test`: installs the dependencies if they are missing, then runs every test but the browser's. Arguments go on
 * to jest: `npm test -- domain` runs the tests of one folder.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './ensureDependencies.mjs';

ensureDependencies();
const jest = join(import.meta.dirname, '../node_modules/jest/bin/jest.js');
const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
// Workers are processes of their own that jest starts: they learn of the flags by the environment only.
const environment = {
  ...process.env,
  NODE_OPTIONS: [process.env.NODE_OPTIONS ?? '', ...node].join(' ').trim(),
};
const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: environment,
});
process.exitCode = status ?? 1;
