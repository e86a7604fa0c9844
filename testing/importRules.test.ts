import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/** Files that break one rule each: who may import whom (docs/architecture.md). */
const forbidden: [file: string, source: string][] = [
  ['domain/tender/a.ts', "import 'node:fs';"],
  ['domain/tender/b.ts', "import 'express';"],
  ['domain/tender/c.ts', "import '@cobid/platform/log.ts';"],
  ['domain/tender/d.ts', "import '../../platform/log.ts';"],
  ['platform/a.ts', "import '@cobid/api/app.ts';"],
  ['platform/b.ts', "import 'mongoose';"],
  ['platform/c.ts', "import 'bullmq';"],
  ['platform/mongo/a.ts', "import 'bullmq';"],
  ['platform/queues/a.ts', "import 'mongoose';"],
  ['api/tenders/a.ts', "import '../bids/routes.ts';"],
  ['api/tenders/b.ts', "import '../home/routes.ts';"],
  ['api/http/a.ts', "import '../bids/routes.ts';"],
  ['api/tenders/c.ts', "import '@cobid/worker/mail/mailer.ts';"],
  ['api/tenders/d.ts', "import '@cobid/testing/harness.ts';"],
  ['api/tenders/e.ts', "import 'mongoose';"],
  ['api/tenders/f.ts', "import 'bullmq';"],
  ['worker/jobs/a.ts', "import '@cobid/api/app.ts';"],
  ['worker/jobs/b.ts', "import 'bullmq';"],
  ['worker/jobs/c.ts', "import '@cobid/embedded/redis/start.ts';"],
  ['client/pages/a.tsx', "import '@cobid/platform/log.ts';"],
  ['client/pages/b.tsx', "import 'node:fs';"],
  ['embedded/redis/a.ts', "import '@cobid/domain/money.ts';"],
  ['embedded/redis/b.ts', "import '../../platform/log.ts';"],
  ['api/tenders/g.ts', "import './helpers.ts';"],
  ['api/tenders/h.ts', 'export const home = process.env.HOME;'],
  ['api/tenders/i.ts', 'export default 1;'],
  ['api/tenders/j.ts', "import './k.ts';\nexport const j = 1;"],
  ['api/tenders/k.ts', "import './j.ts';\nexport const k = 1;"],
];

/** The same folders with what they may do. */
const allowed: [file: string, source: string][] = [
  ['domain/tender/y.ts', "import 'zod';\nimport '../money.ts';"],
  ['platform/mongo/y.ts', "import 'mongoose';\nimport '@cobid/domain/money.ts';"],
  ['platform/queues/y.ts', "import 'bullmq';"],
  ['platform/config.ts', 'export const home = process.env.HOME;'],
  ['api/tenders/y.ts', "import '../http/route.ts';\nimport '@cobid/platform/log.ts';"],
  ['api/app.ts', "import './bids/routes.ts';"],
  ['worker/main.ts', "import 'bullmq';"],
  ['client/pages/y.tsx', "import '@cobid/domain/money.ts';\nimport '../api/me.ts';"],
  ['scripts/y.ts', "import '@cobid/api/app.ts';\nexport const home = process.env.HOME;"],
  ['api/tenders/y.test.ts', "import '@cobid/testing/harness.ts';"],
];

describe('the import rules', () => {
  let folder: string;
  let files: Set<string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cobid-rules-'));
    // Import rules need no types, and there is nothing here to make types from.
    const config = await readFile(join(root, '.oxlintrc.json'), 'utf8');
    await writeFile(
      join(folder, '.oxlintrc.json'),
      config.replace('"typeAware": true', '"typeAware": false'),
    );
    for (const [file, source] of [...forbidden, ...allowed]) {
      await mkdir(join(folder, dirname(file)), { recursive: true });
      await writeFile(join(folder, file), `${source}\n`);
    }
    const lint = promisify(execFile)(join(root, 'node_modules/.bin/oxlint'), ['-f', 'unix'], { cwd: folder });
    const report = await lint.then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
    files = new Set(report.split('\n').flatMap((line) => /^([^:]+):\d+:/.exec(line)?.slice(1) ?? []));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(forbidden)('fire in %s: %j', (file) => expect(files).toContain(file));
  test.each(allowed)('let %s be: %j', (file) => expect(files).not.toContain(file));
});
