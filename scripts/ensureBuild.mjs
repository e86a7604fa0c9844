import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const vite = join(root, 'node_modules/vite/bin/vite.js');

/** The two halves of a build: what each is made from, and how. Vite empties a half's folder first, stamp and all. */
const halves = [
  {
    name: 'client',
    sources: ['client', 'domain', 'package-lock.json'],
    arguments: ['build', 'client'],
  },
  {
    name: 'server',
    sources: [
      'domain',
      'platform',
      'api',
      'worker',
      'embedded',
      'scripts',
      'vite.server.config.ts',
      'package-lock.json',
    ],
    arguments: ['build', '--config', 'vite.server.config.ts'],
    // The page that shows every mail, made by what was built.
    after: [join(root, 'dist/server/mails.js')],
  },
];

/**
 * Builds the halves of dist/ that are older than their sources, side by side; with `all`, both. Resolves to the
 * names of those that it built, and rejects with the bundler's words if one fails.
 */
export async function ensureBuild({ all = false, notice = console.log } = {}) {
  const stale = halves.filter((half) => all || isStale(half));
  if (stale.length > 0) notice(`Building the ${stale.map(({ name }) => name).join(' and the ')} …`);
  await Promise.all(stale.map(build));
  return stale.map(({ name }) => name);
}

function stampOf({ name }) {
  return join(root, 'dist', name, '.built');
}

function isStale(half) {
  const built = statSync(stampOf(half), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return half.sources.some((source) => newest(join(root, source)) > built);
}

async function build(half) {
  const begun = new Date();
  await run(half, [vite, ...half.arguments, '--logLevel', 'warn']);
  if (half.after !== undefined) await run(half, half.after);
  // What changed while it was built is newer than the stamp.
  writeFileSync(stampOf(half), '');
  utimesSync(stampOf(half), begun, begun);
}

async function run(half, args) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`The ${half.name} could not be built.\n${said}`);
}

/** The time of the latest change in a file or folder; a folder's own time tells of files that were removed. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
    .map(({ name }) => newest(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}
