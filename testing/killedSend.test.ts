import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startTestApp } from './harness.ts';
import { killedSend } from './killedSend.ts';

test('workers and mail servers that are killed lose nothing, and what they double can be recognised', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cobid-test-killed-'));
  const app = await startTestApp({ now: new Date().toISOString() });
  try {
    const so = await killedSend(app, { mails: 60, kills: 5, folder });
    expect(so).toMatchObject({ lost: 0, unrecognisable: 0 });
    expect(so.killedWorkers + so.killedServers).toBeGreaterThanOrEqual(5);
  } finally {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
