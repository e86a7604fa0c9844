import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks an address until it answers with success. Rejects when that took longer than `timeoutMs`, or at once when
 * `failed` resolves.
 */
export async function waitUntilReady(
  address: string,
  { failed, timeoutMs = 60_000 }: { failed: Promise<unknown>; timeoutMs?: number },
): Promise<void> {
  let hasFailed = false;
  void failed.then(() => {
    hasFailed = true;
  });
  const deadline = performance.now() + timeoutMs;
  while (!(await answers(address))) {
    if (hasFailed) throw new Error(`What answers at ${address} ended while it started.`);
    if (performance.now() > deadline)
      throw new Error(`${address} did not answer within ${timeoutMs / 1000} s.`);
    await sleep(20);
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const reply = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}
