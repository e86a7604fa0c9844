/** `npm run build`: builds the client and the server into dist/. */
import { ensureBuild } from './ensureBuild.mjs';

try {
  await ensureBuild({ all: true });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
