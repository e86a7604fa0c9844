import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function start(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'info', ...settings },
  });
  stops.push(() => child.kill('SIGKILL'));
  const said: string[] = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  return { child, said: () => said.join(''), ended: once(child, 'exit') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('the api process', () => {
  test('answers what it has begun when it is told to stop, takes nothing new, and ends', async () => {
    const port = await freePort();
    const api = start({ PORT: String(port) });
    await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok);

    const body = JSON.stringify({ email: 'late@example.org' });
    const slow = request({
      port,
      host: '127.0.0.1',
      path: '/api/sign-in',
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': body.length },
    });
    slow.write(body.slice(0, 5));
    await new Promise((resolve) => setTimeout(resolve, 300));
    api.child.kill('SIGTERM');
    await until(
      async () =>
        !(await fetch(`http://127.0.0.1:${port}/healthz`).then(
          () => true,
          () => false,
        )),
    );
    slow.end(body.slice(5));
    const [reply] = await once(slow, 'response');
    reply.resume();
    expect(reply.statusCode).toBe(202);
    expect(await api.ended).toEqual([0, null]);
    expect(api.said()).not.toContain('late@example.org');
  });

  test('says in sentences which settings are missing, and ends', async () => {
    const api = start({ COBID_SECRET: 'short', SMTP_URL: '' });
    expect(await api.ended).toEqual([1, null]);
    expect(api.said()).toMatch(/COBID_SECRET needs at least 32 characters/);
    expect(api.said()).toMatch(/SMTP_URL is not set/);
  });
});
