import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printFigures } from '../figures.ts';
import { startTestApp } from '../harness.ts';
import { killedSend } from '../killedSend.ts';
import { startServices } from '../services.ts';

/**
 * Sends of 500 mails during which workers and the mail server are killed at 200 random moments, `--kills=N` for another number.
 */
const KILLS = Number(
  process.argv.find((word) => word.startsWith('--kills='))?.slice('--kills='.length) ?? 200,
);
const MAILS = 500;

const folder = await mkdtemp(join(tmpdir(), 'cobid-test-killed-'));
const services = await startServices({ ...process.env, SMTP_URL: 'smtp://127.0.0.1:1', INBOX_URL: 'none' });
const settings = {
  ...services.environment,
  INBOX_URL: '',
  MONGODB_DATABASE: 'cobid-test-bench',
  APP_URL: 'http://localhost:3000',
  COBID_SECRET: 'a secret for measuring alone, of no use elsewhere',
  LOG_LEVEL: 'silent',
};
const app = await startTestApp({ now: new Date().toISOString(), settings });
try {
  const notice = (so: object) => process.stderr.write(`${JSON.stringify(so)}\n`);
  const so = await killedSend(app, { mails: MAILS, kills: KILLS, folder, notice });
  const note = `${so.mails} mails in ${so.sends} sends`;
  printFigures([
    { name: 'workers killed', value: so.killedWorkers, unit: 'times' },
    { name: 'mail servers killed', value: so.killedServers, unit: 'times' },
    { name: 'lost', value: so.lost, unit: 'mails', goal: 0, note },
    { name: 'copies with another Message-ID', value: so.unrecognisable, unit: 'mails', goal: 0 },
    {
      name: 'copies with the same Message-ID',
      value: so.doubled,
      unit: 'mails',
      note: 'taken by the server, and its 250 not recorded when something was killed',
    },
  ]);
} finally {
  await app.stop();
  await services.stop();
  await rm(folder, { recursive: true, force: true });
}
