import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printFigures } from '../figures.ts';
import type { Figure } from '../figures.ts';
import { startRunningCobid } from '../runningCobid.ts';

/**
 * `npm run bench start`: how long `npm start` takes until the page is there, warm (everything installed, built and
 * seeded) and from a fresh clone of the last commit whose packages npm has in its cache. `--warm` leaves the clone
 * out, `--runs N` says how often the warm one is measured (the middle one counts).
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    warm: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
  },
});
const root = join(import.meta.dirname, '../..');

async function measure(options: Parameters<typeof startRunningCobid>[0]): Promise<number> {
  const begun = performance.now();
  const cobid = await startRunningCobid(options);
  const reply = await fetch(cobid.address);
  if (!reply.ok || !(await reply.text()).includes('<div id="root">'))
    throw new Error('That is not the page.');
  const taken = Math.round(performance.now() - begun);
  await cobid.stop();
  return taken;
}

async function measureWarm(runs: number): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'cobid-bench-'));
  try {
    await measure({ root, data }); // builds and seeds
    const taken: number[] = [];
    for (let run = 0; run < runs; run++) taken.push(await measure({ root, data }));
    return taken.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function measureFreshClone(): Promise<number> {
  const clone = await mkdtemp(join(tmpdir(), 'cobid-clone-'));
  try {
    execFileSync('git', ['clone', '--quiet', root, clone]);
    return await measure({ root: clone, environment: { npm_config_offline: 'true' } });
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
}

const warm: Figure = {
  name: 'npm start to page ready, warm',
  value: await measureWarm(Number(values.runs)),
  unit: 'ms',
  goal: 5_000,
};
const fresh: Figure[] = values.warm
  ? []
  : [
      {
        name: 'npm start to page ready, fresh clone without downloads',
        value: await measureFreshClone(),
        unit: 'ms',
        goal: 60_000,
        note: 'npm ci from its cache, build, seed',
      },
    ];
printFigures([warm, ...fresh]);
