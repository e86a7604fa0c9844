import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { crashRounds } from './crashRounds.ts';

test('whatever was acknowledged is there after kill -9, whole and in all indexes', async () => {
  const data = mkdtempSync(join(tmpdir(), 'mongo-crash-'));
  const report = await crashRounds(data, 2);
  rmSync(data, { recursive: true, force: true });
  expect(report.faults).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(20);
}, 120_000);
