/** `npm run bench NAME`: runs testing/bench/NAME.ts with what follows; without a name it lists them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './ensureDependencies.mjs';

const folder = join(import.meta.dirname, '../testing/bench');
const [wanted, ...rest] = process.argv.slice(2);
const inWords = (file) =>
  file.slice(0, -'.ts'.length).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const file = files.find((each) => each === `${wanted}.ts` || inWords(each) === wanted);

if (file === undefined) {
  console.log('Measure with `npm run bench NAME` (and -- --json for a program):');
  for (const each of files.map(inWords).sort()) console.log(`  ${each}`);
  process.exit(wanted === undefined ? 0 : 1);
}
ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
process.argv = [process.argv[0], join(folder, file), ...rest];
await import(`../testing/bench/${file}`);
