import { tsImport } from 'tsx/esm/api';

/**
 * Starts Cobid for the journeys and leaves its address in COBID_URL and that of its mail in INBOX_URL, unless
 * COBID_URL names one that runs.
 */
export default async function setUp() {
  if (process.env.COBID_URL) return;
  const { startRunningCobid } = await tsImport('./runningCobid.ts', import.meta.url);
  const cobid = await startRunningCobid();
  process.env.COBID_URL = cobid.address;
  process.env.INBOX_URL = cobid.inbox;
  globalThis.stopCobidServices = () => cobid.stop();
}
