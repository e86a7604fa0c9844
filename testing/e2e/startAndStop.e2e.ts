import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startRunningCobid } from '../runningCobid.ts';
import type { RunningCobid } from '../runningCobid.ts';

let data: string;
let running: RunningCobid[];

async function start(options: { data?: string } = {}): Promise<RunningCobid> {
  const cobid = await startRunningCobid(options);
  running.push(cobid);
  return cobid;
}

beforeEach(async () => {
  running = [];
  data = await mkdtemp(join(tmpdir(), 'cobid-start-'));
});
afterEach(async () => {
  await Promise.all(running.map((cobid) => cobid.stop()));
  await rm(data, { recursive: true, force: true });
});

/** Ids of all processes below one, by what `ps` says. */
function descendants(of: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='])
    .toString()
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows.flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid, ...below(pid)] : []));
  return below(of);
}

function commandOf(pid: number): string {
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)]).toString();
}

/** One that has ended and whose parent has not asked for its exit code yet (state Z) is not alive. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

async function until(condition: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(50))
    if (await condition()) return true;
  return false;
}

describe('npm start', () => {
  test('shows the page, stops within 5 s of Ctrl-C, and comes back with its data', async () => {
    const cobid = await start({ data });
    const children = descendants(cobid.supervisor.pid ?? 0);
    expect(await (await fetch(cobid.address)).text()).toContain('<div id="root">');
    const before = await (await fetch(`${cobid.address}/api/coops`)).json();

    const begun = performance.now();
    expect(await cobid.stop()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(children.filter(isAlive)).toEqual([]);

    const again = await start({ data });
    expect(await (await fetch(`${again.address}/api/coops`)).json()).toEqual(before);
  });

  test('starts once on one data folder, and a second one beside it', async () => {
    const first = await start({ data });
    await expect(start({ data })).rejects.toThrow('ended before it was ready');
    const second = await start();
    expect(second.address).not.toBe(first.address);
  });

  test('brings back an API that was killed', async () => {
    const cobid = await start({ data });
    const api = descendants(cobid.supervisor.pid ?? 0).find((pid) =>
      /^\S*node .*api\.js/.test(commandOf(pid)),
    );
    process.kill(api ?? 0, 'SIGKILL');
    expect(await until(() => !isAlive(api ?? 0), 5_000)).toBe(true);
    const answers = () =>
      fetch(`${cobid.address}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    expect(await until(answers, 20_000)).toBe(true);
  });

  test('leaves nothing behind when it is killed', async () => {
    const cobid = await start({ data });
    const children = descendants(cobid.supervisor.pid ?? 0);
    expect(children.length).toBeGreaterThan(3);
    cobid.supervisor.kill('SIGKILL');
    await once(cobid.supervisor, 'exit');
    expect(await until(() => !children.some(isAlive), 30_000)).toBe(true);
  });
});
