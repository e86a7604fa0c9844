/** `npm run dev`: everything from its sources; API, worker and client follow what is edited. */
import { ensureDependencies } from './ensureDependencies.mjs';

ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
process.argv.push('--dev');
await import('./start.ts');
