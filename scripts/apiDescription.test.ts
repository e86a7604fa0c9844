import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { apiDescription } from './apiDescription.ts';

test('docs/openapi.json is what the routes say (npm run openapi writes it)', async () => {
  const kept = await readFile(join(import.meta.dirname, '../docs/openapi.json'), 'utf8');
  expect(kept === apiDescription()).toBe(true);
});
