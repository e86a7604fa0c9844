import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Installs the locked dependencies unless those that are there were installed from this package-lock.json. */
export function ensureDependencies() {
  // npm writes its record in node_modules just before it writes package-lock.json.
  const installed = modifiedAt('node_modules/.package-lock.json') + 10_000;
  if (installed >= modifiedAt('package-lock.json')) return;
  console.log('Installing dependencies (npm ci) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (npm.status !== 0) {
    console.error('npm ci did not succeed; the lines above say why.');
    process.exit(1);
  }
}

function modifiedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
