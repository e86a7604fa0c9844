import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crashRounds } from './crashRounds.ts';

// `tsx embedded/mongo/crash.ts --kills 200`: the long form of crash.test.ts.
const { values } = parseArgs({ options: { kills: { type: 'string' } } });
const data = mkdtempSync(join(tmpdir(), 'mongo-crash-'));
const report = await crashRounds(data, Number(values.kills ?? 200), (line) =>
  process.stderr.write(`${line}\n`),
);
process.stdout.write(`${JSON.stringify(report)}\n`);
if (report.faults.length === 0) rmSync(data, { recursive: true, force: true });
else process.exitCode = 1;
