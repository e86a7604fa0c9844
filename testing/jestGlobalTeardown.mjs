/** Stops what jestGlobalSetup started. */
export default async function tearDown() {
  await globalThis.stopCobidServices?.();
}
