/** `npm run bench NAME`: runs testing/bench/NAME.ts with what follows; without a name it lists them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './ensureDependencies.mjs';

const folder = join(import.meta.dirname, '../testing/bench');
const [name, ...rest] = process.argv.slice(2);

if (name === undefined || !existsSync(join(folder, `${name}.ts`))) {
  const names = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  console.log('Measure with `npm run bench NAME` (and -- --json for a program):');
  for (const file of names.sort()) console.log(`  ${file.slice(0, -'.ts'.length)}`);
  process.exit(name === undefined ? 0 : 1);
}
ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
process.argv = [process.argv[0], join(folder, `${name}.ts`), ...rest];
await import(`../testing/bench/${name}.ts`);
