import { tsImport } from 'tsx/esm/api';

/**
 * Starts the services before the first test and leaves their addresses in the environment, which jest's workers
 * inherit. It is JavaScript, because jest cannot load a TypeScript module here.
 */
export default async function setUp() {
  const { startServices } = await tsImport('./services.ts', import.meta.url);
  const { temporaryRoot } = await tsImport('./temporaryRoot.ts', import.meta.url);
  const services = await startServices(process.env, {
    root: temporaryRoot(),
    notice: (line) => console.log(line),
  });
  Object.assign(process.env, services.environment);
  globalThis.stopCobidServices = () => services.stop();
}
