/**
 * `npm run e2e`: the journeys in a browser, against everything as `npm start` starts it, in a folder of its own.
 * Installs Debian's Chromium if there is none and it may.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './ensureBuild.mjs';
import { ensureChromium } from './ensureChromium.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';

try {
  ensureDependencies();
  await ensureBuild();
  process.env.CHROMIUM = ensureChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const jest = join(import.meta.dirname, '../node_modules/jest/bin/jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, '--config', 'jest.e2e.config.ts', ...process.argv.slice(2)],
  {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  },
);
process.exitCode = status ?? 1;
