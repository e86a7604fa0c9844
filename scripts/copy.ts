import { copyDatabase } from './copyDatabase.ts';

/** `npm run copy -- FROM TO`: copies one database, by its mongodb:// address, into another that is empty. */
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  console.error(
    'Say which database to copy and where to: npm run copy -- mongodb://…/cobid mongodb://…/cobid',
  );
  process.exit(1);
}
try {
  const counts = await copyDatabase(from, to);
  for (const [name, count] of Object.entries(counts)) console.log(`${name}: ${count}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
