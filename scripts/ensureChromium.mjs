import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium: what CHROMIUM names, what is on the path, or Debian's, installed where that may be done. */
export function ensureChromium() {
  const found = process.env.CHROMIUM || onPath();
  if (found) return found;
  if (installFromDebian()) {
    const installed = onPath();
    if (installed) return installed;
  }
  throw new Error(
    'The browser journeys need Chromium: install it (Debian: `apt-get install chromium`) or set CHROMIUM to its path.',
  );
}

function onPath() {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not here
      }
    }
  }
  return undefined;
}

function installFromDebian() {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command) => {
    const [program, ...rest] = [...asRoot, ...command];
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  };
  if (!run('true') || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  console.log("Installing Debian's chromium (once) …");
  const aptGet = (...rest) => run('env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-y', '-qq', ...rest);
  const install = ['install', '--no-install-recommends', 'chromium'];
  return aptGet(...install) || (aptGet('update') && aptGet(...install));
}
