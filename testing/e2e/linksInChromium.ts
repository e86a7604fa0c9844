import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { startServices } from '../services.ts';
import { temporaryRoot } from '../temporaryRoot.ts';

/** Runs a suite whose mails have their links opened (see openLinks.ts) once more, with Chromium and the built client. */
export async function openLinksInChromium(importSuite: () => Promise<unknown>): Promise<void> {
  await import('../jestWorker.ts');
  const services = await startServices(process.env, { root: temporaryRoot() });
  Object.assign(process.env, services.environment, {
    OPEN_LINKS_IN: 'chromium',
    CLIENT_FOLDER: join(import.meta.dirname, '../../dist/client'),
  });
  await importSuite();
  afterAll(() => services.stop());
}
