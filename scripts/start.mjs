/**
 * `npm start`: everything, from a fresh clone or a warm one. Plain JavaScript without dependencies, because it runs
 * before there are any; the rest is start.ts.
 */
import { ensureBuild } from './ensureBuild.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';

try {
  ensureDependencies();
  await ensureBuild();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/server/start.js');
