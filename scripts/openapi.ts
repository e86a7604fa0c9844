import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiDescription } from './apiDescription.ts';

/** `npm run openapi`: writes docs/openapi.json anew after routes have changed. */
writeFileSync(join(import.meta.dirname, '../docs/openapi.json'), apiDescription());
console.log('docs/openapi.json is written.');
