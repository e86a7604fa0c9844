import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languages } from '@cobid/domain/language.ts';
import { previewFiles } from './mails/previewFiles.ts';

/** `npm run mails`: writes the page that shows every mail into the folder that is named, dist/mails unless said. */
const folder = resolve(process.argv[2] ?? 'dist/mails');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const language of languages) {
  for (const { name, html } of previewFiles(language)) writeFileSync(join(folder, name), html);
}
